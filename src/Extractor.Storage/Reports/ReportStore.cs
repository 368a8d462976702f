using System.Runtime.CompilerServices;
using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Extractor.Storage.Reports;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage;

/// <summary>Lists stored reports, follows an indicator over them, and hands all of them out.</summary>
public sealed class ReportStore
{
    private const int Batch = 200;

    private readonly StoreDatabase _database;

    internal ReportStore(StoreDatabase database) => _database = database;

    /// <summary>Newest reports first, those below an id.</summary>
    public async Task<IReadOnlyList<ReportSummary>> ListAsync(ReportFilter filter, long? below, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await AskAsync(
            async (session, context) => await WithAgenciesAsync(
                context, await new ReportSearch(session, context, filter).TakeAsync(newestFirst: true, below, count, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Figures of one indicator in the order of periods, those after a place.</summary>
    public async Task<IReadOnlyList<SeriesPoint>> SeriesAsync(
        string code, ReportFilter filter, SeriesPosition? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await AskAsync<IReadOnlyList<SeriesPoint>>(
            async (session, context) =>
            {
                if (await context.IndicatorCodes.Where(row => row.Code == code).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancellationToken)
                    .ConfigureAwait(false) is not { } codeId)
                {
                    return [];
                }

                List<(ResultRow Report, SeriesPosition Position, PackedValue Value)> points =
                    await new SeriesQuery(session, context, filter, codeId).TakeAsync(after, count, cancellationToken).ConfigureAwait(false);
                Dictionary<int, string> names = await AgenciesAsync(context, points.Select(point => point.Report), cancellationToken).ConfigureAwait(false);
                return [.. points.Select(point => new SeriesPoint(
                    ReportQueries.Summary(point.Report, point.Report.AgencyId is { } id ? names[id] : null), ReportQueries.Value(point.Value, code), point.Position))];
            }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All reports a filter lets pass with their figures, oldest first, a batch at a time.</summary>
    public async IAsyncEnumerable<ReportWithValues> ValuesAsync(ReportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<int, string> codes = [];
        await foreach (IReadOnlyList<ReportSummary> batch in BatchesAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            await using StoreContext context = _database.CreateContext();
            Dictionary<long, PackedValue[]> values = await _database.ReadAsync(
                session => StoredValues.OfAsync(session, batch.Select(report => report.Id), cancellationToken), cancellationToken).ConfigureAwait(false);
            if (values.Values.SelectMany(figures => figures).Any(value => !codes.ContainsKey(value.CodeId)))
            {
                codes = await context.IndicatorCodes.ToDictionaryAsync(row => row.Id, row => row.Code, cancellationToken).ConfigureAwait(false);
            }

            foreach (ReportSummary report in batch)
            {
                yield return new ReportWithValues(
                    report, [.. values.GetValueOrDefault(report.Id, []).Select(value => ReportQueries.Value(value, codes[value.CodeId]))]);
            }
        }
    }

    /// <summary>All answers a filter lets pass, as JSON in UTF-8, oldest first.</summary>
    public async IAsyncEnumerable<byte[]> BodiesAsync(ReportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<ReportSummary> batch in BatchesAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            await using StoreContext context = _database.CreateContext();
            List<long> ids = [.. batch.Select(report => report.Id)];
            foreach (ResultBodyRow body in await context.ResultBodies.Where(row => ids.Contains(row.ResultId)).OrderBy(row => row.ResultId)
                .ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return ResultBody.Unpack(body.Body);
            }
        }
    }

    // Each batch is a query of its own, so that an export of hours holds no lock and no snapshot.
    private async IAsyncEnumerable<IReadOnlyList<ReportSummary>> BatchesAsync(
        ReportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long last = 0;
        while (true)
        {
            long beyond = last;
            IReadOnlyList<ReportSummary> batch = await AskAsync(
                async (session, context) => await WithAgenciesAsync(
                    context, await new ReportSearch(session, context, filter).TakeAsync(newestFirst: false, beyond, Batch, cancellationToken).ConfigureAwait(false),
                    cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (batch.Count == 0)
            {
                yield break;
            }

            yield return batch;
            last = batch[^1].Id;
        }
    }

    private Task<T> AskAsync<T>(Func<StoreSession, StoreContext, Task<T>> question, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            await using StoreContext context = _database.CreateContext();
            return await question(session, context).ConfigureAwait(false);
        }, cancellationToken);

    private static async Task<IReadOnlyList<ReportSummary>> WithAgenciesAsync(
        StoreContext context, IReadOnlyList<ResultRow> found, CancellationToken cancellationToken)
    {
        Dictionary<int, string> names = await AgenciesAsync(context, found, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(row => ReportQueries.Summary(row, row.AgencyId is { } id ? names[id] : null))];
    }

    private static Task<Dictionary<int, string>> AgenciesAsync(StoreContext context, IEnumerable<ResultRow> rows, CancellationToken cancellationToken)
    {
        List<int> ids = [.. rows.Select(row => row.AgencyId).OfType<int>().Distinct()];
        return context.Agencies.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
    }
}
