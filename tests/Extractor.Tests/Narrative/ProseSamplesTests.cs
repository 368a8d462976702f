using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;
using Extractor.Narrative;

namespace Extractor.Tests.Narrative;

/// <summary>Prose of other provinces, levels and years: tests/fixtures/narrative.</summary>
public class ProseSamplesTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Theory]
    [MemberData(nameof(Names))]
    public void Facts_of_a_sample_are_found_and_no_others(string name)
    {
        Sample sample = Samples().Single(s => s.Name == name);

        ImmutableArray<NarrativeFact> facts = FactFinder.Find(sample.Document, Schema);

        string[] found = [.. facts.Select(Show).Order(StringComparer.Ordinal)];
        Assert.Equal(sample.Wanted.Order(StringComparer.Ordinal), found.Except(sample.Allowed).Union(sample.Wanted.Intersect(found)).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Names() => new(Samples().Select(s => s.Name));

    private static IEnumerable<Sample> Samples()
    {
        string[] files = Directory.GetFiles(Path.Combine(Fixtures.Root, "narrative"), "*.md");
        foreach ((string file, string part) in files.SelectMany(f => File.ReadAllText(f).Split("\n## ").Skip(1).Select(p => (Path.GetFileNameWithoutExtension(f), p))))
        {
            string[] lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var blocks = lines.Skip(1).Where(l => !l.StartsWith("=>", StringComparison.Ordinal) && !l.StartsWith("?>", StringComparison.Ordinal) && !l.StartsWith("!!", StringComparison.Ordinal));
            yield return new Sample(
                $"{file}: {lines[0]}",
                new Document { Format = FileFormat.Docx, Blocks = [.. blocks.Select(l => new TextBlock(new PlacedText(l), TextStyle.Plain))] },
                [.. lines.Where(l => l.StartsWith("=>", StringComparison.Ordinal)).Select(l => l[2..].Trim())],
                [.. lines.Where(l => l.StartsWith("?>", StringComparison.Ordinal)).Select(l => l[2..].Trim())]);
        }
    }

    private static string Show(NarrativeFact fact) =>
        string.Create(CultureInfo.InvariantCulture, $"{fact.Indicator.Code} = {((NumberValue)fact.Value).Number:0.####}");

    private sealed record Sample(string Name, Document Document, ImmutableArray<string> Wanted, ImmutableArray<string> Allowed);
}
