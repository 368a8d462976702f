using System.Collections.Immutable;
using Extractor.Evaluation.Reliability;

namespace Extractor.Cli.Evaluate;

/// <summary>Makes risk curves small enough to show.</summary>
internal static class RiskCurves
{
    /// <summary>About so many points, evenly spread over the coverage, the last one among them.</summary>
    public static ImmutableArray<RiskPoint> Thin(ImmutableArray<RiskPoint> curve, int most)
    {
        if (curve.Length <= most)
        {
            return curve;
        }

        var kept = ImmutableArray.CreateBuilder<RiskPoint>(most);
        foreach (RiskPoint point in curve)
        {
            if (point.Coverage * (most - 1) >= kept.Count || point == curve[^1])
            {
                kept.Add(point);
            }
        }

        return kept.ToImmutable();
    }
}
