namespace Extractor.Storage.Model;

// One row type a table. Instants are milliseconds since 1970 (UTC) and ids plain texts or numbers, so that one SQL text serves both databases.

internal sealed class JobRow
{
    public required string Id { get; set; }

    public long CreatedAt { get; set; }

    public string? Family { get; set; }

    public UserLanguageCode Language { get; set; }

    public int Priority { get; set; }

    public int Total { get; set; }

    public long? CancelledAt { get; set; }

    public long? EndedAt { get; set; }

    public string? Owner { get; set; }
}

internal sealed class DocumentRow
{
    public long Id { get; set; }

    public required string JobId { get; set; }

    public int Ordinal { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public long Bytes { get; set; }

    public DocumentState State { get; set; }

    public int Priority { get; set; }

    public int Attempts { get; set; }

    public string? LeaseOwner { get; set; }

    public long? LeaseUntil { get; set; }

    public string? Reason { get; set; }

    public string? ReasonVi { get; set; }

    public string? ReasonEn { get; set; }

    public long? ResultId { get; set; }

    public long? FinishedAt { get; set; }
}

internal sealed class OriginalRow
{
    public required string Sha256 { get; set; }

    public long Bytes { get; set; }

    public long StoredAt { get; set; }
}

internal sealed class HistoryRow
{
    public long Id { get; set; }

    public long At { get; set; }

    public required string Kind { get; set; }

    public required string Subject { get; set; }

    public string? Actor { get; set; }

    public string? Detail { get; set; }
}

internal sealed class IdempotencyRow
{
    public required string Owner { get; set; }

    public required string Key { get; set; }

    public required string Fingerprint { get; set; }

    public required string JobId { get; set; }

    public long CreatedAt { get; set; }
}

internal sealed class ApiKeyRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required byte[] Hash { get; set; }

    public int Scopes { get; set; }

    public long CreatedAt { get; set; }

    public long? ExpiresAt { get; set; }

    public long? RevokedAt { get; set; }

    /// <summary>Files it may have stored; null for what is usual.</summary>
    public long? MaxFiles { get; set; }

    public long? MaxBytes { get; set; }
}

/// <summary>A file that is not read again until somebody releases it.</summary>
internal sealed class QuarantineRow
{
    public required string Sha256 { get; set; }

    public required string FileName { get; set; }

    public required string Reason { get; set; }

    public string? ReasonVi { get; set; }

    public string? ReasonEn { get; set; }

    public long At { get; set; }
}

/// <summary>What is to be known about the database as a whole, such as a move that is not finished.</summary>
internal sealed class MarkRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}

/// <summary>Language of messages as it is stored.</summary>
internal enum UserLanguageCode : short
{
    Vietnamese,
    English,
}
