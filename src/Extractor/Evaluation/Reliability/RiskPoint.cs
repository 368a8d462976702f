using System.Collections.Immutable;

namespace Extractor.Evaluation.Reliability;

/// <summary>What passes a threshold of confidence, and how much of it is wrong.</summary>
/// <param name="Threshold">Lowest confidence that passes.</param>
/// <param name="Coverage">Share of all cases that pass.</param>
/// <param name="Taken">Cases that pass.</param>
/// <param name="Wrong">Cases among them that are wrong.</param>
public sealed record RiskPoint(double Threshold, double Coverage, long Taken, long Wrong)
{
    /// <summary>Share of wrong cases among those that pass.</summary>
    public double Risk => Taken == 0 ? 0 : (double)Wrong / Taken;

    /// <summary>The lowest threshold that still keeps an accuracy; null where none does.</summary>
    public static RiskPoint? Keeping(double accuracy, ImmutableArray<RiskPoint> curve) => curve.LastOrDefault(p => p.Taken - p.Wrong >= accuracy * p.Taken);
}
