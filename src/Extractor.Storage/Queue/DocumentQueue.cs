using Extractor.Models;
using Extractor.Storage.Databases;
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

    private const string Earlier = """
        (SELECT min(r.id) FROM results r JOIN jobs j ON j.id = documents.job_id WHERE r.sha256 = documents.sha256 AND r.is_current
            AND r.extractor_version = @extractor AND r.model_version = @model AND (j.family IS NULL OR r.family = j.family))
        """;

    private readonly StoreDatabase _database;
    private readonly ResultWriter _results;
    private readonly SeriesCarrier _series;
    private readonly TimeProvider _time;

    internal DocumentQueue(StoreDatabase database, ResultWriter results, SeriesCarrier series, TimeProvider time)
    {
        _series = series;
        _database = database;
        _results = results;
        _time = time;
    }

    /// <summary>Leases the documents whose turn it is: interactive ones first, then in the order they came.</summary>
    public Task<List<LeasedDocument>> LeaseAsync(string owner, int count, TimeSpan lease, CancellationToken cancellationToken) =>
        LeaseAsync(owner, count, lease, null, cancellationToken);

    /// <summary>The same, and each document comes with the answer these versions gave to its bytes before.</summary>
    public async Task<List<LeasedDocument>> LeaseAsync(
        string owner, int count, TimeSpan lease, ReadingVersions? versions, CancellationToken cancellationToken)
    {
        string earlier = versions is null ? "CAST(NULL AS bigint)" : Earlier;
        List<LeasedDocument> documents = await _database.WriteReturningAsync(
            $"""
            UPDATE documents SET state = 1, attempts = attempts + 1, lease_owner = @owner, lease_until = @until
            WHERE id IN (SELECT id FROM documents WHERE state = 0 ORDER BY priority, id LIMIT @count{_database.SkipLocked})
            RETURNING id, file_name, sha256, priority, attempts, (SELECT family FROM jobs j WHERE j.id = documents.job_id),
                (SELECT language FROM jobs j WHERE j.id = documents.job_id), {earlier},
                EXISTS (SELECT 1 FROM quarantine q WHERE q.sha256 = documents.sha256)
            """,
            row => new LeasedDocument(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5),
                (UserLanguage)row.GetInt16(6))
            {
                EarlierResult = row.IsDBNull(7) ? null : row.GetInt64(7),
                IsQuarantined = row.GetBoolean(8),
            },
            isDurable: false, cancellationToken,
            [("@owner", owner), ("@until", Until(lease)), ("@count", count),
                .. versions is null ? [] : new (string, object?)[] { ("@extractor", versions.Extractor), ("@model", versions.Model) }]).ConfigureAwait(false);
        return [.. documents.OrderBy(document => document.Priority).ThenBy(document => document.Id)];
    }

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
    public async Task<int> RecoverAsync(int maxAttempts, bool all, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        long before = all ? long.MaxValue : now;
        (int back, string[] jobs) = await _database.WriteAsync(
            async session =>
            {
                List<(string Job, string Sha256, string FileName)> ended = await session.QueryAsync(
                    """
                    UPDATE documents SET state = 18, reason = 'attempts', reason_vi = @vi, reason_en = @en, lease_owner = NULL, lease_until = NULL,
                        finished_at = @now
                    WHERE state = 1 AND lease_until < @before AND attempts >= @most RETURNING job_id, sha256, file_name
                    """, row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken, ("@vi", TooManyAttempts.Vi), ("@en", TooManyAttempts.En),
                    ("@now", now), ("@before", before), ("@most", maxAttempts)).ConfigureAwait(false);
                foreach ((_, string sha256, string fileName) in ended.OrderBy(file => file.Sha256, StringComparer.Ordinal))
                {
                    await QuarantineStore.AddAsync(session, sha256, fileName, QuarantineStore.EndedServices, TooManyAttempts, now, cancellationToken).ConfigureAwait(false);
                }

                return (
                    await session.ExecuteAsync(
                        "UPDATE documents SET state = 0, lease_owner = NULL, lease_until = NULL WHERE state = 1 AND lease_until < @before", cancellationToken,
                        ("@before", before)).ConfigureAwait(false),
                    ended.Select(document => document.Job).Distinct().ToArray());
            }, cancellationToken).ConfigureAwait(false);
        foreach (string job in jobs)
        {
            await JobEnds.LookAsync(_database, job, now, cancellationToken).ConfigureAwait(false);
        }

        return back;
    }

    /// <summary>Writes how a document ended, with its result.</summary>
    /// <returns>Its state; null where the lease was lost, so that nothing was written.</returns>
    /// <exception cref="System.Text.Json.JsonException">The result is no result.</exception>
    public Task<DocumentState?> FinishAsync(LeasedDocument document, string owner, DocumentEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return end switch
        {
            ReadEnd read => StoreAsync(document, owner, read, cancellationToken),
            DuplicateEnd duplicate => EndAsync(document, owner, DocumentState.Duplicate, duplicate.ResultId, null, cancellationToken),
            FailedEnd failed => EndAsync(document, owner, failed.State, null, failed, cancellationToken),
            _ => throw new ArgumentException($"Unknown end {end?.GetType().Name}.", nameof(end)),
        };
    }

    /// <summary>Documents that wait and that are being read.</summary>
    public async Task<(int Waiting, int Reading)> DepthAsync(CancellationToken cancellationToken) => await _database.ReadAsync(
        async session => (
            (int)(await session.NumberAsync("SELECT count(*) FROM documents WHERE state = 0", cancellationToken).ConfigureAwait(false) ?? 0),
            (int)(await session.NumberAsync("SELECT count(*) FROM documents WHERE state = 1", cancellationToken).ConfigureAwait(false) ?? 0)),
        cancellationToken).ConfigureAwait(false);

    /// <summary>Whether the error passes by itself, such as a database that restarts.</summary>
    public bool IsTransient(Exception exception) => _database.IsTransient(exception);

    private async Task<DocumentState?> StoreAsync(LeasedDocument document, string owner, ReadEnd end, CancellationToken cancellationToken)
    {
        PreparedResult prepared = await _results.PrepareAsync(end.Json, end.Versions, cancellationToken).ConfigureAwait(false);
        StoredEnd? stored = await _database.FinishAsync(new ReadDocument(document.Id, owner, prepared, Instant.Now(_time)), cancellationToken).ConfigureAwait(false);
        if (stored is { IsNew: true })
        {
            _series.Told();
        }

        return stored is null ? null : stored.Value.IsNew ? (DocumentState)prepared.State : DocumentState.Duplicate;
    }

    private async Task<DocumentState?> EndAsync(
        LeasedDocument document, string owner, DocumentState state, long? result, FailedEnd? failed, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        string? job = await _database.WriteAsync(
            async session =>
            {
                List<string> jobs = await session.QueryAsync(
                    """
                    UPDATE documents SET state = @state, result_id = @result, reason = @reason, reason_vi = @vi, reason_en = @en, lease_owner = NULL,
                        lease_until = NULL, finished_at = @now
                    WHERE id = @id AND state = 1 AND lease_owner = @owner RETURNING job_id
                    """, row => row.GetString(0), cancellationToken, ("@state", (short)state), ("@result", result), ("@reason", failed?.Reason),
                    ("@vi", failed?.Text.Vi), ("@en", failed?.Text.En), ("@now", now), ("@id", document.Id), ("@owner", owner)).ConfigureAwait(false);
                if (jobs.Count > 0 && failed is not null)
                {
                    await QuarantineStore.AddAsync(
                        session, document.Sha256, document.FileName, failed.Reason, failed.Text, now, cancellationToken).ConfigureAwait(false);
                }

                return jobs.SingleOrDefault();
            }, cancellationToken).ConfigureAwait(false);
        if (job is null)
        {
            return null;
        }

        await JobEnds.LookAsync(_database, job, now, cancellationToken).ConfigureAwait(false);
        return state;
    }

    private long Until(TimeSpan lease) => Instant.Now(_time) + (long)lease.TotalMilliseconds;
}
