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
        Console.WriteLine($"{"file",-40} {"ms",8} {"computing",10} {"MiB",8} {"reference",10} {"ratio",6}");
        for (int i = 0; i < files.Length; i++)
        {
            SourceFile file = files[i];
            Measurement result = Compare(paths[i], () => ExtractorJson.Serialize(pipeline.Extract(file)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file.Name,-40} {result.Milliseconds,8:0.0} {result.ProcessorMilliseconds,10:0.0} {result.MebibytesAllocated,8:0.0} {result.ReferenceMilliseconds,10:0.0} {result.Ratio,6:0.00}"));
        }

        return 0;
    }

    private static Measurement Compare(string path, Action work)
    {
        switch (Path.GetExtension(path))
        {
            case ".pdf":
                return Measurement.Of(work, reference: () => Measurement.TimeProcess("pdftotext", "-layout", path, "-"));
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
