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

internal sealed class IndicatorValueRow
{
    public long ResultId { get; set; }

    public int Ordinal { get; set; }

    public int CodeId { get; set; }

    public int Period { get; set; }

    /// <summary>Member of a crossed table the figure belongs to; null for the whole.</summary>
    public string? Item { get; set; }

    /// <summary>The figure as the contract writes it: a number, or a ratio such as "10/10".</summary>
    public string? Value { get; set; }

    public short Status { get; set; }

    public float Confidence { get; set; }

    public short? Source { get; set; }

    public int? Page { get; set; }

    public int? CellTable { get; set; }

    public int? CellRow { get; set; }

    public int? CellColumn { get; set; }

    public int? Paragraph { get; set; }
}

internal sealed class FindingRow
{
    public long ResultId { get; set; }

    public int Ordinal { get; set; }

    public required string Rule { get; set; }

    public Severity Severity { get; set; }
}
