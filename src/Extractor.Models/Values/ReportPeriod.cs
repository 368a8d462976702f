using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>The time a report covers.</summary>
/// <param name="Kind">Length of the period, always counted from 1 January except for a quarter or month.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Quarter">1 to 4 for <see cref="PeriodKind.Quarter"/>, otherwise null.</param>
/// <param name="Month">1 to 12 for <see cref="PeriodKind.Month"/>, otherwise null.</param>
public sealed record ReportPeriod(
    PeriodKind Kind, int Year, int? Quarter = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Month = null);

/// <summary>Length of a reporting period.</summary>
public enum PeriodKind
{
    /// <summary>One month.</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>Three months.</summary>
    [JsonStringEnumMemberName("quarter")]
    Quarter,

    /// <summary>The first half of the year.</summary>
    [JsonStringEnumMemberName("6_months")]
    SixMonths,

    /// <summary>The first nine months of the year.</summary>
    [JsonStringEnumMemberName("9_months")]
    NineMonths,

    /// <summary>The whole year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,
}

/// <summary>Level of government a report comes from.</summary>
public enum AdministrativeLevel
{
    /// <summary>Xã, phường, thị trấn.</summary>
    Commune,

    /// <summary>Huyện, quận, thị xã, thành phố thuộc tỉnh (until July 2025).</summary>
    District,

    /// <summary>Tỉnh, thành phố trực thuộc trung ương.</summary>
    Province,

    /// <summary>Sở, ban, ngành.</summary>
    Department,
}
