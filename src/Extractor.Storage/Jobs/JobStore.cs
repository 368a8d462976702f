using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Originals;
using Extractor.Storage.Webhooks;

namespace Extractor.Storage;

/// <summary>Takes jobs, tells about them, cancels and deletes them.</summary>
public sealed class JobStore
{
    private static readonly string[] DocumentColumns = ["job_id", "ordinal", "file_name", "sha256", "bytes", "state", "priority", "attempts"];

    private readonly StoreDatabase _database;
    private readonly OriginalKeeper _originals;
    private readonly ContentRemover _remover;
    private readonly TimeProvider _time;

    internal JobStore(StoreDatabase database, OriginalKeeper originals, ContentRemover remover, TimeProvider time)
    {
        _database = database;
        _originals = originals;
        _remover = remover;
        _time = time;
    }

    /// <summary>Takes a job; when this returns, neither job nor files can be lost.</summary>
    /// <returns>Id of the job; of the earlier one where the same request came before.</returns>
    /// <exception cref="IdempotencyMismatchException">The key came before with other files or wishes.</exception>
    /// <exception cref="QuotaExceededException">Its owner may not have so much stored.</exception>
    public Task<string> CreateAsync(NewJob job, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        string id = Guid.CreateVersion7(_time.GetUtcNow()).ToString("N");
        return _database.WriteAsync(
            async session =>
            {
                if (await EarlierAsync(session, id, job, documents, cancellationToken).ConfigureAwait(false) is { } earlier)
                {
                    return earlier;
                }

                await InsertAsync(session, id, job, documents, cancellationToken).ConfigureAwait(false);
                return id;
            }, cancellationToken);
    }

    /// <summary>The job; null where there is none.</summary>
    public Task<JobSummary?> FindAsync(string id, CancellationToken cancellationToken)
    {
        (string, object?) key = ("@id", id);
        return _database.ReadAsync(
            async session =>
            {
                List<KeyValuePair<DocumentState, int>> counts = await session.QueryAsync(
                    "SELECT state, count(*) FROM documents WHERE job_id = @id GROUP BY state",
                    row => KeyValuePair.Create((DocumentState)row.GetInt16(0), (int)row.GetInt64(1)), cancellationToken, key).ConfigureAwait(false);
                return (await session.QueryAsync(
                    "SELECT id, created_at, cancelled_at, total FROM jobs WHERE id = @id",
                    row => new JobSummary(
                        row.GetString(0), Instant.Of(row.GetInt64(1)), Instant.Of(row.IsDBNull(2) ? null : row.GetInt64(2)), row.GetInt32(3),
                        counts.ToImmutableSortedDictionary()), cancellationToken, key).ConfigureAwait(false)).SingleOrDefault();
            }, cancellationToken);
    }

