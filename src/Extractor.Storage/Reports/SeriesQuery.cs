using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Reports;

/// <summary>
/// Figures of an indicator in the order of periods. Where the filter leaves few reports, their own figures are looked into; otherwise it goes along the series
/// and, beside it, along the answers that are not carried there yet.
/// </summary>
internal sealed class SeriesQuery(StoreSession session, StoreContext context, ReportFilter filter, int codeId)
{
    private const int FirstStretch = 64;
    private const int NarrowStretch = 1000;
    private const int MostAtOnce = 2000;

    public async Task<List<(ResultRow Report, SeriesPosition Position, PackedValue Value)>> TakeAsync(
        SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        List<int> groups = await GroupFilter.FindAsync(context, filter, cancellationToken).ConfigureAwait(false);
        if (groups.Count == 0)
        {
            return [];
        }

        var narrowing = new Narrowing(session, context, filter, groups);
        List<SeriesPosition> places = await narrowing.FindAsync(cancellationToken).ConfigureAwait(false) is { } few
            ? await OfReportsAsync(few, after, count, cancellationToken).ConfigureAwait(false)
            : await AlongAsync(narrowing, groups, after, count, cancellationToken).ConfigureAwait(false);
        return await LoadAsync(places, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<SeriesPosition>> OfReportsAsync(
        IReadOnlyList<Candidate> reports, SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        var found = new List<SeriesPosition>();
        IEnumerable<Candidate> rest = reports.Where(report => after is not { } place || (report.Period, report.Id).CompareTo((place.Period, place.ResultId)) >= 0)
            .OrderBy(report => report.Period).ThenBy(report => report.Id);
        foreach (Candidate[] some in rest.Chunk(FirstStretch))
        {
            Dictionary<long, PackedValue[]> values = await StoredValues.OfAsync(session, some.Select(report => report.Id), cancellationToken).ConfigureAwait(false);
            found.AddRange(some.SelectMany(report => PlacesIn(report.Id, report.Period, values.GetValueOrDefault(report.Id, [])))
                .Where(place => after is not { } passed || place > passed));
            if (found.Count >= count)
            {
                break;
            }
        }

        return [.. found.Take(count)];
    }

    private async Task<List<SeriesPosition>> AlongAsync(
        Narrowing narrowing, IReadOnlyList<int> groups, SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        // Before the series: an answer that is carried over meanwhile is then seen twice and not never.
        List<SeriesPosition> backlog = await BacklogAsync(groups, cancellationToken).ConfigureAwait(false);
        SeriesWalk walk = await SeriesWalk.CreateAsync(session, context, codeId, groups, cancellationToken).ConfigureAwait(false);
        bool isNarrow = filter is not { Agency: null, Rule: null, MinConfidence: null, MaxConfidence: null };
        var found = new List<SeriesPosition>();
        for (int stretch = isNarrow ? NarrowStretch : Math.Max(count, FirstStretch); found.Count < count; stretch = Math.Min(2 * stretch, MostAtOnce))
        {
            List<SeriesPosition> some = await walk.TakeAsync(after, stretch, cancellationToken).ConfigureAwait(false);
            bool isLast = some.Count < stretch;
            List<SeriesPosition> places = [.. some
                .Concat(backlog.Where(place => (after is not { } passed || place > passed) && (isLast || place < some[^1]))).Distinct().Order()];
            HashSet<long> matching = [.. (await narrowing.MatchingAsync(places.Select(place => place.ResultId).Distinct(), cancellationToken)
                .ConfigureAwait(false)).Select(report => report.Id)];
            found.AddRange(places.Where(place => matching.Contains(place.ResultId)).Take(count - found.Count));
            if (isLast)
            {
                break;
            }

            after = some[^1];
        }

        return found;
    }

    private async Task<List<(ResultRow, SeriesPosition, PackedValue)>> LoadAsync(List<SeriesPosition> places, CancellationToken cancellationToken)
    {
        long[] ids = [.. places.Select(place => place.ResultId).Distinct()];
        Dictionary<long, ResultRow> reports = await context.Results.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken).ConfigureAwait(false);
        Dictionary<long, PackedValue[]> values = await StoredValues.OfAsync(session, ids, cancellationToken).ConfigureAwait(false);
        return [.. places.Where(place => reports.ContainsKey(place.ResultId) && values.ContainsKey(place.ResultId))
            .Select(place => (reports[place.ResultId], place, values[place.ResultId][place.Ordinal]))];
    }

    private async Task<List<SeriesPosition>> BacklogAsync(IReadOnlyList<int> groups, CancellationToken cancellationToken)
    {
        List<long> ids = await session.QueryAsync("SELECT result_id FROM series_backlog", row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        if (ids.Count == 0)
        {
            return [];
        }

        var wanted = groups.ToHashSet();
        var current = (await context.Results.Where(row => row.IsCurrent && ids.Contains(row.Id)).Select(row => new { row.Id, row.GroupId, row.Period })
            .ToListAsync(cancellationToken).ConfigureAwait(false)).Where(row => wanted.Contains(row.GroupId)).ToList();
        Dictionary<long, PackedValue[]> values = await StoredValues.OfAsync(session, current.Select(row => row.Id), cancellationToken).ConfigureAwait(false);
        return [.. current.SelectMany(row => PlacesIn(row.Id, row.Period, values.GetValueOrDefault(row.Id, [])))];
    }

    private IEnumerable<SeriesPosition> PlacesIn(long id, int period, PackedValue[] values) =>
        values.Index().Where(value => value.Item.CodeId == codeId).Select(value => new SeriesPosition(period, id, value.Index));
}
