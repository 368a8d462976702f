using System.Security.Cryptography;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Keys;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Makes, checks and revokes keys.</summary>
public sealed class ApiKeyStore
{
    // Compared with where there is no such key, so that the answer takes as long as where there is one.
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;

    internal ApiKeyStore(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Makes a key.</summary>
    /// <returns>The key and its text, which is nowhere else and cannot be had again.</returns>
    public Task<(ApiKey Key, string Text)> CreateAsync(
        string name, KeyScopes scopes, DateTimeOffset? expiresAt, string? actor, CancellationToken cancellationToken) =>
        CreateAsync(name, scopes, expiresAt, KeyQuota.Standard, actor, cancellationToken);

    /// <summary>Makes a key with a quota of its own.</summary>
    /// <returns>The key and its text, which is nowhere else and cannot be had again.</returns>
    public Task<(ApiKey Key, string Text)> CreateAsync(
        string name, KeyScopes scopes, DateTimeOffset? expiresAt, KeyQuota quota, string? actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(quota);
        return _database.WriteAsync(session => CreateAsync(session, name, scopes, expiresAt, quota, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Makes a key for everything where there has never been any key.</summary>
    /// <returns>Its text; null where there was a key before.</returns>
    public Task<string?> CreateFirstAsync(string name, CancellationToken cancellationToken) => _database.WriteAsync<string?>(
        async session =>
        {
            // Two nodes that start together must not both think they are the first.
            await session.ExecuteAsync(_database.LockKeys, cancellationToken).ConfigureAwait(false);
            return await session.NumberAsync("SELECT 1 FROM api_keys LIMIT 1", cancellationToken).ConfigureAwait(false) is null
                ? (await CreateAsync(session, name, KeyScopes.Admin, null, KeyQuota.Standard, null, cancellationToken).ConfigureAwait(false)).Text
                : null;
        }, cancellationToken);

    /// <summary>The key with this text, if it is valid now.</summary>
    public async Task<ApiKey?> CheckAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isKey = KeySecret.TryRead(text, out string id, out byte[] hash);
        ApiKeyRow? row = null;
        if (isKey)
        {
            row = (await _database.ReadAsync(
                session => session.QueryAsync(
                    "SELECT id, name, hash, scopes, created_at, expires_at, revoked_at FROM api_keys WHERE id = @id", Read, cancellationToken, ("@id", id)),
                cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        }

        bool matches = CryptographicOperations.FixedTimeEquals(row?.Hash ?? NoHash, isKey ? hash : new byte[SHA256.HashSizeInBytes]);
        return row is not null && matches && row.RevokedAt is null && !(row.ExpiresAt <= Instant.Now(_time)) ? Show(row) : null;
    }

    /// <summary>Whether any key was ever made.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(session => session.NumberAsync("SELECT 1 FROM api_keys LIMIT 1", cancellationToken), cancellationToken)
            .ConfigureAwait(false) is not null;

    /// <summary>All keys, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        var rows = await context.ApiKeys.OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id)
            .Select(key => new { Key = key, Sum = context.Owners.FirstOrDefault(owner => owner.Owner == key.Id) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => Show(row.Key) with { Stored = new StoredAmount(row.Sum?.Files ?? 0, row.Sum?.Bytes ?? 0) })];
    }

    /// <summary>Ends a key at once.</summary>
    /// <returns>Whether there was such a key that was not revoked yet.</returns>
    public Task<bool> RevokeAsync(string id, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            long now = Instant.Now(_time);
            bool revoked = await session.ExecuteAsync(
                "UPDATE api_keys SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", cancellationToken, ("@now", now), ("@id", id))
                .ConfigureAwait(false) == 1;
            if (revoked)
            {
                await HistoryLog.AddAsync(session, now, HistoryLog.KeyRevoked, $"key:{id}", actor, null, cancellationToken).ConfigureAwait(false);
            }

            return revoked;
        }, cancellationToken);

    private async Task<(ApiKey Key, string Text)> CreateAsync(
        StoreSession session, string name, KeyScopes scopes, DateTimeOffset? expiresAt, KeyQuota quota, string? actor, CancellationToken cancellationToken)
    {
        (string id, string text, byte[] hash) = KeySecret.Create();
        var row = new ApiKeyRow
        {
            Id = id,
            Name = name,
            Hash = hash,
            Scopes = (int)scopes,
            CreatedAt = Instant.Now(_time),
            ExpiresAt = expiresAt?.ToUnixTimeMilliseconds(),
            MaxFiles = quota.MaxFiles,
            MaxBytes = quota.MaxBytes,
        };
        await session.ExecuteAsync(
            """
            INSERT INTO api_keys (id, name, hash, scopes, created_at, expires_at, max_files, max_bytes)
            VALUES (@id, @name, @hash, @scopes, @now, @expires, @files, @bytes)
            """,
            cancellationToken, ("@id", id), ("@name", name), ("@hash", hash), ("@scopes", row.Scopes), ("@now", row.CreatedAt),
            ("@expires", row.ExpiresAt), ("@files", row.MaxFiles), ("@bytes", row.MaxBytes)).ConfigureAwait(false);
        await HistoryLog.AddAsync(session, row.CreatedAt, HistoryLog.KeyCreated, $"key:{id}", actor, name, cancellationToken).ConfigureAwait(false);
        return (Show(row), text);
    }

    // Every request comes this way.
    private static ApiKeyRow Read(System.Data.Common.DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Hash = (byte[])row.GetValue(2),
        Scopes = row.GetInt32(3),
        CreatedAt = row.GetInt64(4),
        ExpiresAt = row.IsDBNull(5) ? null : row.GetInt64(5),
        RevokedAt = row.IsDBNull(6) ? null : row.GetInt64(6),
    };

    private static ApiKey Show(ApiKeyRow row) => new(
        row.Id, row.Name, (KeyScopes)row.Scopes, Instant.Of(row.CreatedAt), Instant.Of(row.ExpiresAt), Instant.Of(row.RevokedAt))
    {
        Quota = new KeyQuota(row.MaxFiles, row.MaxBytes),
    };
}
