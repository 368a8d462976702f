namespace Extractor.Values;

/// <summary>A date or span of time as far as a text states it.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">1 to 12; null where blank.</param>
/// <param name="Day">1 to 31; null where blank.</param>
/// <param name="Quarter">1 to 4 for a quarter.</param>
/// <param name="FirstMonths">Number of months from the start of the year ("9 tháng đầu năm").</param>
/// <param name="LastMonths">Number of months up to the end of the year ("3 tháng cuối năm").</param>
internal sealed record PartialDate(
    int Year, int? Month = null, int? Day = null, int? Quarter = null, int? FirstMonths = null, int? LastMonths = null);
