using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Extractor.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Messages on their way to webhooks: leased for a while, tried, and tried again later or given up.</summary>
public sealed class DeliveryQueue
{
    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;

    internal DeliveryQueue(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>
    /// Leases the message that waits longest of all that are due, of a webhook to which nothing is being sent: a slow receiver holds one sender at most.
    /// </summary>
    /// <returns>The message; null where nothing is due.</returns>
    public async Task<LeasedDelivery?> LeaseAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        (string, object?) at = ("@now", now);
        // Looking costs nothing but reading; a database with one writer is not disturbed while nothing is due.
        if (await _database.ReadAsync(
            session => session.NumberAsync("SELECT 1 FROM webhook_deliveries WHERE state = 0 AND next_at <= @now LIMIT 1", cancellationToken, at),
            cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        return await _database.WriteAsync(
            async session =>
            {
                List<long> leased = await session.QueryAsync(
                    $"""
                    UPDATE webhook_deliveries SET lease_until = @until WHERE id IN (
                        SELECT id FROM webhook_deliveries d WHERE state = 0 AND next_at <= @now AND NOT EXISTS (
                            SELECT 1 FROM webhook_deliveries o WHERE o.state = 0 AND o.webhook_id = d.webhook_id AND o.lease_until > @now)
                        ORDER BY next_at, id LIMIT 1{_database.SkipLocked})
                    RETURNING id
                    """,
                    row => row.GetInt64(0), cancellationToken, at, ("@until", now + (long)lease.TotalMilliseconds)).ConfigureAwait(false);
                return leased.Count == 0 ? null : (await session.QueryAsync(
                    """
                    SELECT d.id, w.url, d.event_id, d.body, d.attempts, w.secret, CASE WHEN w.previous_until > @now THEN w.previous_secret END
                    FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE d.id = @id
                    """,
                    row => new LeasedDelivery(
                        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4),
                        new WebhookSecrets((byte[])row.GetValue(5), row.IsDBNull(6) ? null : (byte[])row.GetValue(6))),
                    cancellationToken, at, ("@id", leased[0])).ConfigureAwait(false)).SingleOrDefault();
            }, isDurable: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes how a round of tries ended.</summary>
    public Task<int> FinishAsync(long id, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        DeliveryState state = attempt.Error is null ? DeliveryState.Delivered : attempt.RetryAt is null ? DeliveryState.Dead : DeliveryState.Waiting;
        long now = Instant.Now(_time);
        return _database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE webhook_deliveries SET state = @state, attempts = attempts + 1, next_at = @next, lease_until = NULL, last_status = @status,
                    last_error = @error, finished_at = @finished
                WHERE id = @id AND state = 0
                """, cancellationToken, ("@id", id), ("@state", (short)state), ("@next", attempt.RetryAt?.ToUnixTimeMilliseconds() ?? now),
                ("@status", attempt.Status), ("@error", attempt.Error), ("@finished", state == DeliveryState.Waiting ? null : now)), cancellationToken);
    }

    /// <summary>Gives a message back that was not tried.</summary>
    public Task<int> ReleaseAsync(long id, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE webhook_deliveries SET lease_until = NULL WHERE id = @id AND state = 0", cancellationToken, ("@id", id)),
        isDurable: false, cancellationToken);

    /// <summary>Sends a message again, with its old id and as if for the first time.</summary>
    /// <returns>Whether there is such a message.</returns>
    public Task<bool> ResendAsync(long id, CancellationToken cancellationToken) => _database.WriteAsync(
        async session => await session.ExecuteAsync(
            """
            UPDATE webhook_deliveries SET state = 0, attempts = 0, next_at = @now, finished_at = NULL WHERE id = @id
            """, cancellationToken, ("@id", id), ("@now", Instant.Now(_time))).ConfigureAwait(false) == 1,
        cancellationToken);

    /// <summary>The message; null where there is none.</summary>
    public async Task<WebhookDelivery?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return await context.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? Show(row) : null;
    }

    /// <summary>Messages, newest first.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> ListAsync(
        string? webhook, DeliveryState? state, long? before, int count, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        IQueryable<WebhookDeliveryRow> rows = context.WebhookDeliveries;
        rows = webhook is null ? rows : rows.Where(row => row.WebhookId == webhook);
        rows = state is null ? rows : rows.Where(row => row.State == state);
        rows = before is null ? rows : rows.Where(row => row.Id < before);
        return [.. (await rows.OrderByDescending(row => row.Id).Take(count).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Show)];
    }

    /// <summary>Removes messages that were delivered, or given up, before an instant.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            "DELETE FROM webhook_deliveries WHERE state <> 0 AND finished_at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds())),
        cancellationToken);

    /// <summary>Ends jobs whose end nobody has noticed.</summary>
    /// <returns>Number of jobs that ended now.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => _database.WriteAsync(
        session => JobEnds.SweepAsync(session, Instant.Now(_time), cancellationToken), cancellationToken);

    private static WebhookDelivery Show(WebhookDeliveryRow row) => new(
        row.Id, row.WebhookId, row.EventId, (WebhookEvents)row.Kind, row.Subject, row.State, row.Attempts, Instant.Of(row.OccurredAt),
        row.State == DeliveryState.Waiting ? Instant.Of(row.NextAt) : null, row.LastStatus, row.LastError, Instant.Of(row.FinishedAt));
}
