namespace Extractor.Storage;

/// <summary>What a key may do.</summary>
[Flags]
public enum KeyScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See jobs, results, lists and exports.</summary>
    Read = 1,

    /// <summary>Send files.</summary>
    Submit = 2,

    /// <summary>Correct and confirm values.</summary>
    Review = 4,

    /// <summary>Everything, deletion and keys included.</summary>
    Admin = 8,
}

/// <summary>A key as it can be shown: the secret is not among it.</summary>
/// <param name="Id">Its public part.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="RevokedAt">When it was revoked.</param>
public sealed record ApiKey(string Id, string Name, KeyScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>What it may have stored in all.</summary>
    public KeyQuota Quota { get; init; } = KeyQuota.Standard;

    /// <summary>What it has stored; told in lists only.</summary>
    public StoredAmount Stored { get; init; }
}
