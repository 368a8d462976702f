using System.Diagnostics;
using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>A running Python that opens a .docx with python-docx and reads its cells each time it is asked; start and imports are not counted.</summary>
internal sealed class PythonDocx : IDisposable
{
    // Every cell once by the row's own elements: the quickest way python-docx offers (table.cell() is quadratic).
    private const string Program = """
        import sys, time, docx
        T = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
        for _ in sys.stdin:
            start, computed = time.perf_counter(), time.process_time()
            for table in docx.Document(sys.argv[1]).tables:
                for row in table.rows:
                    for cell in row._tr.tc_lst:
                        "".join(t.text or "" for t in cell.iter(T))
            print((time.perf_counter() - start) * 1000, (time.process_time() - computed) * 1000, flush=True)
        """;

    private const int WarmUpReadings = 10;
    private readonly Process _process;

    public PythonDocx(string path)
    {
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Program, path]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 did not start.");
        // Python warms up too: its first reading compiles and imports.
        for (int i = 0; i < WarmUpReadings; i++)
        {
            Read();
        }
    }

    /// <summary>How long one reading takes, as Python measures it.</summary>
    public Span Read()
    {
        _process.StandardInput.WriteLine();
        string[] times = (_process.StandardOutput.ReadLine() ?? "").Split(' ');
        return new Span(double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
