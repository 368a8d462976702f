using System.Runtime.InteropServices;

namespace Extractor.Benchmarks;

/// <summary>Processor time of the calling thread: what a busy machine does not lengthen. Linux only.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;
    private const int Children = -1;

    /// <summary>Milliseconds this thread has computed.</summary>
    public static double Milliseconds =>
        GetTime(ThreadCpuTime, out TimeSpec time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : double.NaN;

    /// <summary>Milliseconds the ended child processes have computed.</summary>
    public static double ChildrenMilliseconds =>
        GetUsage(Children, out Usage usage) == 0
            ? ((usage.UserSeconds + usage.SystemSeconds) * 1e3) + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e3)
            : double.NaN;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, out Usage usage);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    // Fourteen more counters follow the two times.
    [StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
