using System.Runtime.CompilerServices;

namespace Extractor.Pdf.Tests;

/// <summary>The PDF files of tests/fixtures.</summary>
internal static class PdfFixtures
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "fixtures"));

    /// <summary>The small three-page file in its many forms, by file name.</summary>
    public static byte[] Small(string name) => File.ReadAllBytes(Path.Combine(Root, "pdf", name));

    /// <summary>Printed reports.</summary>
    public static IEnumerable<string> Reports() => Directory.EnumerateFiles(Root, "*-2*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Folder of a report, by the name of any of its files.</summary>
    public static string ReportFolder(string file) => Path.Combine(Root, file.Split('.')[0]);

    /// <summary>All files.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateFiles(Root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