    /// <summary>Documents of a job in order, from one place on.</summary>
    public async Task<IReadOnlyList<JobDocument>> DocumentsAsync(string id, int from, int count, CancellationToken cancellationToken) => await _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT ordinal, file_name, sha256, bytes, state, attempts, reason, reason_vi, reason_en, result_id, finished_at FROM documents
            WHERE job_id = @id AND ordinal >= @from ORDER BY ordinal LIMIT @count
            """, ReadDocument, cancellationToken, ("@id", id), ("@from", from), ("@count", count)), cancellationToken).ConfigureAwait(false);

    /// <summary>Takes the documents whose turn has not come out of the queue; those being read go on to their end.</summary>
    /// <returns>Whether there is such a job.</returns>
    public async Task<bool> CancelAsync(string id, string? actor, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        int? cancelled = await _database.WriteAsync<int?>(
            async session =>
            {
                if (await session.NumberAsync("SELECT 1 FROM jobs WHERE id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false) is null)
                {
                    return null;
                }

                int cancelled = await session.ExecuteAsync(
                    "UPDATE documents SET state = 19, finished_at = @now WHERE job_id = @id AND state = 0", cancellationToken,
                    ("@id", id), ("@now", now)).ConfigureAwait(false);
                if (cancelled > 0)
                {
                    await session.ExecuteAsync("UPDATE jobs SET cancelled_at = @now WHERE id = @id", cancellationToken, ("@id", id), ("@now", now)).ConfigureAwait(false);
                    await HistoryLog.AddAsync(session, now, HistoryLog.JobCancelled, $"job:{id}", actor, null, cancellationToken).ConfigureAwait(false);
                }

                return cancelled;
            }, cancellationToken).ConfigureAwait(false);
        if (cancelled > 0)
        {
            await JobEnds.LookAsync(_database, id, now, cancellationToken).ConfigureAwait(false);
        }

        return cancelled is not null;
    }

    /// <summary>Removes a job with everything that came only with it: originals, results and their rows. A tombstone stays.</summary>
    /// <returns>Whether there was such a job.</returns>
    /// <exception cref="JobRunningException">Documents of it are on their way; cancel it first.</exception>
    public Task<bool> DeleteAsync(string id, string? actor, CancellationToken cancellationToken) => _remover.RemoveJobAsync(id, actor, cancellationToken);

    private static JobDocument ReadDocument(System.Data.Common.DbDataReader row)
    {
        string? vi = row.IsDBNull(7) ? null : row.GetString(7);
        return new JobDocument(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt64(3), (DocumentState)row.GetInt16(4), row.GetInt32(5),
            row.IsDBNull(6) ? null : row.GetString(6), vi is null ? null : new(vi, row.IsDBNull(8) ? vi : row.GetString(8)),
            row.IsDBNull(9) ? null : row.GetInt64(9), Instant.Of(row.IsDBNull(10) ? null : row.GetInt64(10)));
    }

    private async Task<string?> EarlierAsync(
        StoreSession session, string id, NewJob job, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        if (job.IdempotencyKey is not { } key)
        {
            return null;
        }

        string fingerprint = FingerprintOf(job, documents);
        (string, object?)[] identity = [("@owner", job.Owner ?? ""), ("@key", key)];
        // Inserting first lets the database decide between two requests that come at the same moment.
        if (await session.ExecuteAsync(
            "INSERT INTO idempotency_keys (owner, key, fingerprint, job_id, created_at) VALUES (@owner, @key, @fingerprint, @job, @now) ON CONFLICT DO NOTHING",
            cancellationToken, [.. identity, ("@fingerprint", fingerprint), ("@job", id), ("@now", Instant.Now(_time))]).ConfigureAwait(false) == 1)
        {
            return null;
        }

        (string Fingerprint, string Job) earlier = (await session.QueryAsync(
            "SELECT fingerprint, job_id FROM idempotency_keys WHERE owner = @owner AND key = @key",
            reader => (reader.GetString(0), reader.GetString(1)), cancellationToken, identity).ConfigureAwait(false)).Single();
        return earlier.Fingerprint == fingerprint ? earlier.Job : throw new IdempotencyMismatchException(key);
    }

    private async Task InsertAsync(
        StoreSession session, string id, NewJob job, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        await _originals.TakeAsync(
            session, job.Owner, documents,
            [
                new Statement(
                    "INSERT INTO jobs (id, created_at, family, language, priority, total, owner) VALUES (@id, @now, @family, @language, @priority, @total, @owner)",
                    ("@id", id), ("@now", now), ("@family", job.Family), ("@language", (short)job.Language), ("@priority", job.Priority),
                    ("@total", documents.Count), ("@owner", job.Owner)),
                HistoryLog.Entry(now, HistoryLog.JobCreated, $"job:{id}", job.Owner, documents.Count.ToString(CultureInfo.InvariantCulture)),
            ], cancellationToken).ConfigureAwait(false);
        await session.InsertManyAsync("documents", DocumentColumns, documents.Select((document, i) => new object?[]
        {
            id, i, document.FileName, document.Sha256, document.Bytes, (short)DocumentState.Queued, job.Priority, 0,
        }), cancellationToken).ConfigureAwait(false);
        await _originals.CheckAsync(documents, cancellationToken).ConfigureAwait(false);
    }

    private static string FingerprintOf(NewJob job, IReadOnlyList<NewDocument> documents)
    {
        var text = new StringBuilder().Append(job.Family).Append('\n').Append((int)job.Language);
        foreach (NewDocument document in documents)
        {
            text.Append('\n').Append(document.Sha256).Append(' ').Append(document.FileName);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
