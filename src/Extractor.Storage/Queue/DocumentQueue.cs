using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Results;
using Extractor.Storage.Webhooks;

namespace Extractor.Storage;

/// <summary>
/// The durable queue. A document is leased for a while; a reader that dies loses its lease and another one begins again. Its result, its index and its
/// end are written in one transaction, and only by whoever holds the lease: nothing is lost and nothing is there twice.
/// </summary>
public sealed class DocumentQueue
{
    private static readonly LocalText TooManyAttempts = new(
        "Hệ thống đã nhiều lần dừng giữa chừng khi đọc tệp này; tệp được để riêng.", "The service ended several times while reading this file; it is set aside.");

    private readonly StoreDatabase _database;
    private readonly ResultWriter _results;
    private readonly TimeProvider _time;

    internal DocumentQueue(StoreDatabase database, ResultWriter results, TimeProvider time)
    {
        _database = database;
        _results = results;
        _time = time;
    }

    /// <summary>Leases the documents whose turn it is: interactive ones first, then in the order they came.</summary>
    public Task<List<LeasedDocument>> LeaseAsync(string owner, int count, TimeSpan lease, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            List<LeasedDocument> documents = await session.QueryAsync(
                $"""
                UPDATE documents SET state = 1, attempts = attempts + 1, lease_owner = @owner, lease_until = @until
                WHERE id IN (SELECT id FROM documents WHERE state = 0 ORDER BY priority, id LIMIT @count{_database.SkipLocked})
                RETURNING id, file_name, sha256, priority, attempts, (SELECT family FROM jobs j WHERE j.id = documents.job_id),
                    (SELECT language FROM jobs j WHERE j.id = documents.job_id)
                """,
                row => new LeasedDocument(
                    row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5),
                    (UserLanguage)row.GetInt16(6)),
                cancellationToken, ("@owner", owner), ("@until", Until(lease)), ("@count", count)).ConfigureAwait(false);
            return documents.OrderBy(document => document.Priority).ThenBy(document => document.Id).ToList();
        }, isDurable: false, cancellationToken);

    /// <summary>Prolongs all leases of an owner that is alive.</summary>
    public Task<int> RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE documents SET lease_until = @until WHERE state = 1 AND lease_owner = @owner", cancellationToken,
            ("@until", Until(lease)), ("@owner", owner)),
        isDurable: false, cancellationToken);

    /// <summary>Gives a document back that could not be read for a reason that is not its own; the attempt does not count.</summary>
    public Task<int> ReleaseAsync(LeasedDocument document, string owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE documents SET state = 0, attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
                WHERE id = @id AND state = 1 AND lease_owner = @owner
                """, cancellationToken, ("@id", document.Id), ("@owner", owner)),
            cancellationToken);
    }

    /// <summary>Puts documents back whose reader has died; one that saw too many readers die is set aside.</summary>
    /// <param name="maxAttempts">Readers a document may see die.</param>
    /// <param name="all">Whether every lease is void, because no other process can hold one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<int> RecoverAsync(int maxAttempts, bool all, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            long now = Instant.Now(_time);
            long before = all ? long.MaxValue : now;
            List<string> jobs = await session.QueryAsync(
                """
                UPDATE documents SET state = 18, reason = 'attempts', reason_vi = @vi, reason_en = @en, lease_owner = NULL, lease_until = NULL,
                    finished_at = @now
                WHERE state = 1 AND lease_until < @before AND attempts >= @most RETURNING job_id
                """, row => row.GetString(0), cancellationToken, ("@vi", TooManyAttempts.Vi), ("@en", TooManyAttempts.En), ("@now", now),
                ("@before", before), ("@most", maxAttempts)).ConfigureAwait(false);
            foreach (string job in jobs.Distinct().Order(StringComparer.Ordinal))
            {
                await JobEnds.NoteAsync(session, job, now, cancellationToken).ConfigureAwait(false);
            }

            return await session.ExecuteAsync(
                "UPDATE documents SET state = 0, lease_owner = NULL, lease_until = NULL WHERE state = 1 AND lease_until < @before", cancellationToken,
                ("@before", before)).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Writes how a document ended, with its result.</summary>
    /// <returns>Its state; null where the lease was lost, so that nothing was written.</returns>
    /// <exception cref="System.Text.Json.JsonException">The result is no result.</exception>
    public async Task<DocumentState?> FinishAsync(LeasedDocument document, string owner, DocumentEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        PreparedResult? prepared = end is ReadEnd read
            ? await _results.PrepareAsync(read.Json, read.Versions, cancellationToken).ConfigureAwait(false) : null;
        try
        {
            return await _database.WriteAsync<DocumentState?>(
                async session =>
                {
                    DocumentState state = await WriteAsync(session, document, owner, end, prepared, cancellationToken).ConfigureAwait(false);
                    return state;
                }, cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            return null;
        }
    }

    /// <summary>Documents that wait and that are being read.</summary>
    public async Task<(int Waiting, int Reading)> DepthAsync(CancellationToken cancellationToken) => await _database.ReadAsync(
        async session => (
            (int)(await session.NumberAsync("SELECT count(*) FROM documents WHERE state = 0", cancellationToken).ConfigureAwait(false) ?? 0),
            (int)(await session.NumberAsync("SELECT count(*) FROM documents WHERE state = 1", cancellationToken).ConfigureAwait(false) ?? 0)),
        cancellationToken).ConfigureAwait(false);

    /// <summary>Whether the error passes by itself, such as a database that restarts.</summary>
    public bool IsTransient(Exception exception) => _database.IsTransient(exception);

    private async Task<DocumentState> WriteAsync(
        StoreSession session, LeasedDocument document, string owner, DocumentEnd end, PreparedResult? prepared, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        (DocumentState state, long? resultId) = end switch
        {
            DuplicateEnd duplicate => (DocumentState.Duplicate, duplicate.ResultId),
            FailedEnd failed => (failed.State, (long?)null),
            _ => await AddAsync(session, prepared!, now, cancellationToken).ConfigureAwait(false),
        };
        var reason = end as FailedEnd;
        List<string> job = await session.QueryAsync(
            """
            UPDATE documents SET state = @state, result_id = @result, reason = @reason, reason_vi = @vi, reason_en = @en, lease_owner = NULL,
                lease_until = NULL, finished_at = @now
            WHERE id = @id AND state = 1 AND lease_owner = @owner RETURNING job_id
            """, row => row.GetString(0), cancellationToken, ("@state", (short)state), ("@result", resultId), ("@reason", reason?.Reason),
            ("@vi", reason?.Text.Vi), ("@en", reason?.Text.En), ("@now", now), ("@id", document.Id), ("@owner", owner)).ConfigureAwait(false);
        await JobEnds.NoteAsync(session, job.Count == 1 ? job[0] : throw new LeaseLostException(), now, cancellationToken).ConfigureAwait(false);
        return state;
    }

    /// <summary>Adds an answer; one that is there already makes the document a duplicate.</summary>
    internal static async Task<(DocumentState State, long? ResultId)> AddAsync(
        StoreSession session, PreparedResult prepared, long now, CancellationToken cancellationToken)
    {
        (long id, bool isNew) = await ResultWriter.AddAsync(session, prepared, now, cancellationToken).ConfigureAwait(false);
        if (!isNew)
        {
            return (DocumentState.Duplicate, id);
        }

        await HistoryLog.AddAsync(session, now, HistoryLog.ResultStored, $"result:{id}", null, prepared.Index.Sha256, cancellationToken).ConfigureAwait(false);
        return ((DocumentState)prepared.State, id);
    }

    private long Until(TimeSpan lease) => Instant.Now(_time) + (long)lease.TotalMilliseconds;

    /// <summary>Rolls the transaction back: somebody else has the document now.</summary>
    private sealed class LeaseLostException : Exception;
}
