using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Extractor.Storage.Originals;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Finds and deletes stored answers.</summary>
public sealed class ResultStore
{
    private readonly StoreDatabase _database;
    private readonly ContentRemover _remover;

    internal ResultStore(StoreDatabase database, ContentRemover remover)
    {
        _database = database;
        _remover = remover;
    }

    /// <summary>The answer itself, as JSON in UTF-8; null where there is none.</summary>
    public async Task<byte[]?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = await _database.ReadAsync(
            session => session.QueryAsync(
                "SELECT body FROM result_bodies WHERE result_id = @id", row => (byte[])row.GetValue(0), cancellationToken, ("@id", id)),
            cancellationToken).ConfigureAwait(false);
        return bodies.Count == 0 ? null : ResultBody.Unpack(bodies[0]);
    }

    /// <summary>Digest of the bytes a result was read from; null where there is no such result.</summary>
    public async Task<string?> OriginalOfAsync(long id, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return await context.Results.Where(row => row.Id == id).Select(row => row.Sha256).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an answer was read from and by; null where there is none.</summary>
    public async Task<ResultOrigin?> OriginOfAsync(long id, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return await context.Results.Where(row => row.Id == id)
            .Select(row => new ResultOrigin(row.Sha256, row.FileName, row.Family, new ReadingVersions(row.ExtractorVersion, row.ModelVersion)))
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer these versions gave to these bytes before; null where they gave none.</summary>
    public Task<long?> FindAsync(string sha256, string? family, ReadingVersions versions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        string sql = "SELECT id FROM results WHERE sha256 = @sha256 AND extractor_version = @extractor AND model_version = @model AND is_current"
            + (family is null ? "" : " AND family = @family") + " ORDER BY id LIMIT 1";
        (string, object?)[] parameters = [("@sha256", sha256), ("@extractor", versions.Extractor), ("@model", versions.Model)];
        return _database.ReadAsync(
            session => session.NumberAsync(sql, cancellationToken, family is null ? parameters : [.. parameters, ("@family", family)]), cancellationToken);
    }

    /// <summary>Removes a result with its original and its rows of the index, and all other answers to the same bytes. Tombstones stay.</summary>
    /// <returns>Whether there was such a result.</returns>
    public Task<bool> DeleteAsync(long id, string? actor, CancellationToken cancellationToken) =>
        _remover.RemoveResultAsync(id, actor, cancellationToken);

    /// <summary>Some results stored before an instant, oldest first.</summary>
    public async Task<IReadOnlyList<long>> OlderThanAsync(DateTimeOffset instant, int count, CancellationToken cancellationToken)
    {
        long before = instant.ToUnixTimeMilliseconds();
        await using StoreContext context = _database.CreateContext();
        return await context.Results.Where(row => row.CreatedAt < before).OrderBy(row => row.CreatedAt).Select(row => row.Id).Take(count)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What an answer was read from and by.</summary>
/// <param name="Sha256">Digest of the bytes.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Family">Report family it was read as.</param>
/// <param name="Versions">What read it.</param>
public sealed record ResultOrigin(string Sha256, string FileName, string Family, ReadingVersions Versions);
