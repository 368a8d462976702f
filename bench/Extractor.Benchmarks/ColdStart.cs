using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>Wall time of a whole run of a program, such as the published command line reading one report.</summary>
internal static class ColdStart
{
    private const int Runs = 15;

    public static int Run(string program, string[] arguments)
    {
        double[] times = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            times[i] = Measurement.TimeProcess(program, arguments);
        }

        double median = Measurement.Median(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {median:0} ms, quickest {times[0]:0} ms, slowest {times[^1]:0} ms of {Runs}"));
        return 0;
    }
}
