using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Reports;

/// <summary>Places of an indicator in the order of periods, by the groups of their reports: each group lies in order, so the first of all are soon found.</summary>
internal sealed class SeriesWalk(StoreSession session, int codeId, IReadOnlyList<IReadOnlyList<int>> years)
{
    /// <summary>Groups of one year together, years in order: the figures of a year all come before those of the next.</summary>
    public static async Task<SeriesWalk> CreateAsync(
        StoreSession session, StoreContext context, int codeId, IReadOnlyList<int> groups, CancellationToken cancellationToken)
    {
        List<ReportGroupRow> rows = await context.ReportGroups.ToListAsync(cancellationToken).ConfigureAwait(false);
        var wanted = groups.ToHashSet();
        return new SeriesWalk(session, codeId, [.. rows.Where(row => wanted.Contains(row.Id))
            .GroupBy(row => row.PeriodKind is null ? null : row.PeriodYear).OrderBy(year => year.Key ?? int.MinValue)
            .Select(year => (IReadOnlyList<int>)[.. year.Select(row => row.Id)])]);
    }

    /// <summary>The first places after one.</summary>
    public async Task<List<SeriesPosition>> TakeAsync(SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        SeriesPosition place = after ?? new SeriesPosition(-1, 0, 0);
        var found = new List<SeriesPosition>();
        foreach (IReadOnlyList<int> year in years)
        {
            List<SeriesPosition> some = await session.Database.QueryEachAsync(
                session,
                $"""
                SELECT period, result_id, ordinal FROM series WHERE code_id = @code AND group_id = @each
                AND (period, result_id, ordinal) > (@period, @result, @ordinal) ORDER BY period, result_id, ordinal LIMIT {count - found.Count}
                """,
                year, "period, result_id, ordinal", count - found.Count, row => new SeriesPosition(row.GetInt32(0), row.GetInt64(1), row.GetInt32(2)),
                cancellationToken, ("@code", codeId), ("@period", place.Period), ("@result", place.ResultId), ("@ordinal", place.Ordinal)).ConfigureAwait(false);
            found.AddRange(some.Order().Take(count - found.Count));
            if (found.Count >= count)
            {
                break;
            }
        }

        return found;
    }
}
