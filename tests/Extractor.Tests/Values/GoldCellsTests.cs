using System.Text.Json;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Tests.Values;

/// <summary>Every cell of the transcribed reports is read as its transcription says, and no value is invented.</summary>
public class GoldCellsTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Theory]
    [MemberData(nameof(Reports))]
    public void Cells_of_real_reports_are_read_as_people_read_them(string report)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(Fixtures.PathOf(report, ".gold.json")));
        CellReading? above = null;
        int read = 0;
        foreach (JsonElement row in gold.RootElement.GetProperty("appendices")[0].GetProperty("rows").EnumerateArray())
        {
            string text = row.GetProperty("value").GetString()!;
            Indicator? indicator = row.GetProperty("code").GetString() is { } code ? Schema.Find(code) : null;
            var context = new CellContext(indicator, row.GetProperty("unit").GetString()!, above);

            above = CellValueReader.Read(new PlacedText(text), context);

            string label = row.GetProperty("label").GetString()!;
            Assert.True(TruthOf(row.GetProperty("truth")) == above.Value, $"{label}: {text} is read as {above.Value}");
            Assert.True(
                above.Value is null || ValueDerivation.IsDerivable(above.Value, text.Substring(above.Start, above.Length), context),
                $"{label}: {above.Value} does not follow from {text}");
            read++;
        }

        Assert.True(read > 50);
    }

    public static TheoryData<string> Reports() => new(Fixtures.Reports);

    private static IndicatorValue? TruthOf(JsonElement truth)
    {
        if (truth.ValueKind == JsonValueKind.String)
        {
            string[] parts = truth.GetString()!.Split('/');
            return new RatioValue(decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return truth.ValueKind == JsonValueKind.Number ? new NumberValue(truth.GetDecimal()) : null;
    }
}
