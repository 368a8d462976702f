using Extractor.Storage.Webhooks;

namespace Extractor.Storage;

/// <summary>Names of events as messages and requests write them.</summary>
public static class WebhookEventNames
{
    /// <summary>Events a webhook can ask for.</summary>
    public static IReadOnlyList<WebhookEvents> All { get; } = [WebhookEvents.JobEnded, WebhookEvents.CampaignEnded];

    /// <summary>Name of one event.</summary>
    public static string Of(WebhookEvents kind) => Outbox.NameOf(kind);

    /// <summary>Names of all events in a set.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<WebhookEvents> kinds) => [.. kinds.Select(Of)];

    /// <summary>The event of a name a webhook can ask for; null where there is none.</summary>
    public static WebhookEvents? Find(string name) => All.Where(kind => Of(kind) == name).Select(kind => (WebhookEvents?)kind).FirstOrDefault();
}
