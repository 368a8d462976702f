using System.ComponentModel.DataAnnotations;

namespace Extractor;

/// <summary>Bounds and thresholds of the rules.</summary>
public sealed class ValidationOptions
{
    /// <summary>Checks judged on one report.</summary>
    /// <value>The default value is 5,000.</value>
    [Range(1, 1_000_000)]
    public int MaxInstances { get; set; } = 5_000;

    /// <summary>Findings of one report; the rest is left out.</summary>
    /// <value>The default value is 500.</value>
    [Range(1, 100_000)]
    public int MaxFindings { get; set; } = 500;

    /// <summary>Figures tried in search of the one whose change mends most.</summary>
    /// <value>The default value is 5,000.</value>
    [Range(0, 1_000_000)]
    public int MaxRepairSteps { get; set; } = 5_000;

    /// <summary>Rows and sentences surer than this take part in the rules.</summary>
    /// <value>The default value is 0.5.</value>
    [Range(0.0, 1.0)]
    public double LeastConfidence { get; set; } = 0.5;
}
