using Extractor.Evaluation.Reliability;

namespace Extractor.Training.Figures;

/// <summary>How good probabilities are; computed as <c>extractor evaluate</c> computes them.</summary>
/// <param name="Count">Number of judgements.</param>
/// <param name="Accuracy">Share that is right.</param>
/// <param name="ExpectedCalibrationError">Mean distance between confidence and share of right ones over ten bins of equal width (Naeini et al. 2015).</param>
/// <param name="BrierScore">Mean squared distance of confidence and outcome.</param>
/// <param name="Auroc">Probability that a right one has a higher confidence than a wrong one; 1 where none is wrong or none right.</param>
/// <param name="Untouched">Largest share, surest first, of which at least 99.9 % are right.</param>
internal sealed record CalibrationFigures(int Count, double Accuracy, double ExpectedCalibrationError, double BrierScore, double Auroc, double Untouched)
{
    private const double UntouchedAccuracy = 0.999;

    /// <summary>Figures of judgements with their confidence.</summary>
    public static CalibrationFigures Of(IEnumerable<(double Confidence, bool IsRight)> judgements)
    {
        var tally = new ReliabilityTally();
        var ranking = new ConfidenceRanking();
        foreach ((double confidence, bool isRight) in judgements)
        {
            tally.Add(confidence, isRight);
            ranking.Add(confidence, isRight);
        }

        ReliabilityFigures figures = tally.Summarise();
        return new CalibrationFigures(
            figures.Count, figures.Accuracy, figures.ExpectedCalibrationError, figures.BrierScore, ranking.AreaUnderCurve() ?? 1,
            RiskPoint.Keeping(UntouchedAccuracy, ranking.RiskCurve())?.Coverage ?? 0);
    }
}
