using Extractor.Models;

namespace Extractor.Storage.Model;

/// <summary>Periods as numbers that sort by their end: year, last month, kind. A year and a fourth quarter end together, the shorter one comes first.</summary>
internal static class PeriodKey
{
    /// <summary>Of a report whose period is not stated.</summary>
    public const int Unknown = 0;

    public static int Of(PeriodKind kind, int year, int? part)
    {
        int lastMonth = kind switch
        {
            PeriodKind.Month => part ?? 0,
            PeriodKind.Quarter => 3 * (part ?? 0),
            PeriodKind.SixMonths => 6,
            PeriodKind.NineMonths => 9,
            _ => 12,
        };
        return (((Math.Clamp(year, 0, 9999) * 100) + lastMonth) * 10) + (int)kind;
    }

    /// <summary>The first key of a year.</summary>
    public static int StartOf(int year) => Math.Clamp(year, 0, 9999) * 1000;
}
