using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Storage.Databases;
using Extractor.Storage.Originals;
using Microsoft.Extensions.Options;

namespace Extractor.Storage;

/// <summary>What a backup or a restore has carried.</summary>
/// <param name="Originals">Files that were copied; each was checked against its digest.</param>
/// <param name="Missing">Files that were deleted, or are damaged, in what was copied from.</param>
public sealed record BackupReport(int Originals, int Missing);

/// <summary>A backup cannot be made or restored.</summary>
/// <param name="message">Why.</param>
public sealed class BackupException(string message) : Exception(message);

/// <summary>Copies everything into a folder while the service runs, and back into an empty storage.</summary>
public sealed class StoreBackup
{
    private const string ManifestFile = "backup.json";
    private const int Version = 1;

    private readonly StoreDatabase _database;
    private readonly IOriginalStore _originals;
    private readonly StorageOptions _options;
    private readonly TimeProvider _time;

    internal StoreBackup(StoreDatabase database, IOriginalStore originals, IOptions<StorageOptions> options, TimeProvider time)
    {
        _database = database;
        _originals = originals;
        _options = options.Value;
        _time = time;
    }

    private sealed record Manifest(int Version, StorageProvider Provider, DateTimeOffset CreatedAt, string DatabaseSha256, BackupReport Report);

    /// <summary>Makes a backup. The database is copied first: every file it names was there at that moment.</summary>
    /// <exception cref="BackupException">The folder is not empty, or the database cannot be copied.</exception>
    public async Task<BackupReport> BackupAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BackupException("The folder is not empty.");
        }

        Directory.CreateDirectory(folder);
        string copy = Path.Combine(folder, _database.BackupFile);
        IReadOnlyList<string> names = await NamesAsync(cancellationToken).ConfigureAwait(false);
        await _database.BackupAsync(copy, cancellationToken).ConfigureAwait(false);
        names = [.. names.Union(await NamesAsync(cancellationToken).ConfigureAwait(false))];
        BackupReport report = await CopyAsync(names, _originals, Originals(folder), cancellationToken).ConfigureAwait(false);
        KeyFolder.Copy(_options.DataDirectory, folder);
        // Written last: a folder without it is no backup.
        var manifest = new Manifest(Version, _options.Provider, _time.GetUtcNow(), await DigestAsync(copy, cancellationToken).ConfigureAwait(false), report);
        await File.WriteAllBytesAsync(Path.Combine(folder, ManifestFile), JsonSerializer.SerializeToUtf8Bytes(manifest), cancellationToken).ConfigureAwait(false);
        FolderSync.Flush(folder);
        return report;
    }

    /// <summary>Brings a backup back into a storage that has no data yet.</summary>
    /// <exception cref="BackupException">The folder holds no whole backup of this database, or the storage is not empty.</exception>
    public async Task<BackupReport> RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        Manifest manifest = await ReadAsync(Path.Combine(folder, ManifestFile), cancellationToken).ConfigureAwait(false);
        if (manifest.Version != Version || manifest.Provider != _options.Provider)
        {
            throw new BackupException($"The backup is one of {manifest.Provider}, version {manifest.Version}.");
        }

        string copy = Path.Combine(folder, _database.BackupFile);
        if (!File.Exists(copy) || await DigestAsync(copy, cancellationToken).ConfigureAwait(false) != manifest.DatabaseSha256)
        {
            throw new BackupException("The copy of the database has changed since the backup.");
        }

        await _database.RestoreAsync(copy, cancellationToken).ConfigureAwait(false);
        KeyFolder.Copy(folder, _options.DataDirectory);
        return await CopyAsync(
            await NamesAsync(cancellationToken).ConfigureAwait(false), Originals(folder), _originals, cancellationToken).ConfigureAwait(false);
    }

    private static FileOriginalStore Originals(string folder) => new(Path.Combine(folder, StorageServiceCollectionExtensions.OriginalsFolder));

    private static async Task<Manifest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))!;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            throw new BackupException("The folder holds no whole backup.");
        }
    }

    private static async Task<string> DigestAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<BackupReport> CopyAsync(
        IReadOnlyList<string> names, IOriginalStore from, IOriginalStore to, CancellationToken cancellationToken)
    {
        int missing = 0;
        foreach (string sha256 in names)
        {
            try
            {
                if (await from.ReadAsync(sha256, cancellationToken).ConfigureAwait(false) is { } bytes)
                {
                    await to.PutAsync(sha256, bytes, cancellationToken).ConfigureAwait(false);
                    continue;
                }
            }
            catch (InvalidDataException)
            {
                // A damaged file is no reason to lose the others; it is counted.
            }

            missing++;
        }

        return new BackupReport(names.Count - missing, missing);
    }

    private Task<List<string>> NamesAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync("SELECT sha256 FROM originals ORDER BY sha256", row => row.GetString(0), cancellationToken), cancellationToken);
}
