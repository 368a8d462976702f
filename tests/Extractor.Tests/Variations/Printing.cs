using System.Diagnostics;

namespace Extractor.Tests.Variations;

/// <summary>Prints files with the programs offices use; each call has a folder and a profile of its own.</summary>
internal static class Printing
{
    private static readonly string[] ChromiumFlags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
    ];

    /// <summary>Word files printed by LibreOffice, in their order.</summary>
    public static List<byte[]> ByLibreOffice(IReadOnlyList<byte[]> wordFiles) => InFolder(folder =>
    {
        string[] paths = [.. wordFiles.Select((bytes, i) => Write(folder, $"{i}.docx", bytes))];
        Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, .. paths]);
        return paths.Select(path => File.ReadAllBytes(Path.ChangeExtension(path, ".pdf"))).ToList();
    });

    /// <summary>A web page printed by Chromium.</summary>
    public static byte[] ByChromium(string html) => InFolder(folder =>
    {
        string page = Path.Combine(folder, "page.html");
        string pdf = Path.Combine(folder, "page.pdf");
        File.WriteAllText(page, html);
        Run("/usr/bin/chromium", [.. ChromiumFlags, $"--user-data-dir={folder}/profile", $"--print-to-pdf={pdf}", page]);
        return File.ReadAllBytes(pdf);
    });

    /// <summary>The text of a PDF as pdftotext prints it.</summary>
    public static byte[] AsText(byte[] pdf, params string[] options) => InFolder(folder =>
    {
        string text = Path.Combine(folder, "page.txt");
        Run("pdftotext", [.. options, Write(folder, "page.pdf", pdf), text]);
        return File.ReadAllBytes(text);
    });

    private static string Write(string folder, string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static T InFolder<T>(Func<string, T> work)
    {
        string folder = GoneWithThisProcess.NewFolder("print");
        try
        {
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
        }
    }
}
