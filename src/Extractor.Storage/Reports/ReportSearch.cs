using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Reports;

/// <summary>
/// Finds reports in the order of their ids in a time that hardly depends on how many there are or where the matching ones lie. Traits become a list of
/// groups, each with an index in the order of ids. An agency, a confidence and a rule narrow further: where one of them leaves few reports, these are
/// looked at; where each leaves many, going along all reports meets enough of them soon.
/// </summary>
internal sealed class ReportSearch(StoreSession session, StoreContext context, ReportFilter filter)
{
    private const long FirstStretch = 20_000;

    /// <summary>Groups the filter lets pass.</summary>
    public Task<List<int>> GroupsAsync(CancellationToken cancellationToken) => GroupFilter.FindAsync(context, filter, cancellationToken);

    /// <summary>Reports beyond an id, in the order of ids.</summary>
    public async Task<IReadOnlyList<ResultRow>> TakeAsync(bool newestFirst, long? beyond, int count, CancellationToken cancellationToken)
    {
        List<int> groups = await GroupsAsync(cancellationToken).ConfigureAwait(false);
        if (groups.Count == 0)
        {
            return [];
        }

        if (await new Narrowing(session, context, filter, groups).FindAsync(cancellationToken).ConfigureAwait(false) is { } few)
        {
            return await LoadAsync(
                few.Select(report => report.Id).Where(id => beyond is not { } place || (newestFirst ? id < place : id > place)), newestFirst, count,
                cancellationToken).ConfigureAwait(false);
        }

        bool isByTraits = filter is { Agency: null, MinConfidence: null, MaxConfidence: null };
        return isByTraits && filter != new ReportFilter()
            ? await OfGroupsAsync(groups, newestFirst, beyond, count, cancellationToken).ConfigureAwait(false)
            : await AlongAllAsync(newestFirst, beyond, count, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ResultRow>> OfGroupsAsync(
        IReadOnlyList<int> groups, bool newestFirst, long? beyond, int count, CancellationToken cancellationToken)
    {
        (string order, string than, long place) = newestFirst ? ("DESC", "<", beyond ?? long.MaxValue) : ("ASC", ">", beyond ?? 0);
        string sql = filter.Rule is null
            ? $"SELECT id FROM results WHERE is_current AND group_id = @each AND id {than} @place ORDER BY id {order} LIMIT {count}"
            : $"SELECT DISTINCT result_id AS id FROM findings WHERE rule = @rule AND group_id = @each AND result_id {than} @place ORDER BY result_id {order} LIMIT {count}";
        List<long> ids = await session.Database.QueryEachAsync(
            session, sql, groups, $"id {order}", count, row => row.GetInt64(0), cancellationToken,
            [("@place", place), .. filter.Rule is { } rule ? [("@rule", rule)] : Array.Empty<(string, object?)>()]).ConfigureAwait(false);
        return await LoadAsync(ids, newestFirst, count, cancellationToken).ConfigureAwait(false);
    }

    // In stretches, each twice as long as the one before: a planner that is asked for the first fifty of all may decide to sort a million.
    private async Task<IReadOnlyList<ResultRow>> AlongAllAsync(bool newestFirst, long? beyond, int count, CancellationToken cancellationToken)
    {
        long least = await session.NumberAsync("SELECT min(id) FROM results", cancellationToken).ConfigureAwait(false) ?? 0;
        long most = await session.NumberAsync("SELECT max(id) FROM results", cancellationToken).ConfigureAwait(false) ?? 0;
        IQueryable<ResultRow> reports = ReportQueries.Apply(context, filter);
        var found = new List<ResultRow>();
        long from = newestFirst ? Math.Min(beyond ?? most + 1, most + 1) : Math.Max(beyond + 1 ?? least, least);
        for (long stretch = FirstStretch; found.Count < count && (newestFirst ? from > least : from <= most); stretch *= 2)
        {
            (long first, long end) = newestFirst ? (from - stretch, from) : (from, from + stretch);
            IQueryable<ResultRow> some = reports.Where(row => row.Id >= first && row.Id < end);
            found.AddRange(await (newestFirst ? some.OrderByDescending(row => row.Id) : some.OrderBy(row => row.Id)).Take(count - found.Count)
                .ToListAsync(cancellationToken).ConfigureAwait(false));
            from = newestFirst ? first : end;
        }

        return found;
    }

    private async Task<IReadOnlyList<ResultRow>> LoadAsync(IEnumerable<long> ids, bool newestFirst, int count, CancellationToken cancellationToken)
    {
        long[] wanted = [.. (newestFirst ? ids.OrderDescending() : ids.Order()).Take(count)];
        // One that went or was replaced this very moment is left out.
        List<ResultRow> rows = await context.Results.Where(row => row.IsCurrent && wanted.Contains(row.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. newestFirst ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id)];
    }
}
