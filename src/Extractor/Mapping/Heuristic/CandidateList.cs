namespace Extractor.Mapping.Heuristic;

/// <summary>Keeps the best candidates of a row and turns their scores into probabilities.</summary>
internal static class CandidateList
{
    /// <summary>Scores this far apart make one candidate about e times as likely as the other.</summary>
    private const float Temperature = 0.12f;

    /// <summary>Text of an indicator without any wording.</summary>
    public const float Never = -10f;

    /// <summary>The best candidates, best first.</summary>
    public static Candidate[] Best(ReadOnlySpan<float> text, ReadOnlySpan<float> score, int count)
    {
        Span<int> kept = stackalloc int[Math.Min(count, score.Length)];
        Leading(score, kept);
        var best = new Candidate[kept.Length];
        for (int k = 0; k < kept.Length; k++)
        {
            best[k] = new Candidate(kept[k], text[kept[k]], score[kept[k]], score[kept[k]]);
        }

        return best;
    }

    /// <summary>Puts the best candidates first; equal ones keep their order.</summary>
    public static void Sort(Span<Candidate> candidates)
    {
        for (int i = 1; i < candidates.Length; i++)
        {
            Candidate moved = candidates[i];
            int at = i;
            while (at > 0 && candidates[at - 1].Score < moved.Score)
            {
                candidates[at] = candidates[at - 1];
                at--;
            }

            candidates[at] = moved;
        }
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

    // As many as the list has room for, largest first; of equal ones the first.
    private static void Leading(ReadOnlySpan<float> score, Span<int> leading)
    {
        int filled = 0;
        float least = float.NegativeInfinity;
        for (int i = 0; i < score.Length; i++)
        {
            if (filled == leading.Length && !(score[i] > least))
            {
                continue;
            }

            int at = filled < leading.Length ? filled++ : filled - 1;
            while (at > 0 && score[leading[at - 1]] < score[i])
            {
                leading[at] = leading[at - 1];
                at--;
            }

            leading[at] = i;
            least = score[leading[filled - 1]];
        }
    }
}
