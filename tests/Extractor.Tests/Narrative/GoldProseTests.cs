using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extractor.Models;
using Extractor.Narrative;

namespace Extractor.Tests.Narrative;

/// <summary>The prose of the transcribed reports: every fact people found is found, and nothing else.</summary>
public class GoldProseTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Theory]
    [MemberData(nameof(Reports))]
    public void Facts_of_real_reports_are_found_and_no_others(string report)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(Fixtures.PathOf(report, ".gold.json")));
        Document document = DocumentOf(gold.RootElement.GetProperty("narrative"));
        JsonElement truth = gold.RootElement.GetProperty("narrative_truth");

        ImmutableArray<NarrativeFact> facts = FactFinder.Find(document, Schema);

        string found = string.Join("\n", facts.Select(f => $"{f.Indicator.Code}={Show(f.Value)} @{f.Block} {Quote(document, f)}"));
        foreach (JsonProperty wanted in truth.GetProperty("required").EnumerateObject())
        {
            Assert.True(
                facts.Any(f => f.Indicator.Code == wanted.Name && Show(f.Value) == wanted.Value.GetRawText()),
                $"{wanted.Name}={wanted.Value} is missing among\n{found}");
        }

        foreach (NarrativeFact fact in facts)
        {
            bool isKnown = Has(truth.GetProperty("required"), fact) || Has(truth.GetProperty("optional"), fact);
            Assert.True(isKnown, $"{fact.Indicator.Code}={Show(fact.Value)} is wrong: {Quote(document, fact)}\n{found}");
            Assert.True(ValueDerivation.IsDerivable(fact.Value, Quote(document, fact)), found);
        }
    }

    public static TheoryData<string> Reports() => new(Fixtures.Reports);

    private static bool Has(JsonElement truth, NarrativeFact fact) =>
        truth.TryGetProperty(fact.Indicator.Code, out JsonElement value) && Show(fact.Value) == value.GetRawText();

    private static Document DocumentOf(JsonElement narrative) => new()
    {
        Format = FileFormat.Docx,
        Blocks = [.. narrative.EnumerateArray().Select(p => new TextBlock(new PlacedText(p.GetProperty("text").GetString()!.Replace('ƣ', 'ư')), TextStyle.Plain))],
    };

    private static string Quote(Document document, NarrativeFact fact) =>
        ((TextBlock)document.Blocks[fact.Block]).Text.Text.Substring(fact.Start, fact.Length);

    private static string Show(IndicatorValue value) => ((NumberValue)value).Number.ToString("0.####", CultureInfo.InvariantCulture);
}
