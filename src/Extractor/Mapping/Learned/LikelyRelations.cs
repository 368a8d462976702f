using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Reads what the rows around may be, chosen or not: a choice rules out what it did not choose, but where a whole block is in doubt its rows still fit
/// each other. One round of mean-field inference (Jordan et al. 1999).
/// </summary>
internal static class LikelyRelations
{
    /// <summary>Turns the scores of every row into how likely its candidates are if it is any of them, and how likely it is none.</summary>
    public static void ReadBeliefs(List<RowNode> nodes)
    {
        foreach (RowNode node in nodes)
        {
            RowEvidence evidence = node.Evidence!;
            float top = float.NegativeInfinity, sum = 0;
            foreach (Candidate candidate in node.Candidates)
            {
                top = Math.Max(top, candidate.Score);
            }

            for (int c = 0; c < node.Candidates.Length; c++)
            {
                evidence.Likely[c] = MathF.Exp(node.Candidates[c].Score - top);
                sum += evidence.Likely[c];
            }

            for (int c = 0; c < node.Candidates.Length; c++)
            {
                evidence.Likely[c] /= sum;
            }

            evidence.LikelyNone = node.Candidates.Length == 0 ? 1 : 1 / (1 + (sum * MathF.Exp(top - evidence.ScoreNone)));
        }
    }

    /// <summary>Reads the features of one candidate of a row.</summary>
    public static void Read(SchemaIndex index, List<RowNode> nodes, int n, List<int>? children, int indicator, Span<float> features)
    {
        if (nodes[n].Parent >= 0)
        {
            RowNode parent = nodes[nodes[n].Parent];
            for (int p = 0; p < parent.Candidates.Length; p++)
            {
                features[RelationFeature.LikelyParent] += parent.Evidence!.Likely[p] * index.RelationsBelow(parent.Candidates[p].Indicator)[indicator];
            }
        }

        ReadOnlySpan<float> below = index.RelationsBelow(indicator);
        foreach (int child in children ?? [])
        {
            RowNode row = nodes[child];
            for (int c = 0; c < row.Candidates.Length; c++)
            {
                features[RelationFeature.LikelyChildren] += row.Evidence!.Likely[c] * below[row.Candidates[c].Indicator] / children!.Count;
            }
        }

        ReadNeighbour(nodes, n - 1, indicator, 1, features, RelationFeature.LikelyNext, RelationFeature.LikelySoon);
        ReadNeighbour(nodes, n + 1, indicator, -1, features, RelationFeature.LikelyBefore, RelationFeature.LikelySoonBefore);
    }

    private static void ReadNeighbour(List<RowNode> nodes, int neighbour, int indicator, int direction, Span<float> features, int next, int soon)
    {
        if (neighbour < 0 || neighbour >= nodes.Count || nodes[neighbour].Row is null)
        {
            return;
        }

        RowNode row = nodes[neighbour];
        for (int c = 0; c < row.Candidates.Length; c++)
        {
            int step = direction * (indicator - row.Candidates[c].Indicator);
            if (step is > 0 and <= RelationReader.SoonWithin)
            {
                features[step == 1 ? next : soon] += row.Evidence!.Likely[c];
            }
        }
    }
}
