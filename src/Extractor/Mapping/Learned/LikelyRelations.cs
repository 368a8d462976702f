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

    /// <summary>Reads the features of a row's candidates.</summary>
    public static void Read(SchemaIndex index, List<RowNode> nodes, int n, List<int>? children)
    {
        RowNode node = nodes[n];
        if (node.Parent >= 0)
        {
            ReadParent(index, nodes[node.Parent], node);
        }

        if (children is not null)
        {
            ReadChildren(index, nodes, node, children);
        }

        ReadNeighbour(nodes, n - 1, node, 1, RelationFeature.LikelyNext, RelationFeature.LikelySoon);
        ReadNeighbour(nodes, n + 1, node, -1, RelationFeature.LikelyBefore, RelationFeature.LikelySoonBefore);
    }

    private static void ReadParent(SchemaIndex index, RowNode parent, RowNode node)
    {
        for (int p = 0; p < parent.Candidates.Length; p++)
        {
            ReadOnlySpan<float> below = index.RelationsBelow(parent.Candidates[p].Indicator);
            float likely = parent.Evidence!.Likely[p];
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                node.Evidence!.RelationsOf(c)[RelationFeature.LikelyParent] += likely * below[node.Candidates[c].Indicator];
            }
        }
    }

    private static void ReadChildren(SchemaIndex index, List<RowNode> nodes, RowNode node, List<int> children)
    {
        for (int own = 0; own < node.Candidates.Length; own++)
        {
            ReadOnlySpan<float> below = index.RelationsBelow(node.Candidates[own].Indicator);
            float sum = 0;
            foreach (int child in children)
            {
                Candidate[] candidates = nodes[child].Candidates;
                float[] likely = nodes[child].Evidence!.Likely;
                for (int c = 0; c < candidates.Length; c++)
                {
                    sum += likely[c] * below[candidates[c].Indicator] / children.Count;
                }
            }

            node.Evidence!.RelationsOf(own)[RelationFeature.LikelyChildren] = sum;
        }
    }

    private static void ReadNeighbour(List<RowNode> nodes, int neighbour, RowNode node, int direction, int next, int soon)
    {
        if (neighbour < 0 || neighbour >= nodes.Count || nodes[neighbour].Row is null)
        {
            return;
        }

        Candidate[] candidates = nodes[neighbour].Candidates;
        float[] likely = nodes[neighbour].Evidence!.Likely;
        for (int own = 0; own < node.Candidates.Length; own++)
        {
            int indicator = node.Candidates[own].Indicator;
            Span<float> features = node.Evidence!.RelationsOf(own);
            for (int c = 0; c < candidates.Length; c++)
            {
                int step = direction * (indicator - candidates[c].Indicator);
                if (step is > 0 and <= RelationReader.SoonWithin)
                {
                    features[step == 1 ? next : soon] += likely[c];
                }
            }
        }
    }
}
