using System.Security.Cryptography;
using System.Text;
using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Extractor.Storage.Originals;

namespace Extractor.Storage;

/// <summary>A file of a campaign that was found or sent.</summary>
/// <param name="Path">Below the campaign's folder, or its name in the archive or upload.</param>
/// <param name="Key">What makes it this file and no other; the path alone where paths are unique.</param>
/// <param name="Sha256">Digest of the bytes that were stored already; null for a file that stays where it is.</param>
/// <param name="Bytes">Size, if known.</param>
/// <param name="End">How its way ended already, such as an archive's entry that is too large; null for most.</param>
public sealed record FoundFile(string Path, string Key, string? Sha256 = null, long? Bytes = null, FailedEnd? End = null)
{
    private const int KeyLength = 16;

    internal static byte[] KeyOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..KeyLength];
}

/// <summary>A folder of a campaign that is to be listed.</summary>
/// <param name="Id">Id.</param>
/// <param name="Path">Below the campaign's folder; empty for the folder itself.</param>
/// <param name="Depth">Steps from the campaign's folder.</param>
public sealed record WaitingFolder(long Id, string Path, int Depth);

/// <summary>
/// Writes down what a campaign is made of. Everything may be told twice: a listing that was cut off begins again at its folder, and what is known
/// already stays as it is.
/// </summary>
public sealed class CampaignIntake
{
    private static readonly string[] Columns =
        ["campaign_id", "path", "path_key", "sha256", "bytes", "state", "attempts", "reason", "reason_vi", "reason_en", "finished_at"];

    private readonly StoreDatabase _database;
    private readonly OriginalKeeper _originals;
    private readonly TimeProvider _time;

    internal CampaignIntake(StoreDatabase database, OriginalKeeper originals, TimeProvider time)
    {
        _database = database;
        _originals = originals;
        _time = time;
    }

    /// <summary>The next folder to list; null where every folder was listed.</summary>
    public async Task<WaitingFolder?> NextFolderAsync(long campaign, CancellationToken cancellationToken) => (await _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT id, path, depth FROM campaign_folders WHERE campaign_id = @id AND state = 0 ORDER BY id LIMIT 1",
            row => new WaitingFolder(row.GetInt64(0), row.GetString(1), row.GetInt32(2)), cancellationToken, ("@id", campaign)),
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Some of what a folder holds.</summary>
    /// <returns>How many of the files were not known.</returns>
    public Task<int> AddAsync(
        long campaign, WaitingFolder folder, IReadOnlyList<FoundFile> files, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // Not synced: after a power cut the folder simply is listed again.
        return _database.WriteAsync(
            async session =>
            {
                foreach (string path in folders)
                {
                    await session.ExecuteAsync(
                        """
                        INSERT INTO campaign_folders (campaign_id, path, path_key, depth, state) VALUES (@campaign, @path, @key, @depth, 0)
                        ON CONFLICT DO NOTHING
                        """, cancellationToken, ("@campaign", campaign), ("@path", path), ("@key", FoundFile.KeyOf(path)), ("@depth", folder.Depth + 1))
                        .ConfigureAwait(false);
                }

                return await AddFilesAsync(session, campaign, files, cancellationToken).ConfigureAwait(false);
            }, isDurable: false, cancellationToken);
    }

    /// <summary>A folder was listed to its end, or could not be.</summary>
    public Task<int> CompleteAsync(long campaign, WaitingFolder folder, bool isReadable, long passedOver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return _database.WriteAsync(
            async session =>
            {
                int completed = await session.ExecuteAsync(
                    "UPDATE campaign_folders SET state = @state WHERE id = @id AND state = 0", cancellationToken,
                    ("@state", (short)(isReadable ? FolderState.Listed : FolderState.Unreadable)), ("@id", folder.Id)).ConfigureAwait(false);
                return completed == 0 || passedOver == 0 ? completed : await session.ExecuteAsync(
                    "UPDATE campaigns SET passed_over = passed_over + @count WHERE id = @id", cancellationToken, ("@count", passedOver), ("@id", campaign))
                    .ConfigureAwait(false);
            }, isDurable: false, cancellationToken);
    }

    /// <summary>Files that were sent; when this returns, they cannot be lost.</summary>
    /// <exception cref="IOException">A deletion at the same moment has removed a file; sending it again helps.</exception>
    /// <exception cref="QuotaExceededException">The owner of the campaign may not have so much stored.</exception>
    public Task<int> AddSentAsync(long campaign, IReadOnlyList<FoundFile> files, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            int added = await AddFilesAsync(session, campaign, files, cancellationToken).ConfigureAwait(false);
            List<string?> owner = await session.QueryAsync(
                "SELECT owner FROM campaigns WHERE id = @id", row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken, ("@id", campaign)).ConfigureAwait(false);
            await _originals.RegisterAsync(
                session, owner.SingleOrDefault(), [.. files.Where(file => file.Sha256 is not null).Select(file => new NewDocument(file.Path, file.Sha256!, file.Bytes ?? 0))],
                cancellationToken).ConfigureAwait(false);
            return added;
        }, cancellationToken);

    /// <summary>Every file is known; one whose files were sent begins now.</summary>
    public Task<int> CompleteAsync(long campaign, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE campaigns SET enumerated_at = @now, status = CASE WHEN status = 0 THEN 1 ELSE status END WHERE id = @id AND enumerated_at IS NULL",
            cancellationToken, ("@now", Instant.Now(_time)), ("@id", campaign)),
        cancellationToken);

    /// <summary>What is in the way of a campaign; null where nothing is any more.</summary>
    public Task<int> TellObstacleAsync(long campaign, string? obstacle, CancellationToken cancellationToken) => _database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE campaigns SET obstacle = @obstacle WHERE id = @id AND coalesce(obstacle, '') <> @obstacle", cancellationToken,
            ("@obstacle", obstacle ?? ""), ("@id", campaign)),
        isDurable: false, cancellationToken);

    private Task<int> AddFilesAsync(StoreSession session, long campaign, IReadOnlyList<FoundFile> files, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        return session.InsertUnknownAsync("campaign_files", Columns, files.Select(file => new object?[]
        {
            campaign, file.Path, FoundFile.KeyOf(file.Key), file.Sha256, file.Bytes, (short)(file.End?.State ?? DocumentState.Queued), 0, file.End?.Reason,
            file.End?.Text.Vi, file.End?.Text.En, file.End is null ? null : now,
        }), cancellationToken);
    }
}
