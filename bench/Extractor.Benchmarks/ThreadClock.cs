using System.Runtime.InteropServices;

namespace Extractor.Benchmarks;

/// <summary>Processor time of the calling thread: what a busy machine does not lengthen. Linux only.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Milliseconds this thread has computed.</summary>
    public static double Milliseconds =>
        GetTime(ThreadCpuTime, out TimeSpec time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : double.NaN;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
