using System.Diagnostics;
using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>
/// Repeated runs in turns with a reference. The machine may be shared, so single figures say little: the ratio is the median of the ratios of
/// neighbours in time, and computing time, which others lengthen less, stands beside the time that passes.
/// </summary>
/// <param name="Time">What the work took.</param>
/// <param name="MebibytesAllocated">What it allocated, median.</param>
/// <param name="Reference">What the reference took; null without one.</param>
internal sealed record Measurement(Spans Time, double MebibytesAllocated, Spans? Reference = null)
{
    private const int RunsARound = 60;
    private const int FewestRounds = 4;
    private const int MostRounds = 40;
    private const double MillisecondsARound = 1000;
    private const double SameSpeed = 0.95;

    /// <summary>
    /// Runs the work until it gets no quicker: the runtime compiles busy methods again in the background, on a busy machine late. A round takes some runs
    /// and some time, and leaves the processor to the compiler for a moment.
    /// </summary>
    public static void Warm(Action work)
    {
        double before = double.MaxValue;
        for (int round = 0; round < MostRounds; round++)
        {
            double quickest = double.MaxValue, start = ThreadClock.Milliseconds;
            for (int run = 0; run < RunsARound || ThreadClock.Milliseconds - start < MillisecondsARound; run++)
            {
                double computed = ThreadClock.Milliseconds;
                work();
                quickest = Math.Min(quickest, ThreadClock.Milliseconds - computed);
            }

            if (round >= FewestRounds && quickest > SameSpeed * before)
            {
                return;
            }

            before = Math.Min(before, quickest);
            Thread.Sleep(300);
        }
    }

    /// <summary>Runs the work, in turns with a reference that says itself how long it took.</summary>
    public static Measurement Of(Action work, int runs = 41, Func<Span>? reference = null)
    {
        var own = new Span[runs];
        var references = new Span[runs];
        double[] memory = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            references[i] = reference?.Invoke() ?? default;
            long before = GC.GetTotalAllocatedBytes(precise: true);
            own[i] = Take(work);
            memory[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (1024.0 * 1024.0);
        }

        return new Measurement(new Spans(own), Median(memory), reference is null ? null : new Spans(references));
    }

    /// <summary>How long one run takes, on the clock and computing.</summary>
    public static Span Take(Action work)
    {
        double computed = ThreadClock.Milliseconds;
        long start = Stopwatch.GetTimestamp();
        work();
        return new Span(Stopwatch.GetElapsedTime(start).TotalMilliseconds, ThreadClock.Milliseconds - computed);
    }

    /// <summary>How long a whole process takes, output read and thrown away.</summary>
    public static Span TakeProcess(string program, params string[] arguments)
    {
        double computed = ThreadClock.ChildrenMilliseconds;
        Span own = Take(() =>
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException($"{program} did not start.");
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            process.WaitForExit();
        });
        return own with { Computing = ThreadClock.ChildrenMilliseconds - computed };
    }

    /// <summary>The middle of the values, which an outlier does not move.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

/// <summary>Milliseconds on the clock and of computing.</summary>
internal readonly record struct Span(double Clock, double Computing);

/// <summary>Repeated runs.</summary>
internal sealed record Spans(IReadOnlyList<Span> Runs)
{
    /// <summary>Median and quickest on the clock.</summary>
    public (double Median, double Least) Clock => (Measurement.Median(Runs.Select(r => r.Clock)), Runs.Min(r => r.Clock));

    /// <summary>Median and quickest of computing.</summary>
    public (double Median, double Least) Computing => (Measurement.Median(Runs.Select(r => r.Computing)), Runs.Min(r => r.Computing));

    /// <summary>Ratios to runs taken in turns with these: on the clock, computing (median of the ratios of neighbours), and of the quickest of each.</summary>
    public (double Clock, double Computing, double Least) RatioTo(Spans others) =>
        (Measurement.Median(Runs.Zip(others.Runs, (a, b) => a.Clock / b.Clock)),
            Measurement.Median(Runs.Zip(others.Runs, (a, b) => a.Computing / b.Computing)),
            Clock.Least / others.Clock.Least);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Clock.Median,7:0.0} {Clock.Least,7:0.0} {Computing.Median,9:0.0} {Computing.Least,7:0.0}");
}
