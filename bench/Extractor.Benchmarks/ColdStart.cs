using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>Wall time of a whole run of a program, such as the published command line reading one report.</summary>
internal static class ColdStart
{
    private const int Runs = 15;

    public static int Run(string program, string[] arguments)
    {
        var times = new Spans([.. Enumerable.Range(0, Runs).Select(_ => Measurement.TakeProcess(program, arguments))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median {times.Clock.Median:0} ms, quickest {times.Clock.Least:0} ms, computing {times.Computing.Median:0} ms, least {times.Computing.Least:0} ms, of {Runs}"));
        return 0;
    }
}
