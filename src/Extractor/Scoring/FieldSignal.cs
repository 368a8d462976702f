using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>
/// The signals that a field's confidence is weighed from, each with the sign its weight may have: a broken rule never speaks for a field, a place that
/// agrees never against it.
/// </summary>
internal static class FieldSignal
{
    /// <summary>First signal of other places.</summary>
    public const int Agreeing = 3;

    /// <summary>First signal of the rules; those behind the last are of the report and the cell.</summary>
    public const int Holding = 5;

    /// <summary>First signal that is none of the rules.</summary>
    public const int AfterRules = 9;

    /// <summary>Mean probability of the rows around.</summary>
    public const int Nearby = 9;

    /// <summary>Mean probability of all rows.</summary>
    public const int FormFit = 10;

    /// <summary>Words that are none.</summary>
    public const int Illegible = 11;

    /// <summary>Figures read with a doubt.</summary>
    public const int OddShare = 12;

    /// <summary>A doubt about this figure.</summary>
    public const int Odd = 13;

    /// <summary>Number of signals.</summary>
    public const int Count = 18;

    private const int MostWitnesses = 2;
    private const int MostRules = 3;
    private const double LeastProbability = 0.002;
    private const double VerySure = 3;
    private const double MostIllegible = 0.3;
    private const double MostOdd = 0.3;

    /// <summary>Names and signs.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =
    [
        new("always", 0), new("base", 1), new("baseLarge", 1), new("placesAgree", 1), new("placesDisagree", -1), new("rulesHold", 1), new("rulesBroken", -1),
        new("rulesBrokenInScan", -1), new("suspect", -1), new("nearby", 1), new("formFit", 1), new("illegible", -1), new("oddShare", -1), new("odd", -1),
        new("columnsLost", -1), new("pdf", -1), new("text", -1), new("unreadable", -1),
    ];

    /// <summary>Reads the signals of a field.</summary>
    public static float[] Read(FieldEvidence field)
    {
        double own = Logit(field.Mapping * field.Reading);
        ConfidenceWitnesses witnesses = field.Witnesses;
        bool isText = field.Report.Format is FileFormat.Txt or FileFormat.Md;
        bool isPdf = field.Report.Format == FileFormat.Pdf;
        int broken = Math.Min(witnesses.Support.Broken, MostRules);
        return
        [
            1, (float)own, (float)Math.Max(0, own - VerySure),
            Math.Min(witnesses.Agreeing, MostWitnesses), Math.Min(witnesses.Disagreeing, MostWitnesses),
            Math.Min(witnesses.Support.Holding, MostRules), broken, isText || isPdf ? broken : 0, witnesses.Support.IsSuspect ? 1 : 0,
            (float)Logit(field.Nearby), (float)Logit(field.Report.FormFit),
            (float)Math.Min(field.Report.Illegible, MostIllegible), (float)Math.Min(field.Report.OddShare, MostOdd), field.IsOdd ? 1 : 0,
            field.AreColumnsLost ? 1 : 0, isPdf ? 1 : 0, isText ? 1 : 0, field.Status == FieldStatus.Unreadable ? 1 : 0,
        ];
    }

    /// <summary>Logarithm of the odds of a probability, cut off where it means nothing any more.</summary>
    public static double Logit(double probability)
    {
        double p = Math.Clamp(probability, LeastProbability, 1 - LeastProbability);
        return Math.Log(p / (1 - p));
    }
}
