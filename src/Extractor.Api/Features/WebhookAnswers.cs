using Extractor.Storage;

namespace Extractor.Api.Features;

/// <summary>A webhook to be registered.</summary>
/// <param name="Url">Address of the receiver.</param>
/// <param name="Events">"job.ended", "campaign.ended".</param>
/// <param name="Description">What it is for.</param>
public sealed record NewWebhook(string Url, IReadOnlyList<string> Events, string? Description = null);

/// <summary>A webhook as it can be shown.</summary>
/// <param name="Id">Id of the webhook.</param>
/// <param name="Url">Address of the receiver.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Description">What it is for.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="Secret">What messages are signed with: only in the answer that made it.</param>
public sealed record WebhookAnswer(string Id, string Url, IReadOnlyList<string> Events, string? Description, DateTimeOffset CreatedAt, string? Secret)
{
    internal static WebhookAnswer Of(Webhook webhook, string? secret = null) => new(
        webhook.Id, webhook.Url, WebhookEventNames.Of(WebhookEventNames.All.Where(kind => webhook.Events.HasFlag(kind))), webhook.Description,
        webhook.CreatedAt, secret);
}

/// <summary>A message to a webhook.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Webhook">Id of the webhook.</param>
/// <param name="EventId">What the receiver knows the message by; the same in every try.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Subject">Id of the job or campaign.</param>
/// <param name="State">waiting, delivered or dead.</param>
/// <param name="Attempts">Rounds of tries so far.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="NextAt">When it is tried next; null where it is not.</param>
/// <param name="LastStatus">HTTP status of the last answer; null where there was none.</param>
/// <param name="LastError">Stable name of what went wrong last.</param>
/// <param name="FinishedAt">When it was delivered or given up.</param>
public sealed record DeliveryAnswer(
    long Id, string Webhook, string EventId, string Event, string Subject, DeliveryState State, int Attempts, DateTimeOffset OccurredAt,
    DateTimeOffset? NextAt, int? LastStatus, string? LastError, DateTimeOffset? FinishedAt)
{
    internal static DeliveryAnswer Of(WebhookDelivery delivery) => new(
        delivery.Id, delivery.WebhookId, delivery.EventId, WebhookEventNames.Of(delivery.Event), delivery.Subject, delivery.State, delivery.Attempts,
        delivery.OccurredAt, delivery.NextAt, delivery.LastStatus, delivery.LastError, delivery.FinishedAt);
}
