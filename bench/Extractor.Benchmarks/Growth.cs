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
        Measurement? one = null;
        for (int i = 0; i < files.Length; i++)
        {
            int count = i == 0 ? 1 : times[i - 1];
            Measurement now = Measurement.Of(() => ExtractorJson.Serialize(pipeline.Extract(files[i])), Math.Max(3, 21 / count));
            one ??= now;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path),-40} x{count,-4} {now.Milliseconds,9:0.0} ms {now.ProcessorMilliseconds,9:0.0} ms computing {now.MebibytesAllocated,8:0.0} MiB  time x{now.Milliseconds / one.Milliseconds:0.00} computing x{now.ProcessorMilliseconds / one.ProcessorMilliseconds:0.00} memory x{now.MebibytesAllocated / one.MebibytesAllocated:0.00}"));
        }

        return 0;
    }
}
