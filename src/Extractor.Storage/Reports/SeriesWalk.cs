using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Reports;

/// <summary>
/// Goes along the values of an indicator in the order of their index and looks their reports up by key, a stretch at a time. A join would leave it to
/// the planner where to begin, and beginning at the reports of a year means sorting a hundred thousand of them for fifty figures.
/// </summary>
internal static class SeriesWalk
{
    private const int MostAtOnce = 2000;

    /// <summary>Values of a code within the filter's years.</summary>
    public static IQueryable<IndicatorValueRow> Values(StoreContext context, int codeId, ReportFilter filter)
    {
        IQueryable<IndicatorValueRow> values = context.IndicatorValues.Where(value => value.CodeId == codeId);
        if (filter.FromYear is { } from)
        {
            int least = PeriodKey.StartOf(from);
            values = values.Where(value => value.Period >= least);
        }

        if (filter.ToYear is { } to)
        {
            int end = PeriodKey.StartOf(to + 1);
            values = values.Where(value => value.Period < end);
        }

        return values;
    }

    /// <summary>The first values after a place whose reports a filter lets pass.</summary>
    public static async Task<List<(IndicatorValueRow Value, ResultRow Report)>> TakeAsync(
        IQueryable<IndicatorValueRow> values, IQueryable<ResultRow> reports, SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        var points = new List<(IndicatorValueRow, ResultRow)>(count);
        for (int stretch = count; points.Count < count; stretch = Math.Min(2 * stretch, MostAtOnce))
        {
            List<IndicatorValueRow> some = await After(values, after).OrderBy(value => value.Period).ThenBy(value => value.ResultId)
                .ThenBy(value => value.Ordinal).Take(stretch).ToListAsync(cancellationToken).ConfigureAwait(false);
            List<long> ids = [.. some.Select(value => value.ResultId).Distinct()];
            Dictionary<long, ResultRow> found = await reports.Where(row => ids.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, cancellationToken).ConfigureAwait(false);
            points.AddRange(some.Where(value => found.ContainsKey(value.ResultId)).Select(value => (value, found[value.ResultId])).Take(count - points.Count));
            if (some.Count < stretch)
            {
                break;
            }

            after = new SeriesPosition(some[^1].Period, some[^1].ResultId, some[^1].Ordinal);
        }

        return points;
    }

    private static IQueryable<IndicatorValueRow> After(IQueryable<IndicatorValueRow> values, SeriesPosition? after) => after is not { } place ? values
        // The first condition alone bounds the walk along the index; the second leaves out what was seen of its first period.
        : values.Where(value => value.Period >= place.Period).Where(value => value.Period > place.Period
            || value.ResultId > place.ResultId || (value.ResultId == place.ResultId && value.Ordinal > place.Ordinal));
}
