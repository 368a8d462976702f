using System.Diagnostics;

namespace Extractor.Benchmarks;

/// <summary>
/// Medians of repeated runs. The machine is shared, so single figures say little: what is compared runs in turns, and the ratio is the median of
/// the ratios of neighbours in time.
/// </summary>
internal sealed record Measurement(double Milliseconds, double ProcessorMilliseconds, double MebibytesAllocated, double? ReferenceMilliseconds = null, double? Ratio = null)
{
    // A process is warm once the runtime has compiled the busy methods a second time, which it does in the background.
    private const double WarmUpMilliseconds = 3000;

    /// <summary>Runs the work for some seconds of computing, so that what follows is measured warm.</summary>
    public static void Warm(Action work)
    {
        double start = ThreadClock.Milliseconds;
        while (ThreadClock.Milliseconds - start < WarmUpMilliseconds)
        {
            work();
        }
    }

    /// <summary>Runs the work, in turns with a reference that says itself how many milliseconds it took.</summary>
    public static Measurement Of(Action work, int runs = 21, Func<double>? reference = null)
    {
        double[] times = new double[runs];
        double[] processor = new double[runs];
        double[] memory = new double[runs];
        double[] references = new double[runs];
        double[] ratios = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            references[i] = reference?.Invoke() ?? double.NaN;
            long before = GC.GetTotalAllocatedBytes(precise: true);
            double computed = ThreadClock.Milliseconds;
            times[i] = Time(work);
            processor[i] = ThreadClock.Milliseconds - computed;
            memory[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (1024.0 * 1024.0);
            ratios[i] = times[i] / references[i];
        }

        return reference is null
            ? new Measurement(Median(times), Median(processor), Median(memory))
            : new Measurement(Median(times), Median(processor), Median(memory), Median(references), Median(ratios));
    }

    /// <summary>Milliseconds of one run.</summary>
    public static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Milliseconds of a whole process, output read and thrown away.</summary>
    public static double TimeProcess(string program, params string[] arguments) => Time(() =>
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
    });

    /// <summary>The middle of the values, which an outlier does not move.</summary>
    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
