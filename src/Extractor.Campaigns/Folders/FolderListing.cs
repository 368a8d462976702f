using System.Runtime.InteropServices;

namespace Extractor.Campaigns.Folders;

/// <summary>What an entry of a folder is.</summary>
internal enum EntryKind
{
    /// <summary>A file with content.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link, device, pipe or socket: never followed, never opened.</summary>
    Other,
}

/// <summary>Lists a folder entry by entry, so that a folder of millions takes no memory.</summary>
internal static class FolderListing
{
    // struct dirent of 64-bit Linux (readdir(3)): inode 8, offset 8, length 2, type 1, name.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const int LongestName = 255;

    private const byte UnknownType = 0;
    private const byte FolderType = 4;
    private const byte FileType = 8;

    /// <summary>The entries, in the order the file system has them.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be listed.</exception>
    public static IEnumerable<(string Name, EntryKind Kind)> Of(string folder) =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? OfLinux(folder) : OfOther(folder);

    private static IEnumerable<(string Name, EntryKind Kind)> OfOther(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(entry => (entry.Name, KindOf(entry)));

    // .NET turns bytes that are no UTF-8 into U+FFFD, and such a file could never be opened again.
    private static IEnumerable<(string Name, EntryKind Kind)> OfLinux(string folder)
    {
        nint stream = OpenFolder(PathText.Encode(folder));
        if (stream == 0)
        {
            throw new IOException($"The folder cannot be listed: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        try
        {
            byte[] name = new byte[LongestName];
            for (nint entry = Next(stream); entry != 0; entry = Next(stream))
            {
                int length = 0;
                for (byte b; length < LongestName && (b = Marshal.ReadByte(entry, NameOffset + length)) != 0; length++)
                {
                    name[length] = b;
                }

                string text = PathText.Decode(name.AsSpan(0, length));
                if (text is not ("." or ".."))
                {
                    yield return (text, KindOf(Marshal.ReadByte(entry, TypeOffset), folder, text));
                }
            }
        }
        finally
        {
            _ = CloseFolder(stream);
        }
    }

    private static nint Next(nint stream)
    {
        Marshal.SetLastSystemError(0);
        nint entry = ReadFolder(stream);
        return entry != 0 || Marshal.GetLastPInvokeError() == 0 ? entry
            : throw new IOException($"The folder cannot be listed further: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static EntryKind KindOf(byte type, string folder, string name) => type switch
    {
        FileType => EntryKind.File,
        FolderType => EntryKind.Folder,
        // Some file systems do not say it while listing.
        UnknownType => KindOf(new FileInfo(Path.Join(folder, name))),
        _ => EntryKind.Other,
    };

    private static EntryKind KindOf(FileSystemInfo entry) =>
        entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? EntryKind.Other
        : entry.Attributes.HasFlag(FileAttributes.Directory) ? EntryKind.Folder : EntryKind.File;

    [DllImport("libc", EntryPoint = "opendir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint OpenFolder(byte[] path);

    [DllImport("libc", EntryPoint = "readdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadFolder(nint stream);

    [DllImport("libc", EntryPoint = "closedir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFolder(nint stream);
}
