namespace Extractor.Storage;

/// <summary>One entry of the append-only history.</summary>
/// <param name="Id">Grows with every entry.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened, such as "result.deleted".</param>
/// <param name="Subject">What it happened to, such as "result:12".</param>
/// <param name="Actor">Id of the key that asked for it; null for the service itself.</param>
/// <param name="Detail">What else there is to know.</param>
public sealed record HistoryEntry(long Id, DateTimeOffset At, string Kind, string Subject, string? Actor, string? Detail);
