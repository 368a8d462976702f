namespace Extractor.Mapping.Heuristic;

/// <summary>Turns the scores of a row's candidates into probabilities.</summary>
internal static class Likelihood
{
    /// <summary>Scores this far apart make one candidate about e times as likely as the other.</summary>
    private const float Temperature = 0.12f;

    /// <summary>How likely each of a row's leading candidates is, the rest going to no indicator at all.</summary>
    public static List<(int Indicator, float Probability)> Of(RowNode node, float foreign)
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
