using Extractor.Evaluation.Reliability;

namespace Extractor.Evaluation.Runs;

/// <summary>Figures of the cases that have something in common.</summary>
/// <param name="Dimension">What the cases are told apart by.</param>
/// <param name="Key">What these have in common; empty for those beyond the most keys that are told apart.</param>
/// <param name="Figures">Their figures.</param>
public sealed record SliceFigures(SliceDimension Dimension, string Key, ReliabilityFigures Figures)
{
    /// <summary>Least cases a calibration error is judged on.</summary>
    public const int LeastCases = 300;

    /// <summary>Largest calibration error a slice may have.</summary>
    public const double LargestError = 0.05;

    /// <summary>Whether the calibration error is small enough; null where the cases are too few to tell.</summary>
    public bool? IsCalibrated => Figures.Count < LeastCases ? null : Figures.ExpectedCalibrationError <= LargestError;
}

/// <summary>What cases are told apart by.</summary>
public enum SliceDimension
{
    /// <summary>Format of the file.</summary>
    Format,

    /// <summary>Report family.</summary>
    Family,

    /// <summary>Kind of value.</summary>
    Kind,

    /// <summary>Whether a field holds a value and, if not, why; the one dimension that counts fields without a value.</summary>
    Status,

    /// <summary>Table, prose or note.</summary>
    Source,

    /// <summary>Rows taken for an indicator and rows taken for none; the one dimension that counts rows.</summary>
    Rows,

    /// <summary>Height of the confidence.</summary>
    ConfidenceBand,

    /// <summary>The transcribed report, and with it its form.</summary>
    Report,
}
