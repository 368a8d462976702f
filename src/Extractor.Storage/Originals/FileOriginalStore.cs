using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Storage.Originals;

/// <summary>Originals as files: written beside, synced, renamed, the folder synced. At any moment a name has its whole content or is not there.</summary>
internal sealed class FileOriginalStore : IOriginalStore
{
    private const int FolderNameLength = 2;
    private const string Unfinished = ".unfinished";

    private readonly string _folder;

    public FileOriginalStore(string folder)
    {
        _folder = folder;
        MakeFolders();
        foreach (string left in Directory.EnumerateFiles(Path.Combine(folder, Unfinished)).Where(IsStale))
        {
            // What a killed process was writing; nobody was told that it is kept.
            File.Delete(left);
        }
    }

    // Files are read and written on the thread that asks: .NET has no other way to do it than on another thread, and changing threads twice takes longer than the reading.
    public Task PutAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string path = PathOf(sha256);
        string folder = Path.GetDirectoryName(path)!;
        if (!File.Exists(path))
        {
            string beside = Path.Combine(_folder, Unfinished, Guid.NewGuid().ToString("N"));
            using (SafeFileHandle file = File.OpenHandle(beside, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
            {
                RandomAccess.Write(file, bytes.Span, fileOffset: 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(beside, path, overwrite: true);
        }

        // Another process may have renamed it a moment ago and not have come this far yet.
        FolderSync.Flush(folder);
        return Task.CompletedTask;
    }

    public Task<bool> ContainsAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(sha256)));

    public Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(sha256));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<byte[]?>(null);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? Task.FromResult<byte[]?>(bytes)
            : throw new InvalidDataException($"The original {sha256} has changed on the disk.");
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        string path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
            FolderSync.Flush(Path.GetDirectoryName(path)!);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredOriginal> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string folder in Directory.EnumerateDirectories(_folder).Where(folder => Path.GetFileName(folder).Length == FolderNameLength))
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles().Where(file => OriginalName.IsDigest(file.Name)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new StoredOriginal(file.Name, file.LastWriteTimeUtc);
            }

            // Millions of files: others have a turn between the folders.
            await Task.Yield();
        }
    }

    // 256 folders: ten million files are about 40,000 a folder, which file systems with indexed folders do not notice.
    private string PathOf(string sha256) => Path.Combine(_folder, OriginalName.Check(sha256)[..FolderNameLength], sha256);

    // All at once and in order: a folder made with its first file would have to be synced then, which doubles the time of a put.
    private void MakeFolders()
    {
        int folders = 1 << (4 * FolderNameLength);
        if (!Directory.Exists(Path.Combine(_folder, Name(folders - 1))))
        {
            Directory.CreateDirectory(Path.Combine(_folder, Unfinished));
            for (int i = 0; i < folders; i++)
            {
                Directory.CreateDirectory(Path.Combine(_folder, Name(i)));
            }

            FolderSync.Flush(_folder);
        }
    }

    private static string Name(int folder) => folder.ToString("x2", CultureInfo.InvariantCulture);

    private static bool IsStale(string path) => File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddHours(-1);
}
