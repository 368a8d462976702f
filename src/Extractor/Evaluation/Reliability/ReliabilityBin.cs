namespace Extractor.Evaluation.Reliability;

/// <summary>Cases of about the same confidence: one bar of a reliability diagram.</summary>
/// <param name="From">Lowest confidence of the bin.</param>
/// <param name="To">Confidence the next bin begins with.</param>
/// <param name="Count">Cases.</param>
/// <param name="Right">Cases that are right.</param>
/// <param name="MeanConfidence">Mean confidence of the cases; the middle of the bin without cases.</param>
public sealed record ReliabilityBin(double From, double To, int Count, int Right, double MeanConfidence)
{
    // Two-sided, 95 % (Wilson, 1927).
    private const double Z = 1.959964;

    /// <summary>Share of right cases; 0 without cases.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Right / Count;

    /// <summary>Interval that holds the true share of right cases in 95 of 100 samples (Wilson, 1927).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Count == 0)
            {
                return (0, 1);
            }

            double z2 = Z * Z / Count;
            double middle = (Accuracy + (z2 / 2)) / (1 + z2);
            double half = Z / (1 + z2) * Math.Sqrt((Accuracy * (1 - Accuracy) / Count) + (z2 / (4 * Count)));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }
}
