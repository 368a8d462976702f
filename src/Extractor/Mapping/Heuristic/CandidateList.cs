namespace Extractor.Mapping.Heuristic;

/// <summary>Keeps the best candidates of a row and turns their scores into probabilities.</summary>
internal static class CandidateList
{
    /// <summary>Scores this far apart make one candidate about e times as likely as the other.</summary>
    private const float Temperature = 0.12f;

    /// <summary>The best candidates, best first.</summary>
    public static Candidate[] Best(float[] text, float[] score, int count)
    {
        Span<int> kept = stackalloc int[Math.Min(count, score.Length)];
        int filled = 0;
        for (int i = 0; i < score.Length; i++)
        {
            if (filled == kept.Length && score[i] <= score[kept[filled - 1]])
            {
                continue;
            }

            int at = filled < kept.Length ? filled++ : filled - 1;
            while (at > 0 && score[kept[at - 1]] < score[i])
            {
                kept[at] = kept[at - 1];
                at--;
            }

            kept[at] = i;
        }

        var best = new Candidate[filled];
        for (int k = 0; k < filled; k++)
        {
            best[k] = new Candidate(kept[k], text[kept[k]], score[kept[k]], score[kept[k]]);
        }

        return best;
    }

    /// <summary>How likely each of a row's leading candidates is, the rest going to no indicator at all.</summary>
    public static List<(int Indicator, float Probability)> Probabilities(RowNode node, float foreign)
    {
        var probabilities = new List<(int, float)>(4);
        if (node.Candidates.Length == 0)
        {
            return probabilities;
        }

        float top = Math.Max(foreign, node.Candidates[0].Score);
        float sum = MathF.Exp((foreign - top) / Temperature);
        foreach (Candidate candidate in node.Candidates)
        {
            sum += MathF.Exp((candidate.Score - top) / Temperature);
        }

        foreach (Candidate candidate in node.Candidates)
        {
            float probability = MathF.Exp((candidate.Score - top) / Temperature) / sum;
            if (probability < 0.02f || probabilities.Count == 5)
            {
                break;
            }

            probabilities.Add((candidate.Indicator, probability));
        }

        return probabilities;
    }
}
