using System.Diagnostics;
using System.Globalization;
using Extractor.Pdf;

namespace Extractor.Benchmarks;

/// <summary>
/// Reads every PDF below a folder in a child process that may crash or hang without harm, and counts how the files ended. Public test corpora
/// (those of pdf.js and PdfPig, say) go in; nothing of them belongs into the repository.
/// </summary>
internal static class PdfCorpus
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(12);

    /// <summary>Runs all files and prints each that returned no pages, then the counts.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Process? worker = null;
        foreach (string file in files)
        {
            worker ??= StartWorker();
            await worker.StandardInput.WriteLineAsync(file);
            string outcome = await ReadOutcomeAsync(worker);
            if (outcome is "crash" or "hang")
            {
                worker.Kill();
                worker = null;
            }

            string kind = outcome.Split('\t')[0];
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            Console.WriteLine(Path.GetFileName(file) + "\t" + outcome);
        }

        worker?.StandardInput.Close();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length} files"));
        foreach ((string kind, int count) in counts)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} {kind}"));
        return counts.ContainsKey("crash") || counts.ContainsKey("hang") ? 1 : 0;
    }

    /// <summary>The child: a path a line on standard input, an outcome a line on standard output.</summary>
    public static int Work()
    {
        while (Console.ReadLine() is { } file)
        {
            var watch = Stopwatch.StartNew();
            string outcome = Read(File.ReadAllBytes(file));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome}\t{watch.ElapsedMilliseconds} ms"));
        }

        return 0;
    }

    private static string Read(byte[] bytes)
    {
        int pages = 0;
        long glyphs = 0;
        using var time = new CancellationTokenSource(Limit);
        try
        {
            PdfDocument document = PdfDocument.Open(bytes, cancellationToken: time.Token);
            for (int number = 1; number <= document.PageCount; number++, pages++)
                glyphs += document.ReadPage(number, time.Token).Glyphs.Length;
            string warnings = string.Join(',', document.Warnings.Select(warning => warning.Code).Distinct());
            return string.Create(CultureInfo.InvariantCulture, $"pages\t{pages} pages\t{glyphs} glyphs\t{warnings}");
        }
        catch (PdfException error)
        {
            string part = pages > 0 ? " after some pages" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{error.Error} {error.Limit}{part}\t{pages} pages\t{error.Message}");
        }
        catch (OperationCanceledException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"time\t{pages} pages");
        }
    }

    private static async Task<string> ReadOutcomeAsync(Process worker)
    {
        using var time = new CancellationTokenSource(KillAfter);
        try
        {
            return await worker.StandardOutput.ReadLineAsync(time.Token) ?? "crash";
        }
        catch (OperationCanceledException)
        {
            return "hang";
        }
    }

    private static Process StartWorker() => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "pdf-corpus-worker")
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
