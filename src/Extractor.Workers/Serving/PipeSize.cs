using System.Runtime.InteropServices;

namespace Extractor.Workers.Serving;

/// <summary>Makes the pipes to the host as large as an ordinary file or result, so that it passes in one piece.</summary>
internal static partial class PipeSize
{
    // pipe(7): the capacity of a pipe that nobody has changed.
    private const int Usual = 65_536;

    // The most an ordinary user may ask for (/proc/sys/fs/pipe-max-size).
    private const int Wide = 1 << 20;

    private const int SetPipeSize = 1031;
    private const int StandardInput = 0;
    private const int StandardOutput = 1;

    /// <summary>Widens both pipes where the system can.</summary>
    /// <returns>The capacity of the one the host writes to.</returns>
    public static int Widen()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        _ = SetSize(StandardOutput, SetPipeSize, Wide);
        return SetSize(StandardInput, SetPipeSize, Wide) >= Wide ? Wide : Usual;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int SetSize(int descriptor, int command, int size);
}
