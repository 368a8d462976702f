using System.Globalization;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Webhooks;

namespace Extractor.Storage;

/// <summary>A slice that was begun.</summary>
/// <param name="Id">Id.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Runs">How often it was begun, this time included; more than once where a process died.</param>
public sealed record BegunSlice(long Id, long CampaignId, int Runs);

/// <summary>Cuts campaigns into slices as their pace allows, and ends campaigns whose files have all ended.</summary>
public sealed class CampaignSlices
{
    // A slice that was due while nobody looked may still go out with the next ones; more would be a burst.
    private const long MostCredit = 5_000;
    private const int SweptAtOnce = 20_000;

    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;

    internal CampaignSlices(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Cuts the next slices of a campaign, as many as its rate and the number of slices on their way allow.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="sliceSize">Files of a slice.</param>
    /// <param name="ahead">Most slices that may be on their way.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The new slices; none where another node is at it.</returns>
    public Task<List<long>> ReleaseAsync(Campaign campaign, int sliceSize, int ahead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return _database.WriteAsync(
            async session =>
            {
                (string, object?) id = ("@id", campaign.Id);
                var released = new List<long>();
                if (await session.NumberAsync(
                    $"SELECT next_release_at FROM campaigns WHERE id = @id AND status = 1 AND finished_at IS NULL{_database.SkipLocked}",
                    cancellationToken, id).ConfigureAwait(false) is not { } due)
                {
                    return released;
                }

                long live = (await session.NumberAsync(
                    "SELECT count(*) FROM campaign_slices WHERE campaign_id = @id AND ended_at IS NULL", cancellationToken, id).ConfigureAwait(false))!.Value;
                long now = Instant.Now(_time);
                for (; live < ahead && due <= now; live++)
                {
                    if (await CutAsync(session, campaign.Id, sliceSize, now, cancellationToken).ConfigureAwait(false) is not { } slice)
                    {
                        break;
                    }

                    released.Add(slice.Id);
                    due = campaign.Order.Pace.DocumentsPerMinute is { } rate
                        ? Math.Max(due, now - MostCredit) + (long)(slice.Files * 60_000.0 / rate) : 0;
                }

                await session.ExecuteAsync(
                    "UPDATE campaigns SET next_release_at = @due WHERE id = @id AND next_release_at <> @due", cancellationToken, id, ("@due", due))
                    .ConfigureAwait(false);
                return released;
            }, cancellationToken);
    }

    /// <summary>Slices of a campaign that were cut before an instant and have not ended.</summary>
    public Task<List<long>> LiveAsync(long campaign, DateTimeOffset before, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT id FROM campaign_slices WHERE campaign_id = @id AND ended_at IS NULL AND released_at < @before ORDER BY id", row => row.GetInt64(0),
            cancellationToken, ("@id", campaign), ("@before", before.ToUnixTimeMilliseconds())),
        cancellationToken);

    /// <summary>Begins a slice, or begins it again.</summary>
    /// <returns>Null where it has ended.</returns>
    public async Task<BegunSlice?> BeginAsync(long slice, string node, CancellationToken cancellationToken) => (await _database.WriteAsync(
        session => session.QueryAsync(
            "UPDATE campaign_slices SET runs = runs + 1, node = @node WHERE id = @id AND ended_at IS NULL RETURNING campaign_id, runs",
            row => new BegunSlice(slice, row.GetInt64(0), row.GetInt32(1)), cancellationToken, ("@id", slice), ("@node", node)),
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Ends a slice; files of it that were not read wait for another one.</summary>
    public Task<int> EndAsync(long slice, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            int givenBack = await session.ExecuteAsync(
                "UPDATE campaign_files SET slice_id = NULL WHERE slice_id = @id AND state = 0", cancellationToken, ("@id", slice)).ConfigureAwait(false);
            await session.ExecuteAsync(
                "UPDATE campaign_slices SET ended_at = @now, files = files - @back WHERE id = @id AND ended_at IS NULL", cancellationToken,
                ("@now", Instant.Now(_time)), ("@back", givenBack), ("@id", slice)).ConfigureAwait(false);
            return givenBack;
        }, cancellationToken);

    /// <summary>Marks some files of a cancelled campaign that were not read.</summary>
    /// <returns>How many; none where there are no more.</returns>
    public Task<int> SweepAsync(long campaign, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            """
            UPDATE campaign_files SET state = 19, slice_id = NULL, finished_at = @now
            WHERE id IN (SELECT id FROM campaign_files WHERE campaign_id = @id AND state = 0 ORDER BY id LIMIT @count)
            AND EXISTS (SELECT 1 FROM campaigns WHERE id = @id AND status = 3)
            """, cancellationToken, ("@now", Instant.Now(_time)), ("@id", campaign), ("@count", SweptAtOnce)),
        cancellationToken);

