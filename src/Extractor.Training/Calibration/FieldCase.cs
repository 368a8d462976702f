using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Scoring;

namespace Extractor.Training.Calibration;

/// <summary>A field of a made-up report with what is known of it and whether it is right.</summary>
/// <param name="Form">Form of the report; what is left out together.</param>
/// <param name="Kind">Which weights apply.</param>
/// <param name="Format">What the file was.</param>
/// <param name="IsDamaged">Whether the report was damaged before it was read.</param>
/// <param name="Value">Kind of value.</param>
/// <param name="Signals">Its signals.</param>
/// <param name="IsRight">Whether code, status and value are right.</param>
internal sealed record FieldCase(string Form, CaseKind Kind, FileFormat Format, bool IsDamaged, ValueKind Value, float[] Signals, bool IsRight)
{
    /// <summary>The confidence before there was a calibrator: mapping, reading, places and rules with factors set by hand.</summary>
    public double Before { get; init; }

    /// <summary>The confidence a model gives that has seen nothing of the form.</summary>
    public double Confidence { get; init; }

    /// <summary>The case of a field.</summary>
    public static FieldCase Of(string form, FileFormat format, bool isDamaged, FieldJudgement judged, FieldEvidence evidence) => new(
        form, evidence.IsProse ? CaseKind.Prose : evidence.Status == FieldStatus.Reported ? CaseKind.Figure : CaseKind.Empty, format, isDamaged, judged.Kind,
        FieldSignal.Read(evidence), judged.IsRight)
    {
        Before = judged.Confidence,
    };
}

/// <summary>Which weights a case is for.</summary>
internal enum CaseKind
{
    /// <summary>A figure of a table.</summary>
    Figure,

    /// <summary>A cell without a figure.</summary>
    Empty,

    /// <summary>A figure of the prose.</summary>
    Prose,

    /// <summary>A row that was taken for none of the schema.</summary>
    Foreign,
}
