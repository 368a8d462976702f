using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>The signals of a row taken for none of the schema.</summary>
internal static class ForeignSignal
{
    /// <summary>Number of signals.</summary>
    public const int Count = 6;

    /// <summary>Names and signs.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =
        [new("always", 0), new("base", 1), new("nearby", 1), new("formFit", 1), new("illegible", -1), new("text", -1)];

    /// <summary>Reads the signals of a row.</summary>
    public static float[] Read(double mapping, double nearby, ReportTrust report) =>
    [
        1, (float)FieldSignal.Logit(mapping), (float)FieldSignal.Logit(nearby), (float)FieldSignal.Logit(report.FormFit), (float)report.Illegible,
        report.Format is FileFormat.Txt or FileFormat.Md ? 1 : 0,
    ];
}
