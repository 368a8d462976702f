using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Storage.Originals;
using Extractor.Storage.Results;

namespace Extractor.Storage;

/// <summary>A file whose turn has come.</summary>
/// <param name="Id">Id.</param>
/// <param name="Path">Below the campaign's folder, or its name in the archive or upload.</param>
/// <param name="Sha256">Digest of the stored bytes; null where the file lies in the folder.</param>
/// <param name="Attempts">Processes it saw die.</param>
public sealed record SliceFile(long Id, string Path, string? Sha256, int Attempts)
{
    /// <summary>Id of the key that asked for the campaign, whose quota its files count for; null without keys.</summary>
    public string? Owner { get; init; }
}

/// <summary>
/// Hands out the files of slices and writes their ends. A slice may be run twice, even at the same time: a file's end is written once, with its result in the
/// same transaction, by whoever comes first.
/// </summary>
public sealed class CampaignQueue
{
    private static readonly LocalText TooManyAttempts = new(
        "Hệ thống đã nhiều lần dừng giữa chừng khi đọc tệp này; tệp được để riêng.", "The service ended several times while reading this file; it is set aside.");

    private readonly StoreDatabase _database;
    private readonly ResultWriter _results;
    private readonly SeriesCarrier _series;
    private readonly OriginalKeeper _originals;
    private readonly TimeProvider _time;

    internal CampaignQueue(StoreDatabase database, ResultWriter results, SeriesCarrier series, OriginalKeeper originals, TimeProvider time)
    {
        _series = series;
        _database = database;
        _results = results;
        _originals = originals;
        _time = time;
    }

    /// <summary>What of a slice is still to be read.</summary>
    public Task<List<SliceFile>> FilesAsync(long slice, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT id, path, sha256, attempts, (SELECT c.owner FROM campaigns c WHERE c.id = campaign_files.campaign_id) FROM campaign_files
            WHERE slice_id = @id AND state = 0 ORDER BY id
            """,
            row => new SliceFile(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3))
            {
                Owner = row.IsDBNull(4) ? null : row.GetString(4),
            },
            cancellationToken, ("@id", slice)),
        cancellationToken);

    /// <summary>Counts a try of a file, and sets it aside where it has seen too many processes die.</summary>
    /// <returns>Whether it may be read.</returns>
    public Task<bool> TryAsync(SliceFile file, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        // Not synced: what is written outlives the process that dies, and a power cut is no fault of the file.
        return _database.WriteAsync(
            async session =>
            {
                if (await session.NumberAsync(
                    "UPDATE campaign_files SET attempts = attempts + 1 WHERE id = @id AND state = 0 RETURNING attempts", cancellationToken,
                    ("@id", file.Id)).ConfigureAwait(false) is not { } attempts)
                {
                    return false;
                }

                if (attempts <= most)
                {
                    return true;
                }

                await EndAsync(
                    session, file.Id, file.Sha256, null, DocumentState.Quarantined, null, new FailedEnd(DocumentState.Quarantined, "attempts", TooManyAttempts),
                    cancellationToken).ConfigureAwait(false);
                return false;
            }, isDurable: false, cancellationToken);
    }

    /// <summary>Writes how a file ended, with its result.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sha256">Digest of its bytes; null where they could not be read.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Its state; null where somebody else was quicker, so that nothing was written.</returns>
    /// <exception cref="System.Text.Json.JsonException">The result is no result.</exception>
    /// <exception cref="QuotaExceededException">The owner of the campaign may not have so much stored; nothing was written.</exception>
    public async Task<DocumentState?> FinishAsync(
        SliceFile file, string? sha256, long? bytes, DocumentEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        PreparedResult? prepared = end is ReadEnd read
            ? await _results.PrepareAsync(read.Json, read.Versions, cancellationToken).ConfigureAwait(false) : null;
        try
        {
            DocumentState? written = await _database.WriteAsync<DocumentState?>(
                async session =>
                {
                    StoredEnd? stored = prepared is null ? null
                        : await _database.AddResultAsync(session, prepared, Instant.Now(_time), cancellationToken).ConfigureAwait(false);
                    (DocumentState state, long? resultId) = end switch
                    {
                        DuplicateEnd duplicate => (DocumentState.Duplicate, duplicate.ResultId),
                        FailedEnd failed => (failed.State, (long?)null),
                        _ => (stored!.Value.IsNew ? (DocumentState)prepared!.State : DocumentState.Duplicate, stored.Value.ResultId),
                    };
                    if (prepared is not null && file.Sha256 is null)
                    {
                        await _originals.RegisterAsync(session, file.Owner, [new NewDocument(file.Path, sha256!, bytes ?? 0)], cancellationToken).ConfigureAwait(false);
                    }

                    return await EndAsync(session, file.Id, sha256, bytes, state, resultId, end as FailedEnd, cancellationToken).ConfigureAwait(false)
                        ? state : throw new AlreadyEndedException();
                }, cancellationToken).ConfigureAwait(false);
            if (prepared is not null)
            {
                _series.Told();
            }

            return written;
        }
        catch (AlreadyEndedException)
        {
            return null;
        }
    }

    /// <summary>Whether the error passes by itself, such as a database that restarts.</summary>
    public bool IsTransient(Exception exception) => _database.IsTransient(exception);

    private async Task<bool> EndAsync(
        StoreSession session, long file, string? sha256, long? bytes, DocumentState state, long? resultId, FailedEnd? failure,
        CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        List<string> ended = await session.QueryAsync(
            """
            UPDATE campaign_files SET state = @state, slice_id = NULL, sha256 = coalesce(@sha256, sha256), bytes = coalesce(@bytes, bytes),
                result_id = @result, reason = @reason, reason_vi = @vi, reason_en = @en, finished_at = @now
            WHERE id = @id AND state = 0 RETURNING path
            """, row => row.GetString(0), cancellationToken, ("@state", (short)state), ("@sha256", sha256), ("@bytes", bytes), ("@result", resultId),
            ("@reason", failure?.Reason), ("@vi", failure?.Text.Vi), ("@en", failure?.Text.En), ("@now", now), ("@id", file)).ConfigureAwait(false);
        if (ended.Count == 1 && failure is not null && sha256 is not null)
        {
            await QuarantineStore.AddAsync(session, sha256, ended[0], failure.Reason, failure.Text, now, cancellationToken).ConfigureAwait(false);
        }

        return ended.Count == 1;
    }

    /// <summary>Rolls the transaction back: the file has its end.</summary>
    private sealed class AlreadyEndedException : Exception;
}
