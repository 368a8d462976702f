using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Model;
using Extractor.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Registers webhooks, and keeps their secrets as they are given: protected by the host.</summary>
public sealed class WebhookStore
{
    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;

    internal WebhookStore(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Registers a webhook.</summary>
    /// <returns>The webhook; null where there are as many as there may be.</returns>
    public Task<Webhook?> CreateAsync(
        string url, WebhookEvents events, string? description, byte[] secret, int most, string? actor, CancellationToken cancellationToken)
    {
        string id = Guid.CreateVersion7(_time.GetUtcNow()).ToString("N");
        return _database.WriteAsync(
            async session =>
            {
                if (await session.NumberAsync("SELECT count(*) FROM webhooks", cancellationToken).ConfigureAwait(false) >= most)
                {
                    return null;
                }

                long now = Instant.Now(_time);
                await session.ExecuteAsync(
                    "INSERT INTO webhooks (id, url, events, description, secret, created_at) VALUES (@id, @url, @events, @description, @secret, @now)",
                    cancellationToken, ("@id", id), ("@url", url), ("@events", (int)events), ("@description", description), ("@secret", secret), ("@now", now))
                    .ConfigureAwait(false);
                await HistoryLog.AddAsync(session, now, HistoryLog.WebhookCreated, SubjectOf(id), actor, null, cancellationToken).ConfigureAwait(false);
                return new Webhook(id, url, events, description, Instant.Of(now));
            }, cancellationToken);
    }

    /// <summary>All webhooks, oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return [.. (await context.Webhooks.OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Show)];
    }

    /// <summary>The webhook; null where there is none.</summary>
    public async Task<Webhook?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return await context.Webhooks.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? Show(row) : null;
    }

    /// <summary>Removes a webhook with its messages.</summary>
    /// <returns>Whether there was such a webhook.</returns>
    public Task<bool> DeleteAsync(string id, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("DELETE FROM webhook_deliveries WHERE webhook_id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false);
            bool deleted = await session.ExecuteAsync("DELETE FROM webhooks WHERE id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false) == 1;
            if (deleted)
            {
                await HistoryLog.AddAsync(
                    session, Instant.Now(_time), HistoryLog.WebhookDeleted, SubjectOf(id), actor, null, cancellationToken).ConfigureAwait(false);
            }

            return deleted;
        }, cancellationToken);

    /// <summary>Gives a webhook a new secret; messages carry the signature of the old one too for a while.</summary>
    /// <returns>Whether there is such a webhook.</returns>
    public Task<bool> RotateAsync(string id, byte[] secret, TimeSpan overlap, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            long now = Instant.Now(_time);
            bool rotated = await session.ExecuteAsync(
                "UPDATE webhooks SET previous_secret = secret, previous_until = @until, secret = @secret WHERE id = @id", cancellationToken,
                ("@id", id), ("@secret", secret), ("@until", now + (long)overlap.TotalMilliseconds)).ConfigureAwait(false) == 1;
            if (rotated)
            {
                await HistoryLog.AddAsync(session, now, HistoryLog.WebhookRotated, SubjectOf(id), actor, null, cancellationToken).ConfigureAwait(false);
            }

            return rotated;
        }, cancellationToken);

    /// <summary>Puts a message into the outbox by which an operator sees whether messages arrive.</summary>
    /// <returns>Id of the delivery; null where there is no such webhook.</returns>
    public Task<long?> TestAsync(string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            long now = Instant.Now(_time);
            List<long> delivery = await session.QueryAsync(
                """
                INSERT INTO webhook_deliveries (webhook_id, event_id, kind, subject, body, occurred_at, state, attempts, next_at)
                SELECT id, @event, @kind, id, @body, @now, 0, 0, @now FROM webhooks WHERE id = @id RETURNING id
                """,
                row => row.GetInt64(0), cancellationToken, ("@id", id), ("@event", Outbox.NewEventId(now)), ("@kind", (int)WebhookEvents.Test),
                ("@body", Outbox.BodyOf(now, WebhookEvents.Test, new { id })), ("@now", now)).ConfigureAwait(false);
            return delivery.Count == 0 ? (long?)null : delivery[0];
        }, cancellationToken);

    private static string SubjectOf(string id) => $"webhook:{id}";

    private static Webhook Show(WebhookRow row) => new(row.Id, row.Url, (WebhookEvents)row.Events, row.Description, Instant.Of(row.CreatedAt));
}