    /// <summary>Ends a campaign whose files are all in a named end.</summary>
    /// <returns>Whether it has ended just now.</returns>
    public Task<bool> CloseAsync(long campaign, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            (string, object?) id = ("@id", campaign);
            long now = Instant.Now(_time);
            if (await session.ExecuteAsync(
                """
                UPDATE campaigns SET finished_at = @now, obstacle = NULL
                WHERE id = @id AND finished_at IS NULL AND (status = 3 OR (enumerated_at IS NOT NULL AND status IN (1, 2)))
                AND NOT EXISTS (SELECT 1 FROM campaign_files WHERE campaign_id = @id AND state = 0)
                """, cancellationToken, id, ("@now", now)).ConfigureAwait(false) == 0)
            {
                return false;
            }

            await session.ExecuteAsync(
                "UPDATE campaign_slices SET ended_at = @now WHERE campaign_id = @id AND ended_at IS NULL", cancellationToken, id, ("@now", now))
                .ConfigureAwait(false);
            await HistoryLog.AddAsync(
                session, now, HistoryLog.CampaignFinished, HistoryLog.CampaignSubject(campaign), null, null, cancellationToken).ConfigureAwait(false);
            await Outbox.AddAsync(
                session, now, WebhookEvents.CampaignEnded, campaign.ToString(CultureInfo.InvariantCulture), () => DataOfAsync(session, campaign, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    // What other systems are told; the report has the rest.
    private static async Task<object> DataOfAsync(StoreSession session, long campaign, CancellationToken cancellationToken)
    {
        (string, object?) id = ("@id", campaign);
        List<(DocumentState State, long Count)> counts = await session.QueryAsync(
            "SELECT state, count(*) FROM campaign_files WHERE campaign_id = @id GROUP BY state ORDER BY state",
            row => ((DocumentState)row.GetInt16(0), row.GetInt64(1)), cancellationToken, id).ConfigureAwait(false);
        bool isCancelled = await session.NumberAsync("SELECT 1 FROM campaigns WHERE id = @id AND status = 3", cancellationToken, id).ConfigureAwait(false) is not null;
        return new
        {
            id = campaign,
            href = string.Create(CultureInfo.InvariantCulture, $"/v1/campaigns/{campaign}"),
            state = ContractWords.Of(isCancelled ? CampaignState.Cancelled : CampaignState.Finished),
            total = counts.Sum(count => count.Count),
            states = counts.ToDictionary(count => ContractWords.Of(count.State), count => count.Count),
        };
    }

    private static async Task<(long Id, int Files)?> CutAsync(
        StoreSession session, long campaign, int size, long now, CancellationToken cancellationToken)
    {
        long slice = (await session.NumberAsync(
            "INSERT INTO campaign_slices (campaign_id, files, released_at, runs) VALUES (@id, 0, @now, 0) RETURNING id", cancellationToken,
            ("@id", campaign), ("@now", now)).ConfigureAwait(false))!.Value;
        int files = await session.ExecuteAsync(
            """
            UPDATE campaign_files SET slice_id = @slice
            WHERE id IN (SELECT id FROM campaign_files WHERE campaign_id = @id AND state = 0 AND slice_id IS NULL ORDER BY id LIMIT @size) AND state = 0
            """, cancellationToken, ("@slice", slice), ("@id", campaign), ("@size", size)).ConfigureAwait(false);
        await session.ExecuteAsync(
            files == 0 ? "DELETE FROM campaign_slices WHERE id = @slice" : "UPDATE campaign_slices SET files = @files WHERE id = @slice",
            cancellationToken, ("@slice", slice), ("@files", files)).ConfigureAwait(false);
        return files == 0 ? null : (slice, files);
    }
}
