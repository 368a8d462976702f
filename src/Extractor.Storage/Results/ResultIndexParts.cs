using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>What has been read of an answer's index so far.</summary>
internal sealed class ResultIndexParts
{
    /// <summary>The warning of a document that belongs to no known family.</summary>
    public const string UnrelatedWarning = "report.unrelated";

    public string? Sha256 { get; set; }

    public string? Family { get; set; }

    public int? SchemaVersion { get; set; }

    public string? FileName { get; set; }

    public FileFormat? Format { get; set; }

    public bool HasHead { get; set; }

    public string? Agency { get; set; }

    public string? Title { get; set; }

    public string? Number { get; set; }

    public string? IssuedOn { get; set; }

    public PeriodKind? PeriodKind { get; set; }

    public int? PeriodYear { get; set; }

    public int? PeriodPart { get; set; }

    public AdministrativeLevel? Level { get; set; }

    public int? Rows { get; set; }

    public int? RowsMapped { get; set; }

    public int? Unread { get; set; }

    public bool? IsUnrelated { get; set; }

    public ImmutableArray<IndexedValue>? Values { get; set; }

    public ImmutableArray<IndexedFinding>? Findings { get; set; }

    /// <exception cref="FormatException">A part is missing.</exception>
    public ResultIndex ToIndex() => new()
    {
        Sha256 = Told(Sha256, "document.sha256"),
        Family = Told(Family, "schema.family"),
        SchemaVersion = Told(SchemaVersion, "schema.version"),
        FileName = Told(FileName, "document.fileName"),
        Format = Told(Format, "document.format"),
        Agency = HasHead ? Agency : throw Missing("report"),
        Title = Title,
        Number = Number,
        IssuedOn = IssuedOn,
        PeriodKind = PeriodKind,
        PeriodYear = PeriodYear,
        PeriodPart = PeriodPart,
        Level = Level,
        Rows = Told(Rows, "coverage.rows"),
        RowsMapped = Told(RowsMapped, "coverage.rowsMapped"),
        Unread = Told(Unread, "coverage.unread"),
        IsUnrelated = Told(IsUnrelated, "warnings"),
        Values = Told(Values, "fields"),
        Findings = Told(Findings, "findings"),
    };

    public static T Told<T>(T? part, string name)
        where T : struct => part ?? throw Missing(name);

    public static string Told(string? part, string name) => part ?? throw Missing(name);

    private static FormatException Missing(string part) => new($"The result says nothing of {part}.");
}
