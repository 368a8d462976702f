namespace Extractor.Training.Figures;

/// <summary>How good probabilities are.</summary>
/// <param name="Count">Number of judgements.</param>
/// <param name="Accuracy">Share that is right.</param>
/// <param name="ExpectedCalibrationError">Mean distance between confidence and share of right ones over ten bins of equal width (Naeini et al. 2015).</param>
/// <param name="BrierScore">Mean squared distance of confidence and outcome.</param>
/// <param name="Auroc">Probability that a right one has a higher confidence than a wrong one; 1 where none is wrong or none right.</param>
/// <param name="Untouched">Largest share, surest first, of which at least 99.9 % are right.</param>
internal sealed record CalibrationFigures(int Count, double Accuracy, double ExpectedCalibrationError, double BrierScore, double Auroc, double Untouched)
{
    private const int Bins = 10;
    private const double UntouchedAccuracy = 0.999;

    /// <summary>Figures of judgements with their confidence.</summary>
    public static CalibrationFigures Of(IReadOnlyCollection<(double Confidence, bool IsRight)> judgements)
    {
        if (judgements.Count == 0)
        {
            return new CalibrationFigures(0, 0, 0, 0, 1, 0);
        }

        double error = judgements.GroupBy(j => Math.Min(Bins - 1, (int)(j.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(j => j.Confidence - (j.IsRight ? 1 : 0)))) / judgements.Count;
        return new CalibrationFigures(
            judgements.Count,
            judgements.Average(j => j.IsRight ? 1.0 : 0.0),
            error,
            judgements.Average(j => Math.Pow(j.Confidence - (j.IsRight ? 1 : 0), 2)),
            AurocOf(judgements),
            UntouchedOf(judgements));
    }

    // Rank statistic of Mann and Whitney, ties counted half.
    private static double AurocOf(IReadOnlyCollection<(double Confidence, bool IsRight)> judgements)
    {
        double right = judgements.Count(j => j.IsRight), wrong = judgements.Count - right;
        if (right == 0 || wrong == 0)
        {
            return 1;
        }

        double below = 0, wins = 0;
        foreach (IGrouping<double, (double Confidence, bool IsRight)> tie in judgements.GroupBy(j => j.Confidence).OrderBy(g => g.Key))
        {
            double wrongHere = tie.Count(j => !j.IsRight);
            wins += tie.Count(j => j.IsRight) * (below + (0.5 * wrongHere));
            below += wrongHere;
        }

        return wins / (right * wrong);
    }

    private static double UntouchedOf(IReadOnlyCollection<(double Confidence, bool IsRight)> judgements)
    {
        int taken = 0, right = 0, most = 0;
        foreach (IGrouping<double, (double Confidence, bool IsRight)> tie in judgements.GroupBy(j => j.Confidence).OrderByDescending(g => g.Key))
        {
            taken += tie.Count();
            right += tie.Count(j => j.IsRight);
            most = right >= UntouchedAccuracy * taken ? taken : most;
        }

        return (double)most / judgements.Count;
    }
}
