namespace Extractor.Storage.Model;

internal sealed class WebhookRow
{
    public required string Id { get; set; }

    public required string Url { get; set; }

    public int Events { get; set; }

    public string? Description { get; set; }

    public required byte[] Secret { get; set; }

    public byte[]? PreviousSecret { get; set; }

    public long? PreviousUntil { get; set; }

    public long CreatedAt { get; set; }
}

internal sealed class WebhookDeliveryRow
{
    public long Id { get; set; }

    public required string WebhookId { get; set; }

    public required string EventId { get; set; }

    public int Kind { get; set; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    public long OccurredAt { get; set; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public long NextAt { get; set; }

    public long? LeaseUntil { get; set; }

    public int? LastStatus { get; set; }

    public string? LastError { get; set; }

    public long? FinishedAt { get; set; }
}
