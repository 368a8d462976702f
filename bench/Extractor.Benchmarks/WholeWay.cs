using System.Globalization;
using Extractor.Models;

namespace Extractor.Benchmarks;

/// <summary>From the bytes of a report to the JSON of its result, beside what others need for the first step alone.</summary>
internal static class WholeWay
{
    // Opens the document and reads every cell once by the row's own cells, the quickest way python-docx offers.
    private const string PythonDocx = """
        import sys, time, docx
        times = []
        for _ in range(11):
            start = time.perf_counter()
            for table in docx.Document(sys.argv[1]).tables:
                for row in table.rows:
                    for cell in row._tr.tc_lst:
                        "".join(t.text or "" for t in cell.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))
            times.append(time.perf_counter() - start)
        print(sorted(times)[5] * 1000)
        """;

    public static int Run(string[] files)
    {
        ExtractionPipeline pipeline = Pipelines.Create();
        Console.WriteLine($"{"file",-40} {"ms",8} {"MiB",8} {"reference",10} {"ratio",6}");
        foreach (string path in files)
        {
            var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
            Measurement own = Measurement.Of(() => ExtractorJson.Serialize(pipeline.Extract(file)));
            double? reference = Reference(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path),-40} {own.Milliseconds,8:0.0} {own.MebibytesAllocated,8:0.0} {reference,10:0.0} {own.Milliseconds / reference,6:0.00}"));
        }

        return 0;
    }

    private static double? Reference(string path) => Path.GetExtension(path) switch
    {
        ".pdf" => Measurement.OfProcess("pdftotext", ["-layout", path, "-"]),
        ".docx" => ReadPythonDocx(path),
        _ => null,
    };

    // The time inside the Python process is taken, so its start and imports do not count in our favour.
    private static double? ReadPythonDocx(string path)
    {
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/usr/bin/python3", ["-c", PythonDocx, path]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.TryParse(output, NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds) ? milliseconds : null;
    }
}
