using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Tests.Mapping;

public class TextScorerTests
{
    private static readonly SchemaIndex Index = SchemaIndex.For(FamilyCatalog.Load("cchc"));

    [Fact]
    public void Products_with_wordings_are_those_of_the_vectors()
    {
        var reader = new LabelVectorReader(Index.Phrases);
        LabelVector[] wordings = [.. Index.Wordings.Select(w => reader.Read(w.Key))];
        var place = new LabelPlace(Index.Phrases, 0.5f);
        for (int label = 0; label < wordings.Length; label += 7)
        {
            place.Read(Node(Index.Wordings[label].Key), null, null);
            for (int w = 0; w < wordings.Length; w++)
            {
                double expected = wordings[label].Ids.Intersect(wordings[w].Ids).Sum(id => (double)Index.Phrases.SquareOf(id)) / Math.Sqrt(wordings[w].KnownSquares);
                Assert.Equal(expected, place.ProductsWith(w).X, 1e-3);
            }
        }
    }

    [Fact]
    public void A_wording_is_most_like_itself()
    {
        var scorer = new TextScorer(Index, new RetrievalWeights());
        for (int w = 0; w < Index.Wordings.Length; w += 5)
        {
            if (!Index.Wordings[w].IsLocal)
            {
                scorer.Read(Node(Index.Wordings[w].Key), null, null);
                float[] similarities = CompareAll(scorer);

                // What a long name gains by being said almost whole may lift it above a short wording that is in it.
                float gain = Index.Wordings[w].IsSpecific ? 0 : 0.2f;
                Assert.InRange(similarities[w], similarities.Max() - gain - 1e-4f, float.MaxValue);
                Assert.Equal(1 + (Index.Wordings[w].IsSpecific ? 0.2f : 0), similarities[w], 1e-4f);
            }
        }
    }

    [Fact]
    public void A_label_gets_the_same_marks_whatever_was_compared_before()
    {
        var used = new TextScorer(Index, new RetrievalWeights());
        RowNode parent = Node("số hồ sơ tiếp nhận"), row = Node("trực tiếp"), below = Node("qua mạng");
        used.Read(Node("tổng số văn bản"), parent, null);
        CompareAll(used);
        used.Read(row, parent, null);
        used.Read(below, row, parent);
        var fresh = new TextScorer(Index, new RetrievalWeights());
        fresh.Read(below, row, parent);

        Assert.Equal(CompareAll(fresh), CompareAll(used));
    }

    [Fact]
    public void No_wording_gets_more_than_the_bound_of_its_indicator()
    {
        var scorer = new TextScorer(Index, new RetrievalWeights());
        float[] near = [.. Enumerable.Range(0, Index.PaddedCount).Select(i => i % 4 / 4f)];
        float[] bounds = new float[Index.PaddedCount];
        var costs = new List<ContrastCosts>();
        string[] labels = ["số hồ sơ đã giải quyết đúng hạn", "cấp xã", "trực tiếp", "tỷ lệ hồ sơ trễ hạn", "không có ở đâu", "so van ban"];
        foreach (string label in labels)
        {
            RowNode row = Node(label);
            scorer.Read(row, Node(labels[0]), Node("tổng số hồ sơ tiếp nhận"));
            Index.Conflicts.Read(row, ulong.MaxValue, costs);
            scorer.Bound(costs, near, bounds);
            for (int w = 0; w < Index.Wordings.Length; w++)
            {
                int indicator = Index.Wordings[w].Indicator;
                float cost = ContrastCosts.Scale * costs.Sum(c => c.Each[Index.Statements.Of(w)]);
                Assert.InRange(scorer.Compare(w, near[indicator]) - cost, float.MinValue, bounds[indicator]);
            }
        }
    }

    [Fact]
    public void The_candidates_are_those_that_comparing_every_wording_finds()
    {
        List<RowNode> nodes = RowOutline.Build(GoldRows.Read("hoang-thanh-2021-9m").Tables, Index, CancellationToken.None);
        var weights = new RetrievalWeights { OtherSubject = 0 };
        var all = new CandidateScorer(Index, weights with { CandidatesKept = Index.Facts.Length }, nodes);
        var few = new CandidateScorer(Index, weights, nodes);
        foreach (RowNode node in nodes)
        {
            all.Score(node, nodes);
            Candidate[] expected = node.Candidates[..weights.CandidatesKept];
            few.Score(node, nodes);

            Assert.Equal(expected, node.Candidates);
        }
    }

    private static float[] CompareAll(TextScorer scorer) => [.. Enumerable.Range(0, Index.Wordings.Length).Select(w => scorer.Compare(w, 0))];

    private static RowNode Node(string label)
    {
        string key = MatchKey.Of(label);
        ulong[] values = new ulong[Index.Contrasts.Contrasts.Length];
        Index.Contrasts.Read(key, "", values);
        ulong stated = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            stated |= values[slot] != 0 ? 1UL << slot : 0;
        }

        return new RowNode { Key = key, Label = new LabelText(key, "", key, "", '\0'), Contrasts = values, Stated = stated };
    }
}
