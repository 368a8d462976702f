using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>The parts of an answer that lists and series are made from.</summary>
internal sealed record ResultIndex
{
    public required string Sha256 { get; init; }

    public required string Family { get; init; }

    public required int SchemaVersion { get; init; }

    public required string FileName { get; init; }

    public required FileFormat Format { get; init; }

    public string? Agency { get; init; }

    public string? Title { get; init; }

    public string? Number { get; init; }

    public string? IssuedOn { get; init; }

    public PeriodKind? PeriodKind { get; init; }

    public int? PeriodYear { get; init; }

    public int? PeriodPart { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int Rows { get; init; }

    public int RowsMapped { get; init; }

    /// <summary>Parts of the file that were not read.</summary>
    public int Unread { get; init; }

    /// <summary>Whether the document belongs to no known family, whatever rows of it look like indicators.</summary>
    public bool IsUnrelated { get; init; }

    public ImmutableArray<IndexedValue> Values { get; init; } = [];

    public ImmutableArray<IndexedFinding> Findings { get; init; } = [];

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);

    /// <summary>Mean over the fields; 0 where there is none.</summary>
    public double Confidence => Values.IsEmpty ? 0 : Values.Average(value => value.Confidence);

    public double LowestConfidence => Values.IsEmpty ? 0 : Values.Min(value => value.Confidence);

    /// <summary>Computed from what was read, never set.</summary>
    public ResultState StateFor(double reviewBelow) => this switch
    {
        { Values.IsEmpty: true } or { IsUnrelated: true } => ResultState.NotAReport,
        { Unread: > 0 } or { Errors: > 0 } => ResultState.NeedsReview,
        _ when LowestConfidence < reviewBelow || Values.Any(value => value.Status == FieldStatus.Unreadable) => ResultState.NeedsReview,
        _ => ResultState.Done,
    };
}

/// <summary>One field of an answer with the place of its best evidence.</summary>
internal sealed record IndexedValue(
    string Code, string? Item, string? Value, FieldStatus Status, double Confidence, EvidenceSource? Source,
    int? Page, int? Table, int? Row, int? Column, int? Paragraph);

/// <summary>One finding of an answer.</summary>
internal sealed record IndexedFinding(string Rule, Severity Severity);
