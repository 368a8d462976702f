using System.Diagnostics;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Benchmarks;

/// <summary>What twice the pages cost.</summary>
internal static class Growth
{
    public static int Run(string path)
    {
        string twice = Path.Combine(Path.GetTempPath(), $"growth-{Environment.ProcessId}.pdf");
        try
        {
            Process.Start("qpdf", ["--empty", "--pages", path, path, "--", twice]).WaitForExit();
            ExtractionPipeline pipeline = Pipelines.Create();
            Measurement one = Measure(pipeline, path);
            Measurement two = Measure(pipeline, twice);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"once {one.Milliseconds:0.0} ms {one.MebibytesAllocated:0.0} MiB; twice {two.Milliseconds:0.0} ms {two.MebibytesAllocated:0.0} MiB; ratio {two.Milliseconds / one.Milliseconds:0.00} time, {two.MebibytesAllocated / one.MebibytesAllocated:0.00} memory"));
            return 0;
        }
        finally
        {
            File.Delete(twice);
        }
    }

    private static Measurement Measure(ExtractionPipeline pipeline, string path)
    {
        var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
        return Measurement.Of(() => ExtractorJson.Serialize(pipeline.Extract(file)));
    }
}
