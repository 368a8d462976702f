using System.Globalization;
using Extractor.Models;

namespace Extractor.Benchmarks;

/// <summary>From the bytes of a report to the JSON of its result, in turns with what others need for the first step alone.</summary>
internal static class WholeWay
{
    public static int Run(string[] paths)
    {
        ExtractionPipeline pipeline = Pipelines.Create();
        SourceFile[] files = [.. paths.Select(path => new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)))];
        Measurement.Warm(() => Array.ForEach(files, file => ExtractorJson.Serialize(pipeline.Extract(file))));
        Console.WriteLine($"{"file",-34} {"ms",7} {"least",7} {"computing",9} {"least",7} {"MiB",6}  {"ref. ms",7} {"least",7} {"computing",9} {"least",7}   ratio  computing  least");
        for (int i = 0; i < files.Length; i++)
        {
            SourceFile file = files[i];
            Measurement result = Compare(paths[i], () => ExtractorJson.Serialize(pipeline.Extract(file)));
            (double clock, double computing, double least) = result.Reference is { } reference ? result.Time.RatioTo(reference) : (double.NaN, double.NaN, double.NaN);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file.Name,-34} {result.Time} {result.MebibytesAllocated,6:0.0}  {result.Reference}   {clock,5:0.00}  {computing,9:0.00}  {least,5:0.00}"));
        }

        return 0;
    }

    private static Measurement Compare(string path, Action work)
    {
        switch (Path.GetExtension(path))
        {
            case ".pdf":
                return Measurement.Of(work, reference: () => Measurement.TakeProcess("pdftotext", "-layout", path, "-"));
            case ".docx":
                using (var python = new PythonDocx(path))
                {
                    return Measurement.Of(work, reference: python.Read);
                }

            default:
                return Measurement.Of(work);
        }
    }
}
