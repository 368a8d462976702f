using System.Diagnostics;

namespace Extractor.Pdf.Tests.Oracles;

/// <summary>Runs an installed program and waits for it.</summary>
internal static class Tool
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Standard output; exit codes above <paramref name="tolerated"/> throw.</summary>
    public static string Run(string program, IEnumerable<string> arguments, int tolerated = 0)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.");
        }

        if (process.ExitCode > tolerated)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
        return output;
    }

    public static WordBag PdfToText(string path) =>
        WordBag.OfText(Run("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"]).Replace("\f", " ", StringComparison.Ordinal));
}
