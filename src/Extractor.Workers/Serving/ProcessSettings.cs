using System.Runtime.InteropServices;

namespace Extractor.Workers.Serving;

/// <summary>What a worker does to its own process before anything else.</summary>
internal static class ProcessSettings
{
    private static readonly List<PosixSignalRegistration> Ignored = [];

    public static void Apply()
    {
        // A terminal or a service sends these to the whole group; the host decides when its workers end, by closing the pipe or by kill.
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP })
        {
            Ignored.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = true));
        }

        // Where the whole system runs out of memory, the kernel ends a worker before the host.
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another system, or a container that forbids it: the other bounds stand.
        }
    }
}
