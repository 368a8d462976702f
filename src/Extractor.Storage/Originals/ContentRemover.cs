using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Quotas;
using Extractor.Storage.Results;

namespace Extractor.Storage.Originals;

/// <summary>Removes what was stored and leaves tombstones.</summary>
internal sealed class ContentRemover(StoreDatabase database, IOriginalStore originals, TimeProvider time)
{
    /// <summary>A statement that makes those who bring the same bytes wait until the transaction is over.</summary>
    public const string Lock = "UPDATE originals SET bytes = bytes WHERE sha256 = @sha256";

    /// <summary>Removes all answers to some bytes, and the bytes unless a document on its way still needs them.</summary>
    /// <returns>Whether there was such a result.</returns>
    public Task<bool> RemoveResultAsync(long id, string? actor, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            List<string> sha256 = await session.QueryAsync(
                "SELECT sha256 FROM results WHERE id = @id", reader => reader.GetString(0), cancellationToken, ("@id", id)).ConfigureAwait(false);
            if (sha256.Count == 0)
            {
                return false;
            }

            await RemoveContentAsync(session, sha256[0], actor, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task<bool> RemoveJobAsync(string id, string? actor, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            (string, object?) job = ("@job", id);
            if (await session.NumberAsync("SELECT 1 FROM jobs WHERE id = @job", cancellationToken, job).ConfigureAwait(false) is null)
            {
                return false;
            }

            if (await session.NumberAsync("SELECT 1 FROM documents WHERE job_id = @job AND state < 10 LIMIT 1", cancellationToken, job).ConfigureAwait(false) is not null)
            {
                throw new JobRunningException();
            }

            List<string> onlyHere = await session.QueryAsync(
                """
                SELECT DISTINCT sha256 FROM documents d WHERE job_id = @job
                AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.sha256 = d.sha256 AND o.job_id <> d.job_id)
                AND NOT EXISTS (SELECT 1 FROM results r JOIN campaign_files c ON c.result_id = r.id WHERE r.sha256 = d.sha256) ORDER BY sha256
                """, reader => reader.GetString(0), cancellationToken, job).ConfigureAwait(false);
            List<(string Owner, string Sha256)> held = await session.QueryAsync(
                """
                SELECT DISTINCT h.owner, h.sha256 FROM jobs j JOIN documents d ON d.job_id = j.id JOIN holdings h ON h.owner = j.owner AND h.sha256 = d.sha256
                WHERE j.id = @job ORDER BY h.sha256
                """, reader => (reader.GetString(0), reader.GetString(1)), cancellationToken, job).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM documents WHERE job_id = @job", cancellationToken, job).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM idempotency_keys WHERE job_id = @job", cancellationToken, job).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM jobs WHERE id = @job", cancellationToken, job).ConfigureAwait(false);
            foreach (string sha256 in onlyHere)
            {
                await RemoveContentAsync(session, sha256, actor, cancellationToken).ConfigureAwait(false);
            }

            // What stays because of others is let go by this owner.
            foreach ((string owner, string sha256) in held.Where(holding => !onlyHere.Contains(holding.Sha256)))
            {
                await session.ExecuteAsync(Lock, cancellationToken, ("@sha256", sha256)).ConfigureAwait(false);
                await Holdings.ReleaseAsync(session, owner, sha256, campaign: 0, cancellationToken).ConfigureAwait(false);
            }

            await HistoryLog.AddAsync(session, Instant.Now(time), HistoryLog.JobDeleted, $"job:{id}", actor, null, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <summary>Removes all answers to some bytes, and the bytes unless a document on its way still needs them.</summary>
    public async Task RemoveContentAsync(StoreSession session, string sha256, string? actor, CancellationToken cancellationToken)
    {
        (string, object?) content = ("@sha256", sha256);
        long now = Instant.Now(time);
        await session.ExecuteAsync(Lock, cancellationToken, content).ConfigureAwait(false);
        List<long> results = await session.QueryAsync(
            "SELECT id FROM results WHERE sha256 = @sha256", reader => reader.GetInt64(0), cancellationToken, content).ConfigureAwait(false);
        foreach (long id in results)
        {
            await session.ExecuteAsync(
                "UPDATE campaign_files SET result_id = NULL, path = '', reason = 'deleted' WHERE result_id = @id", cancellationToken, ("@id", id))
                .ConfigureAwait(false);
            await ResultWriter.RemoveAsync(session, id, cancellationToken).ConfigureAwait(false);
            await HistoryLog.AddAsync(session, now, HistoryLog.ResultDeleted, $"result:{id}", actor, sha256, cancellationToken).ConfigureAwait(false);
        }

        // A document keeps its state, so that its job still adds up; the name goes, because it can tell as much as the file.
        await session.ExecuteAsync(
            "UPDATE documents SET result_id = NULL, file_name = '', reason = 'deleted' WHERE sha256 = @sha256 AND state >= 10", cancellationToken, content)
            .ConfigureAwait(false);
        if (await session.NumberAsync("SELECT 1 FROM documents WHERE sha256 = @sha256 AND state < 10 LIMIT 1", cancellationToken, content).ConfigureAwait(false) is not null
            || await session.NumberAsync("SELECT 1 FROM campaign_files WHERE sha256 = @sha256 AND state = 0 LIMIT 1", cancellationToken, content).ConfigureAwait(false) is not null)
        {
            return;
        }

        // The file goes while the row is locked: a job that brings the same bytes waits and then finds that they are gone.
        await originals.DeleteAsync(sha256, cancellationToken).ConfigureAwait(false);
        if (await session.ExecuteAsync("DELETE FROM originals WHERE sha256 = @sha256", cancellationToken, content).ConfigureAwait(false) > 0)
        {
            await Holdings.ReleaseAsync(session, sha256, cancellationToken).ConfigureAwait(false);
            await HistoryLog.AddAsync(session, now, HistoryLog.OriginalDeleted, $"original:{sha256}", actor, null, cancellationToken).ConfigureAwait(false);
        }
    }
}
