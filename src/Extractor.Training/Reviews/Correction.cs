using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Extractor.Models;

namespace Extractor.Training.Reviews;

/// <summary>What a reviewer settled about one row of a report: its code, or the value in its cell. "From" and "to" are the same where the reviewer agreed.</summary>
internal sealed record Correction
{
    /// <summary>Who settled it.</summary>
    public required string Who { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>What was settled.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>Report the row stands in: a name that is the same for all its rows.</summary>
    public required string Document { get; init; }

    /// <summary>Table, as in the result.</summary>
    public int Table { get; init; }

    /// <summary>Row of the table, as in the result.</summary>
    public int Row { get; init; }

    /// <summary>Printed number.</summary>
    public string Stt { get; init; } = "";

    /// <summary>Printed group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Printed label.</summary>
    public required string Label { get; init; }

    /// <summary>Printed unit; a result has null for an indicator without one.</summary>
    [AllowNull]
    public string Unit { get; init => field = value ?? ""; } = "";

    /// <summary>Printed figure.</summary>
    public string Value { get; init; } = "";

    /// <summary>Code of the row whose value is settled; null if it is not on record.</summary>
    public string? Code { get; init; }

    /// <summary>What the file was; null if it is not on record.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>Code or value of the result; null for none. Values as JSON has them: a number with a decimal point, or "10/12".</summary>
    public string? From { get; init; }

    /// <summary>Right code or value; null for none.</summary>
    public string? To { get; init; }
}

/// <summary>What a correction is about.</summary>
internal enum CorrectionKind
{
    /// <summary>"This row is that indicator."</summary>
    Row,

    /// <summary>"This value is that."</summary>
    Value,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Correction))]
internal sealed partial class CorrectionJsonContext : JsonSerializerContext;
