using System.Text.Json;
using Extractor.Evaluation;

namespace Extractor.Tests.Crossed;

/// <summary>The synthetic reports under tests/fixtures/dossiers: one-stop shops of all levels and years, most with crossed tables.</summary>
internal static class CrossedFixtures
{
    private static string Folder => Path.Combine(Fixtures.Root, "dossiers");

    public static IEnumerable<string> Reports => Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static TheoryData<string, string> Renderings(params string[] endings)
    {
        var cases = new TheoryData<string, string>();
        foreach (string report in Reports)
        {
            foreach (string ending in endings.Where(e => File.Exists(PathOf(report, e))))
            {
                cases.Add(report, ending);
            }
        }

        return cases;
    }

    public static string PathOf(string report, string ending) => Path.Combine(Folder, report, report + ending);

    public static SourceFile Open(string report, string ending) => new(report + ending, File.ReadAllBytes(PathOf(report, ending)));

    public static GoldReport Gold(string report) => GoldReport.Parse(File.ReadAllBytes(PathOf(report, ".gold.json")));

    public static string FamilyOf(string report)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(PathOf(report, ".gold.json")));
        return gold.RootElement.GetProperty("family").GetString()!;
    }
}
