using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Webhooks;

/// <summary>
/// Messages to other systems, written in the transaction of what they tell: they exist exactly when it happened, whatever is killed when. They are
/// delivered at least once.
/// </summary>
internal static class Outbox
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds a message for every webhook that wants to be told.</summary>
    /// <param name="session">The transaction of the change.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="subject">Id of the job or campaign it happened to.</param>
    /// <param name="data">Makes what is told of it; only asked where somebody listens.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task AddAsync(
        StoreSession session, long at, WebhookEvents kind, string subject, Func<Task<object>> data, CancellationToken cancellationToken)
    {
        (string, object?) wanted = ("@kind", (int)kind);
        if (await session.NumberAsync("SELECT 1 FROM webhooks WHERE (events & @kind) <> 0 LIMIT 1", cancellationToken, wanted).ConfigureAwait(false) is null)
        {
            return;
        }

        string body = BodyOf(at, kind, await data().ConfigureAwait(false));
        await session.ExecuteAsync(
            """
            INSERT INTO webhook_deliveries (webhook_id, event_id, kind, subject, body, occurred_at, state, attempts, next_at)
            SELECT id, @event, @kind, @subject, @body, @at, 0, 0, @at FROM webhooks WHERE (events & @kind) <> 0
            """,
            cancellationToken, wanted, ("@event", NewEventId(at)), ("@subject", subject), ("@body", body), ("@at", at)).ConfigureAwait(false);
    }

    /// <summary>The message as it is sent: type, time and data, as the Standard Webhooks specification proposes.</summary>
    public static string BodyOf(long at, WebhookEvents kind, object data) =>
        JsonSerializer.Serialize(new { type = NameOf(kind), timestamp = Instant.Of(at).UtcDateTime, data }, Json);

    public static string NewEventId(long at) => "msg_" + Guid.CreateVersion7(Instant.Of(at)).ToString("N");

    /// <summary>Name of an event in messages and requests.</summary>
    public static string NameOf(WebhookEvents kind) => kind switch
    {
        WebhookEvents.JobEnded => "job.ended",
        WebhookEvents.CampaignEnded => "campaign.ended",
        WebhookEvents.Test => "webhook.test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not one event."),
    };
}
