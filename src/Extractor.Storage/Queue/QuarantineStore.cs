using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>A file that is not read again until somebody releases it.</summary>
/// <param name="Sha256">Digest of its bytes.</param>
/// <param name="FileName">Name it was sent under.</param>
/// <param name="Reason">Stable name of the reason.</param>
/// <param name="ReasonText">The same for people.</param>
/// <param name="At">Since when.</param>
public sealed record QuarantinedFile(string Sha256, string FileName, string Reason, LocalText ReasonText, DateTimeOffset At);

/// <summary>Files that ended workers or saw services die, kept until somebody has looked at them; it outlives every restart.</summary>
public sealed class QuarantineStore
{
    /// <summary>Reason of a file that ended several workers.</summary>
    public const string EndedWorkers = "quarantined";

    /// <summary>Reason of a file during whose reading several services ended.</summary>
    public const string EndedServices = "attempts";

    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);

    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;
    private DateTimeOffset _emptyUntil;

    internal QuarantineStore(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Files in the order they were set aside, from a place on.</summary>
    public async Task<IReadOnlyList<QuarantinedFile>> ListAsync(int from, int count, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        List<QuarantineRow> rows = await context.Quarantine.OrderBy(row => row.At).ThenBy(row => row.Sha256).Skip(from).Take(count)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new QuarantinedFile(
            row.Sha256, row.FileName, row.Reason, new LocalText(row.ReasonVi ?? row.Reason, row.ReasonEn ?? row.Reason), Instant.Of(row.At)))];
    }

    /// <summary>Whether a file is not to be read. That there is none at all, the usual case, is remembered for seconds.</summary>
    public async Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (now < _emptyUntil)
        {
            return false;
        }

        long? held = await _database.ReadAsync(
            session => session.NumberAsync(
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM quarantine WHERE sha256 = @sha256) THEN 1 ELSE 0 END FROM quarantine LIMIT 1", cancellationToken,
                ("@sha256", sha256)), cancellationToken).ConfigureAwait(false);
        if (held is null)
        {
            _emptyUntil = now + Trust;
        }

        return held == 1;
    }

    /// <summary>Sets a file aside that ended its readers, where no document of a job or campaign is there to be ended with it.</summary>
    public async Task AddAsync(string sha256, string fileName, LocalText text, CancellationToken cancellationToken)
    {
        await _database.WriteAsync(
            async session =>
            {
                await AddAsync(session, sha256, fileName, EndedWorkers, text, Instant.Now(_time), cancellationToken).ConfigureAwait(false);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        _emptyUntil = default;
    }

    /// <summary>Lets a file be read again; documents that were set aside with it go back into the queue.</summary>
    /// <returns>Whether it was set aside.</returns>
    public Task<bool> ReleaseAsync(string sha256, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            (string, object?) content = ("@sha256", sha256);
            if (await session.ExecuteAsync("DELETE FROM quarantine WHERE sha256 = @sha256", cancellationToken, content).ConfigureAwait(false) == 0)
            {
                return false;
            }

            // The job of such a document may have ended; it goes on.
            await session.ExecuteAsync(
                "UPDATE jobs SET ended_at = NULL WHERE id IN (SELECT job_id FROM documents WHERE sha256 = @sha256 AND state = 18)", cancellationToken, content)
                .ConfigureAwait(false);
            await session.ExecuteAsync(
                """
                UPDATE documents SET state = 0, attempts = 0, reason = NULL, reason_vi = NULL, reason_en = NULL, finished_at = NULL
                WHERE sha256 = @sha256 AND state = 18
                """, cancellationToken, content).ConfigureAwait(false);
            await HistoryLog.AddAsync(session, Instant.Now(_time), HistoryLog.FileReleased, $"original:{sha256}", actor, null, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <summary>Sets a file aside, in the transaction that ends its document, if that is why it ended.</summary>
    internal static async Task AddAsync(
        StoreSession session, string sha256, string fileName, string reason, LocalText text, long now, CancellationToken cancellationToken)
    {
        // Others are no danger: a file that asks for too much, or whose original is gone, may come again.
        if (reason is not (EndedWorkers or EndedServices))
        {
            return;
        }

        int added = await session.ExecuteAsync(
            """
            INSERT INTO quarantine (sha256, file_name, reason, reason_vi, reason_en, at) VALUES (@sha256, @file, @reason, @vi, @en, @now) ON CONFLICT DO NOTHING
            """, cancellationToken, ("@sha256", sha256), ("@file", fileName), ("@reason", reason), ("@vi", text.Vi), ("@en", text.En), ("@now", now))
            .ConfigureAwait(false);
        if (added > 0)
        {
            await HistoryLog.AddAsync(session, now, HistoryLog.FileQuarantined, $"original:{sha256}", null, reason, cancellationToken).ConfigureAwait(false);
        }
    }
}
