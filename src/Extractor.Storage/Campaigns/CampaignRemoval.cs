using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Originals;
using Extractor.Storage.Quotas;

namespace Extractor.Storage;

/// <summary>
/// Deletes campaigns that have ended, with everything that came only with them. A campaign may have millions of files, so it is marked first, which hides it at once,
/// and emptied some files at a time; a process that dies in between leaves the mark, and the next one goes on.
/// </summary>
public sealed class CampaignRemoval
{
    // One transaction: short enough for others to write in between.
    private const int Together = 200;

    private readonly StoreDatabase _database;
    private readonly ContentRemover _remover;
    private readonly TimeProvider _time;

    internal CampaignRemoval(StoreDatabase database, ContentRemover remover, TimeProvider time)
    {
        _database = database;
        _remover = remover;
        _time = time;
    }

    /// <summary>Marks a campaign as deleted; when this returns, it will be, whatever is killed when. The tombstone says who asked.</summary>
    /// <returns>Whether there was such a campaign.</returns>
    /// <exception cref="CampaignRunningException">It has not ended; cancel it first.</exception>
    public Task<bool> MarkAsync(long id, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            (string, object?) campaign = ("@id", id);
            if (await session.ExecuteAsync(
                "UPDATE campaigns SET status = 4 WHERE id = @id AND finished_at IS NOT NULL AND status <> 4", cancellationToken, campaign).ConfigureAwait(false) == 1)
            {
                await HistoryLog.AddAsync(
                    session, Instant.Now(_time), HistoryLog.CampaignDeleted, HistoryLog.CampaignSubject(id), actor, null, cancellationToken).ConfigureAwait(false);
                return true;
            }

            return await session.NumberAsync(
                "SELECT 1 FROM campaigns WHERE id = @id AND finished_at IS NULL", cancellationToken, campaign).ConfigureAwait(false) is null
                ? false : throw new CampaignRunningException();
        }, cancellationToken);

    /// <summary>Campaigns that are marked and still have something.</summary>
    public Task<List<long>> MarkedAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync("SELECT id FROM campaigns WHERE status = 4 ORDER BY id", row => row.GetInt64(0), cancellationToken), cancellationToken);

    /// <summary>Removes some files of a marked campaign, and the campaign itself after the last.</summary>
    /// <returns>Whether something is left.</returns>
    public Task<bool> RemoveSomeAsync(long id, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            (string, object?) campaign = ("@id", id);
            List<(long Id, string? Sha256)> files = await session.QueryAsync(
                $"SELECT id, sha256 FROM campaign_files WHERE campaign_id = @id ORDER BY state, id LIMIT {Together}",
                row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)), cancellationToken, campaign).ConfigureAwait(false);
            string? owner = (await session.QueryAsync(
                "SELECT owner FROM campaigns WHERE id = @id", row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken, campaign).ConfigureAwait(false)).SingleOrDefault();
            // In order, so that two deletions of the same bytes wait for each other instead of deadlocking.
            foreach (string sha256 in files.Select(file => file.Sha256).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                if (!await IsNeededAsync(session, id, sha256, cancellationToken).ConfigureAwait(false))
                {
                    await _remover.RemoveContentAsync(session, sha256, HistoryLog.CampaignSubject(id), cancellationToken).ConfigureAwait(false);
                }
                else if (owner is not null)
                {
                    await session.ExecuteAsync(ContentRemover.Lock, cancellationToken, ("@sha256", sha256)).ConfigureAwait(false);
                    await Holdings.ReleaseAsync(session, owner, sha256, id, cancellationToken).ConfigureAwait(false);
                }
            }

            foreach ((long file, _) in files)
            {
                await session.ExecuteAsync("DELETE FROM campaign_files WHERE id = @file", cancellationToken, ("@file", file)).ConfigureAwait(false);
            }

            if (files.Count == Together)
            {
                return true;
            }

            await session.ExecuteAsync("DELETE FROM campaign_folders WHERE campaign_id = @id", cancellationToken, campaign).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM campaign_slices WHERE campaign_id = @id", cancellationToken, campaign).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM campaigns WHERE id = @id", cancellationToken, campaign).ConfigureAwait(false);
            return false;
        }, cancellationToken);

    // What came with a job too, or with another campaign, stays with that.
    private static async Task<bool> IsNeededAsync(StoreSession session, long campaign, string sha256, CancellationToken cancellationToken) => await session.NumberAsync(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM documents WHERE sha256 = @sha256)
        OR EXISTS (SELECT 1 FROM results r JOIN campaign_files f ON f.result_id = r.id WHERE r.sha256 = @sha256 AND f.campaign_id <> @id)
        OR EXISTS (SELECT 1 FROM campaign_files WHERE sha256 = @sha256 AND state = 0 AND campaign_id <> @id)
        """, cancellationToken, ("@sha256", sha256), ("@id", campaign)).ConfigureAwait(false) is not null;
}

/// <summary>A campaign that has not ended cannot be deleted.</summary>
public sealed class CampaignRunningException() : InvalidOperationException("The campaign has not ended.");
