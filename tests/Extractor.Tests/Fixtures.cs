using Extractor.Evaluation;

namespace Extractor.Tests;

/// <summary>The reports under tests/fixtures: a folder each, named after the report.</summary>
internal static class Fixtures
{
    /// <summary>The folder tests/fixtures.</summary>
    public static string Root => Repository.Fixtures;

    /// <summary>Names of the reports that have a transcription.</summary>
    public static IEnumerable<string> Reports =>
        Directory.EnumerateDirectories(Root)
            .Select(folder => Path.GetFileName(folder))
            .Where(name => File.Exists(PathOf(name, ".gold.json")))
            .Order(StringComparer.Ordinal);

    public static string PathOf(string report, string ending) => Path.Combine(Root, report, report + ending);

    public static SourceFile Open(string report, string ending) => new(report + ending, File.ReadAllBytes(PathOf(report, ending)));

    public static GoldReport Gold(string report) => GoldReport.Parse(File.ReadAllBytes(PathOf(report, ".gold.json")));
}
