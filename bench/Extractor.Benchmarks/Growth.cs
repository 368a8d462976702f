using System.Globalization;
using Extractor.Models;

namespace Extractor.Benchmarks;

/// <summary>What a longer report costs: the same one once, twice and as many times as asked.</summary>
internal static class Growth
{
    public static int Run(string path, int[] times)
    {
        ExtractionPipeline pipeline = Pipelines.Create();
        SourceFile[] files = [.. times.Prepend(1).Select(count => RepeatedReport.Make(path, count))];
        Measurement.Warm(() => ExtractorJson.Serialize(pipeline.Extract(files[0])));
        for (int i = 1; i < files.Length; i++)
        {
            double memory = Measurement.Of(() => ExtractorJson.Serialize(pipeline.Extract(files[0])), 5).MebibytesAllocated;
            // In turns with the report once, so that a busy minute hits both.
            Measurement more = Measurement.Of(
                () => ExtractorJson.Serialize(pipeline.Extract(files[i])),
                Math.Max(3, 21 / times[i - 1]),
                () => Measurement.Take(() => ExtractorJson.Serialize(pipeline.Extract(files[0]))));
            (double clock, double computing, double least) = more.Time.RatioTo(more.Reference!);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{files[0].Name,-40} x{times[i - 1],-4} {more.Time.Clock.Median,9:0.0} ms {more.MebibytesAllocated,8:0.0} MiB  time x{clock:0.00} computing x{computing:0.00} least x{least:0.00} memory x{more.MebibytesAllocated / memory:0.00}"));
        }

        return 0;
    }
}
