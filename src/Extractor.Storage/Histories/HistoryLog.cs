using Extractor.Storage.Databases;

namespace Extractor.Storage.Histories;

/// <summary>What happened and who did it; the database refuses to change or remove any of it.</summary>
internal static class HistoryLog
{
    public const string JobCreated = "job.created";
    public const string JobCancelled = "job.cancelled";
    public const string JobDeleted = "job.deleted";
    public const string ResultStored = "result.stored";
    public const string ResultDeleted = "result.deleted";
    public const string OriginalDeleted = "original.deleted";
    public const string FileQuarantined = "file.quarantined";
    public const string FileReleased = "file.released";
    public const string KeyCreated = "key.created";
    public const string KeyRevoked = "key.revoked";
    public const string WebhookCreated = "webhook.created";
    public const string WebhookDeleted = "webhook.deleted";
    public const string WebhookRotated = "webhook.rotated";

    public const string CampaignCreated = "campaign.created";
    public const string CampaignPaused = "campaign.paused";
    public const string CampaignResumed = "campaign.resumed";
    public const string CampaignCancelled = "campaign.cancelled";
    public const string CampaignRetried = "campaign.retried";
    public const string CampaignFinished = "campaign.finished";
    public const string CampaignDeleted = "campaign.deleted";

    /// <summary>What subjects of results begin with.</summary>
    public const string ResultSubjects = "result:";

    private const string Insert = "INSERT INTO history (at, kind, subject, actor, detail) VALUES (@at, @kind, @subject, @actor, @detail)";

    public static string ResultSubject(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ResultSubjects}{id}");

    public static Statement Entry(long at, string kind, string subject, string? actor, string? detail) =>
        new(Insert, ("@at", at), ("@kind", kind), ("@subject", subject), ("@actor", actor), ("@detail", detail));

    public static Task AddAsync(
        StoreSession session, long at, string kind, string subject, string? actor, string? detail, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Insert, cancellationToken, Entry(at, kind, subject, actor, detail).Parameters);

    public static string CampaignSubject(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"campaign:{id}");
}
