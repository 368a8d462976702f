using System.Diagnostics;

namespace Extractor.Benchmarks;

/// <summary>Medians of repeated runs; the machine is shared, so single figures say little and ratios are taken within one run.</summary>
internal sealed record Measurement(double Milliseconds, double MebibytesAllocated)
{
    /// <summary>Runs the work warm and takes the median of each figure.</summary>
    public static Measurement Of(Action work, int warmUp = 10, int runs = 30)
    {
        for (int i = 0; i < warmUp; i++)
        {
            work();
        }

        double[] times = new double[runs];
        double[] memory = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            memory[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / (1024.0 * 1024.0);
        }

        return new Measurement(Median(times), Median(memory));
    }

    /// <summary>Median wall time of a whole process, output read and thrown away.</summary>
    public static double OfProcess(string program, string[] arguments, int runs = 11)
    {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
                ?? throw new InvalidOperationException($"{program} did not start.");
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return Median(times);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
