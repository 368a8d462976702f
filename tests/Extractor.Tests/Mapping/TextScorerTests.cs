using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Tests.Mapping;

public class TextScorerTests
{
    private static readonly SchemaIndex Index = SchemaIndex.For(FamilyCatalog.Load("cchc"));

    [Fact]
    public void Products_by_way_of_the_index_are_those_of_the_vectors()
    {
        var reader = new LabelVectorReader(Index.Phrases);
        LabelVector[] wordings = [.. Index.Wordings.Select(w => reader.Read(w.Key))];
        foreach (LabelVector label in wordings.Where((_, i) => i % 7 == 0))
        {
            float[] products = new float[Index.Phrases.Length];
            foreach (int id in label.Ids)
            {
                Index.Phrases.Add(id, 1, products);
            }

            for (int w = 0; w < wordings.Length; w++)
            {
                double expected = label.Ids.Intersect(wordings[w].Ids).Sum(id => (double)Index.Phrases.SquareOf(id)) / Math.Sqrt(wordings[w].KnownSquares);
                Assert.Equal(expected, products[w], 1e-3);
            }
        }
    }

    [Fact]
    public void A_wording_is_most_like_itself()
    {
        var scorer = new TextScorer(Index, new RetrievalWeights());
        float[] near = new float[Index.PaddedCount];
        for (int w = 0; w < Index.Wordings.Length; w += 5)
        {
            if (!Index.Wordings[w].IsLocal)
            {
                scorer.Compare(Node(Index.Wordings[w].Key), null, null, near);

                // What a long name gains by being said almost whole may lift it above a short wording that is in it.
                float gain = Index.Wordings[w].IsSpecific ? 0 : 0.2f;
                Assert.InRange(scorer.Similarities[w], scorer.Similarities.AsSpan(0, Index.Wordings.Length).ToArray().Max() - gain - 1e-4f, float.MaxValue);
                Assert.Equal(1 + (Index.Wordings[w].IsSpecific ? 0.2f : 0), scorer.Similarities[w], 1e-4f);
            }
        }
    }

    [Fact]
    public void A_label_gets_the_same_marks_whatever_was_compared_before()
    {
        var used = new TextScorer(Index, new RetrievalWeights());
        float[] near = new float[Index.PaddedCount];
        RowNode parent = Node("số hồ sơ tiếp nhận"), other = Node("tổng số văn bản"), row = Node("trực tiếp"), below = Node("qua mạng");
        row.Level = other.Level = 1;
        below.Level = 2;
        used.Compare(parent, null, null, near);
        used.Compare(other, parent, null, near);
        used.Compare(row, parent, null, near);
        used.Compare(below, row, parent, near);
        var fresh = new TextScorer(Index, new RetrievalWeights());
        fresh.Compare(below, row, parent, near);

        Assert.Equal(fresh.Similarities, used.Similarities);
    }

    private static RowNode Node(string label)
    {
        string key = MatchKey.Of(label);
        return new RowNode { Key = key, Label = new LabelText(key, "", key, "", '\0'), Contrasts = new ulong[Index.Contrasts.Contrasts.Length] };
    }
}
