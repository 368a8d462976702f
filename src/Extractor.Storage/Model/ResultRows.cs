using Extractor.Models;

namespace Extractor.Storage.Model;

internal sealed class ResultRow
{
    public long Id { get; set; }

    public required string Sha256 { get; set; }

    public required string Family { get; set; }

    public int SchemaVersion { get; set; }

    public required string ExtractorVersion { get; set; }

    public required string ModelVersion { get; set; }

    /// <summary>Whether this is the newest answer to its bytes and family; only such a one has rows in the index.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>The reports that share all its traits lists can be narrowed by: see <see cref="ReportGroupRow"/>.</summary>
    public int GroupId { get; set; }

    public ResultState State { get; set; }

    public required string FileName { get; set; }

    public short Format { get; set; }

    public int? AgencyId { get; set; }

    public string? Title { get; set; }

    public string? Number { get; set; }

    public string? IssuedOn { get; set; }

    public short? PeriodKind { get; set; }

    public int? PeriodYear { get; set; }

    public short? PeriodPart { get; set; }

    /// <summary>Sorts periods by time: see <see cref="PeriodKey"/>.</summary>
    public int Period { get; set; }

    public short? Level { get; set; }

    public double Confidence { get; set; }

    public double LowestConfidence { get; set; }

    public int Fields { get; set; }

    public int Rows { get; set; }

    public int RowsMapped { get; set; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    public long CreatedAt { get; set; }
}

/// <summary>The answer itself: JSON, deflated.</summary>
internal sealed class ResultBodyRow
{
    public long ResultId { get; set; }

    public required byte[] Body { get; set; }
}

internal sealed class AgencyRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name without case and diacritics, for search.</summary>
    public required string Folded { get; set; }
}

internal sealed class IndicatorCodeRow
{
    public int Id { get; set; }

    public required string Code { get; set; }
}

/// <summary>
/// Traits that reports are narrowed by, each combination once. There are some hundreds of them whatever the number of reports, so that a filter becomes
/// a list of groups, and a filter that nothing matches an empty one.
/// </summary>
internal sealed class ReportGroupRow
{
    public int Id { get; set; }

    /// <summary>All traits as one text: a unique index takes two nulls for different.</summary>
    public required string Key { get; set; }

    public required string Family { get; set; }

    public int? PeriodYear { get; set; }

    public short? PeriodKind { get; set; }

    public short? Level { get; set; }

    public ResultState State { get; set; }

    public bool HasErrors { get; set; }

    public bool HasWarnings { get; set; }
}

/// <summary>All figures of an answer: see <see cref="Results.PackedValues"/>.</summary>
internal sealed class ResultValuesRow
{
    public long ResultId { get; set; }

    public required byte[] Packed { get; set; }
}

/// <summary>Where a figure of a code stands; the figure itself is in the packed values of its answer.</summary>
internal sealed class SeriesRow
{
    public int CodeId { get; set; }

    public int GroupId { get; set; }

    /// <summary>See <see cref="PeriodKey"/>.</summary>
    public int Period { get; set; }

    public long ResultId { get; set; }

    public int Ordinal { get; set; }
}

/// <summary>An answer whose figures are not in the series yet, or no longer belong there.</summary>
internal sealed class SeriesBacklogRow
{
    public long ResultId { get; set; }
}

internal sealed class FindingRow
{
    public long ResultId { get; set; }

    public int Ordinal { get; set; }

    public required string Rule { get; set; }

    /// <summary>That of its answer.</summary>
    public int GroupId { get; set; }

    public Severity Severity { get; set; }
}
