using Extractor.Models;

namespace Extractor.Storage;

/// <summary>A stored result in a list.</summary>
public sealed record ReportSummary
{
    /// <summary>Id of the result.</summary>
    public required long Id { get; init; }

    /// <summary>Digest of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name the sender gave the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Report family.</summary>
    public required string Form { get; init; }

    /// <summary>Version of its schema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Version of the program that read it.</summary>
    public required string ExtractorVersion { get; init; }

    /// <summary>Version of the data it was mapped and scored with.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Who reports.</summary>
    public string? Agency { get; init; }

    /// <summary>Level of government.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>Time the report covers.</summary>
    public ReportPeriod? Period { get; init; }

    /// <summary>Title of the report.</summary>
    public string? Title { get; init; }

    /// <summary>Document number.</summary>
    public string? Number { get; init; }

    /// <summary>Date of the document.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>How good the result is.</summary>
    public required ResultState State { get; init; }

    /// <summary>Mean confidence of the fields.</summary>
    public required double Confidence { get; init; }

    /// <summary>Confidence of the least certain field.</summary>
    public required double LowestConfidence { get; init; }

    /// <summary>Number of fields.</summary>
    public required int Fields { get; init; }

    /// <summary>Table rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Table rows that are an indicator.</summary>
    public required int RowsMapped { get; init; }

    /// <summary>Findings that are errors.</summary>
    public required int Errors { get; init; }

    /// <summary>Findings that are warnings.</summary>
    public required int Warnings { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A figure of a stored result with the place it was read from.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Item">Member of a crossed table; null for the whole.</param>
/// <param name="Value">The figure; null unless it is reported.</param>
/// <param name="Status">Whether there is a value and, if not, why.</param>
/// <param name="Confidence">Probability that code, status and value are right.</param>
/// <param name="Source">Kind of place.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Table">Table, from 0.</param>
/// <param name="Row">Row in the table, from 0.</param>
/// <param name="Column">Column, from 0.</param>
/// <param name="Paragraph">Paragraph, from 0.</param>
public sealed record StoredValue(
    string Code, string? Item, IndicatorValue? Value, FieldStatus Status, double Confidence, EvidenceSource? Source, int? Page, int? Table, int? Row,
    int? Column, int? Paragraph);

/// <summary>A figure of a series.</summary>
/// <param name="Report">The report it stands in.</param>
/// <param name="Value">The figure.</param>
/// <param name="Position">Where the series goes on after it.</param>
public sealed record SeriesPoint(ReportSummary Report, StoredValue Value, SeriesPosition Position);

/// <summary>A place in a series.</summary>
/// <param name="Period">Key of the period.</param>
/// <param name="ResultId">Id of the result.</param>
/// <param name="Ordinal">Place in the result.</param>
public readonly record struct SeriesPosition(int Period, long ResultId, int Ordinal) : IComparable<SeriesPosition>
{
    /// <inheritdoc/>
    public int CompareTo(SeriesPosition other) => (Period, ResultId, Ordinal).CompareTo((other.Period, other.ResultId, other.Ordinal));

    /// <summary>Whether one place comes before another.</summary>
    public static bool operator <(SeriesPosition left, SeriesPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place comes before another or is the same.</summary>
    public static bool operator <=(SeriesPosition left, SeriesPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place comes after another.</summary>
    public static bool operator >(SeriesPosition left, SeriesPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place comes after another or is the same.</summary>
    public static bool operator >=(SeriesPosition left, SeriesPosition right) => left.CompareTo(right) >= 0;
}

/// <summary>A report with all its figures.</summary>
/// <param name="Report">The report.</param>
/// <param name="Values">Its figures in order.</param>
public sealed record ReportWithValues(ReportSummary Report, IReadOnlyList<StoredValue> Values);
