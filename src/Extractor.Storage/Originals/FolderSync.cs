using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Extractor.Storage.Originals;

/// <summary>Makes the entries of a folder durable: a file that was synced is still lost with its name when the folder was not (fsync(2)).</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;
    private const int NotSupported = 22;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // NTFS journals names by itself and offers no such call.
            return;
        }

        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder cannot be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        try
        {
            // Some network file systems refuse to sync folders; they have no means to lose only the name either.
            if (Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() is int error and not NotSupported)
            {
                throw new IOException($"The folder cannot be synced: {new Win32Exception(error).Message}");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
