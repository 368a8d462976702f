namespace Extractor.Evaluation.Reliability;

/// <summary>How far confidences are the share of right cases.</summary>
/// <param name="Count">Cases.</param>
/// <param name="Right">Cases that are right.</param>
/// <param name="MeanConfidence">Mean confidence; 0 without cases.</param>
/// <param name="ExpectedCalibrationError">Gap between confidence and share of right cases over ten equal bins (Naeini et al., 2015).</param>
/// <param name="BrierScore">Mean squared difference between confidence and outcome (Brier, 1950).</param>
public sealed record ReliabilityFigures(int Count, int Right, double MeanConfidence, double ExpectedCalibrationError, double BrierScore)
{
    /// <summary>Share of right cases; 0 without cases.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Right / Count;
}
