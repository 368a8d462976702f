namespace Extractor.Storage;

/// <summary>What a webhook can be told of.</summary>
[Flags]
public enum WebhookEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every document of a job is in a named end.</summary>
    JobEnded = 1,

    /// <summary>Every file of a campaign is in a named end.</summary>
    CampaignEnded = 2,

    /// <summary>An operator wants to see whether messages arrive; sent to every webhook, whatever it asked for.</summary>
    Test = 4,
}

/// <summary>Where messages go.</summary>
/// <param name="Id">Id of the webhook.</param>
/// <param name="Url">Address of the receiver.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Description">What it is for; null where nobody said.</param>
/// <param name="CreatedAt">When it was registered.</param>
public sealed record Webhook(string Id, string Url, WebhookEvents Events, string? Description, DateTimeOffset CreatedAt);

/// <summary>Secrets of a webhook, protected by whoever gave them to the store.</summary>
/// <param name="Current">The one in force.</param>
/// <param name="Previous">The one before, as long as messages still carry its signature too.</param>
public sealed record WebhookSecrets(byte[] Current, byte[]? Previous);

/// <summary>Where a message is on its way.</summary>
public enum DeliveryState : short
{
    /// <summary>Is tried, or tried again later.</summary>
    Waiting = 0,

    /// <summary>The receiver has confirmed it.</summary>
    Delivered = 1,

    /// <summary>Given up; an operator can send it again.</summary>
    Dead = 2,
}

/// <summary>A message to one webhook.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="WebhookId">Where it goes.</param>
/// <param name="EventId">The same in every try, so that a receiver can tell a repetition.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Subject">Id of the job or campaign.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">Rounds of tries so far.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="NextAt">When it is tried next; null where it is not.</param>
/// <param name="LastStatus">HTTP status of the last answer; null where there was none.</param>
/// <param name="LastError">Stable name of what went wrong last.</param>
/// <param name="FinishedAt">When it was delivered or given up.</param>
public sealed record WebhookDelivery(
    long Id, string WebhookId, string EventId, WebhookEvents Event, string Subject, DeliveryState State, int Attempts, DateTimeOffset OccurredAt,
    DateTimeOffset? NextAt, int? LastStatus, string? LastError, DateTimeOffset? FinishedAt);

/// <summary>A message whose time has come, leased to one sender.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Url">Address of the receiver.</param>
/// <param name="EventId">The same in every try.</param>
/// <param name="Body">The message, JSON.</param>
/// <param name="Attempts">Rounds of tries before this one.</param>
/// <param name="Secrets">What it is signed with.</param>
public sealed record LeasedDelivery(long Id, string Url, string EventId, string Body, int Attempts, WebhookSecrets Secrets);

/// <summary>How a round of tries ended.</summary>
/// <param name="Status">HTTP status; null where there was no answer.</param>
/// <param name="Error">Stable name of what went wrong; null where nothing did.</param>
/// <param name="RetryAt">When to try again; null for never, or where it arrived.</param>
public sealed record DeliveryAttempt(int? Status, string? Error, DateTimeOffset? RetryAt);
