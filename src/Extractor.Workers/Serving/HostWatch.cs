using System.Runtime.InteropServices;

namespace Extractor.Workers.Serving;

/// <summary>
/// Ends the worker when the host is gone, however it went: the system closes the pipe the host writes to, and that is noticed even in the middle
/// of a file that never ends.
/// </summary>
internal static partial class HostWatch
{
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(1);

    public static void Start()
    {
        if (!OperatingSystem.IsWindows())
        {
            new Thread(Watch) { IsBackground = true, Name = "host watch" }.Start();
        }
    }

    private static void Watch()
    {
        // With no event asked for, only the end of the pipe is reported: a file that arrives wakes nobody here.
        var input = new PollDescriptor { Descriptor = 0, Events = 0 };
        while (Poll(ref input, 1, -1) <= 0)
        {
            // Interrupted by a signal.
            Thread.Sleep(AfterError);
        }

        // At once and without the farewell of the runtime: a worker keeps nothing, and whoever starts the host again needs the processor.
        Exit(0);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Results;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
