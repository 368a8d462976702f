using Extractor.Models;

namespace Extractor.Storage;

/// <summary>Which reports somebody wants to see; a part that is null lets all pass.</summary>
public sealed record ReportFilter
{
    /// <summary>Part of the agency's name; case and diacritics do not matter.</summary>
    public string? Agency { get; init; }

    /// <summary>First year.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last year.</summary>
    public int? ToYear { get; init; }

    /// <summary>Length of the period.</summary>
    public PeriodKind? Period { get; init; }

    /// <summary>Level of government.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>Report family the form belongs to.</summary>
    public string? Form { get; init; }

    /// <summary>The least certain field is at least this certain.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The least certain field is at most this certain.</summary>
    public double? MaxConfidence { get; init; }

    /// <summary>Whether there are findings.</summary>
    public FindingFilter? Findings { get; init; }

    /// <summary>A rule that has a finding.</summary>
    public string? Rule { get; init; }

    /// <summary>How good the result is.</summary>
    public ResultState? State { get; init; }
}

/// <summary>Reports by their findings.</summary>
public enum FindingFilter
{
    /// <summary>Neither errors nor warnings.</summary>
    None,

    /// <summary>Errors or warnings.</summary>
    Any,

    /// <summary>At least one error.</summary>
    Error,

    /// <summary>At least one warning.</summary>
    Warning,
}
