using Extractor.Models;

namespace Extractor.Validation.Structure;

/// <summary>The last day of reporting periods.</summary>
internal static class PeriodEnds
{
    /// <summary>The last day; null where the period does not say which quarter or month it is.</summary>
    public static DateOnly? LastDay(ReportPeriod period)
    {
        int? month = period.Kind switch
        {
            PeriodKind.Month => period.Month,
            PeriodKind.Quarter => period.Quarter * 3,
            PeriodKind.SixMonths => 6,
            PeriodKind.NineMonths => 9,
            _ => 12,
        };
        return month is >= 1 and <= 12 && period.Year is >= 1 and <= 9999
            ? new DateOnly(period.Year, month.Value, DateTime.DaysInMonth(period.Year, month.Value))
            : null;
    }
}
