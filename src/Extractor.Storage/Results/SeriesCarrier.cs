using System.Globalization;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Results;

/// <summary>
/// Carries the figures of new answers into the series, many answers at once. The figures of one answer lie far apart there, those of the next answer beside
/// them: together they touch few pages, one by one each touches a hundred. Until then queries look into the answers of the backlog themselves.
/// </summary>
internal sealed class SeriesCarrier(StoreDatabase database, ResultWriter results) : IAsyncDisposable
{
    /// <summary>Answers that are carried together.</summary>
    public const int Together = 128;

    private static readonly string[] Columns = ["code_id", "group_id", "period", "result_id", "ordinal"];

    private readonly Lock _lock = new();
    private Task _carrying = Task.CompletedTask;
    private int _new;

    private sealed record Answer(long Id, bool IsCurrent, int GroupId, int Period, byte[] Packed);

    /// <summary>An answer was stored; now and then this begins to carry, beside whatever else goes on.</summary>
    public void Told()
    {
        lock (_lock)
        {
            if (++_new >= Together && _carrying.IsCompleted)
            {
                _new = 0;
                _carrying = Task.Run(CarryInBackgroundAsync);
            }
        }
    }

    /// <summary>Carries everything that waits; answers of before there were packed figures get theirs.</summary>
    public async Task CarryAllAsync(CancellationToken cancellationToken)
    {
        while (await RepackAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
        }

        while (await CarryAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _carrying;
        }

        await last.ConfigureAwait(false);
    }

    // What could not be carried stays in the backlog, where queries find it, and the next round takes it.
    private async Task CarryInBackgroundAsync()
    {
        try
        {
            while (await CarryAsync(CancellationToken.None).ConfigureAwait(false) >= Together)
            {
            }
        }
        catch (System.Data.Common.DbException)
        {
        }
    }

    // It need not be on the disk: what is lost in a power cut is back in the backlog.
    private Task<int> CarryAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            List<long> ids = await session.QueryAsync(
                $"""
                DELETE FROM series_backlog WHERE result_id IN (SELECT result_id FROM series_backlog ORDER BY result_id LIMIT {Together}{database.SkipLocked})
                RETURNING result_id
                """, row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
            var rows = new List<(int Code, int Group, int Period, long Result, int Ordinal)>();
            foreach (Answer answer in await AnswersAsync(session, ids, cancellationToken).ConfigureAwait(false))
            {
                if (!answer.IsCurrent)
                {
                    await ResultWriter.RemoveSeriesAsync(session, answer.Id, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                rows.AddRange(PackedValues.Unpack(answer.Packed).Select((value, i) => (value.CodeId, answer.GroupId, answer.Period, answer.Id, i)));
            }

            rows.Sort();
            await session.InsertManyAsync(
                "series", Columns, rows.Select(row => new object?[] { row.Code, row.Group, row.Period, row.Result, row.Ordinal }), cancellationToken)
                .ConfigureAwait(false);
            return ids.Count;
        }, isDurable: false, cancellationToken);

    private static async Task<List<Answer>> AnswersAsync(StoreSession session, List<long> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await session.QueryAsync(
            $"""
            SELECT r.id, r.is_current, r.group_id, r.period, v.packed FROM results r JOIN result_values v ON v.result_id = r.id
            WHERE r.id IN ({string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})
            """,
            row => new Answer(row.GetInt64(0), row.GetBoolean(1), row.GetInt32(2), row.GetInt32(3), (byte[])row.GetValue(4)), cancellationToken).ConfigureAwait(false);

    private async Task<int> RepackAsync(CancellationToken cancellationToken)
    {
        List<(long Id, byte[] Body)> some = await database.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT l.result_id, b.body FROM series_backlog l JOIN result_bodies b ON b.result_id = l.result_id
                WHERE NOT EXISTS (SELECT 1 FROM result_values v WHERE v.result_id = l.result_id) LIMIT {Together}
                """, row => (row.GetInt64(0), (byte[])row.GetValue(1)), cancellationToken), cancellationToken).ConfigureAwait(false);
        var packed = new List<object?[]>();
        foreach ((long id, byte[] body) in some)
        {
            packed.Add([id, await results.PackAsync(ResultIndexReader.Read(ResultBody.Unpack(body)), cancellationToken).ConfigureAwait(false)]);
        }

        if (packed.Count > 0)
        {
            await database.WriteAsync(
                async session =>
                {
                    await session.InsertManyAsync("result_values", ["result_id", "packed"], packed, cancellationToken).ConfigureAwait(false);
                    return true;
                }, cancellationToken).ConfigureAwait(false);
        }

        return packed.Count;
    }
}
