using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extractor.Models.Tests.Results;

namespace Extractor.Models.Tests.Json;

/// <summary>Other systems depend on the exact text; a change of the verified file is a change of the contract.</summary>
public sealed class ResultContractTests
{
    [Fact]
    public void The_json_of_a_result_is_the_verified_one()
    {
        string verified = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Verified", "result.json"));

        string written = Encoding.UTF8.GetString(ExtractorJson.Serialize(SampleResult.Create(), indented: true));

        Assert.Equal(verified.TrimEnd(), written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Preparing_changes_nothing_of_what_is_written(bool indented)
    {
        byte[] before = ExtractorJson.Serialize(SampleResult.Explained(), indented);

        ExtractorJson.Prepare(indented);

        Assert.Equal(before, ExtractorJson.Serialize(SampleResult.Explained(), indented));
    }

    [Fact]
    public void A_result_that_was_written_and_read_writes_the_same_bytes()
    {
        byte[] first = ExtractorJson.Serialize(SampleResult.Create());

        byte[] second = ExtractorJson.Serialize(ExtractorJson.Deserialize(first));

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
    }

    [Fact]
    public void An_explanation_is_the_last_part_of_a_field_and_survives_writing_and_reading()
    {
        byte[] written = ExtractorJson.Serialize(SampleResult.Explained());

        string json = Encoding.UTF8.GetString(written);
        Assert.Contains(
            "\"findings\":[\"R01#1\"],\"explanation\":{\"parts\":{\"mapping\":0.95,\"reading\":0.99,\"agreement\":4,\"rules\":0.9,\"calibration\":1.2},"
            + "\"signals\":[{\"name\":\"placesAgree\",\"value\":1,\"text\":\"Số nơi khác nêu cùng số liệu: 1.\"}]}}",
            json,
            StringComparison.Ordinal);
        Assert.Equal(json, Encoding.UTF8.GetString(ExtractorJson.Serialize(ExtractorJson.Deserialize(written))));
        Assert.DoesNotContain("explanation", Encoding.UTF8.GetString(ExtractorJson.Serialize(SampleResult.Create())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_compact_form_is_one_line_and_says_the_same_as_the_indented_one()
    {
        byte[] compact = ExtractorJson.Serialize(SampleResult.Create());
        byte[] indented = ExtractorJson.Serialize(SampleResult.Create(), indented: true);

        Assert.DoesNotContain((byte)'\n', compact);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(compact), JsonNode.Parse(indented)));
    }

    [Theory]
    [InlineData("month", PeriodKind.Month)]
    [InlineData("quarter", PeriodKind.Quarter)]
    [InlineData("6_months", PeriodKind.SixMonths)]
    [InlineData("9_months", PeriodKind.NineMonths)]
    [InlineData("year", PeriodKind.Year)]
    public void A_period_kind_has_the_name_of_the_contract(string name, PeriodKind kind)
    {
        Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(kind, ExtractorJson.Compact));
        Assert.Equal(kind, JsonSerializer.Deserialize<PeriodKind>($"\"{name}\"", ExtractorJson.Compact));
    }

    [Fact]
    public void A_list_that_is_not_stated_is_null()
    {
        ExtractionResult sample = SampleResult.Create();
        ExtractionResult result = sample with { Report = sample.Report with { Recipients = Stated.Missing<ImmutableArray<string>>() } };

        string json = Encoding.UTF8.GetString(ExtractorJson.Serialize(result));

        Assert.Contains("\"recipients\":{\"value\":null,\"confidence\":0,\"evidence\":[]}", json, StringComparison.Ordinal);
        Assert.True(ExtractorJson.Deserialize(Encoding.UTF8.GetBytes(json)).Report.Recipients.Value.IsDefault);
    }

    [Fact]
    public void Extreme_figures_keep_all_their_digits()
    {
        IndicatorValue[] values = [new NumberValue(28194000000000.25m), new NumberValue(-0.05m), new RatioValue(0, 1), new RatioValue(9999, 10000)];
        foreach (IndicatorValue value in values)
        {
            string json = JsonSerializer.Serialize(value, ExtractorJson.Compact);

            Assert.Equal(value, JsonSerializer.Deserialize<IndicatorValue>(json, ExtractorJson.Compact));
        }
    }

    [Theory]
    [InlineData("{}", "an object without parts")]
    [InlineData("null", "null")]
    [InlineData("[", "a cut text")]
    public void A_text_that_is_no_result_is_a_json_error(string text, string what)
    {
        Exception? error = Record.Exception(() => ExtractorJson.Deserialize(Encoding.UTF8.GetBytes(text)));

        Assert.True(error is JsonException, $"{what} gave {error?.GetType().Name ?? "a result"}");
    }

    [Theory]
    [InlineData("\"confidence\":1}", "\"confidence\":1.5}")]
    [InlineData("\"confidence\":1}", "\"confidence\":\"high\"}")]
    [InlineData("\"value\":\"10/10\"", "\"value\":\"ten of ten\"")]
    [InlineData("\"status\":\"notReported\"", "\"status\":\"unknown\"")]
    [InlineData("[402.12,310.5,438.25,324]", "[402.12,310.5]")]
    public void A_result_with_a_part_outside_the_contract_is_a_json_error(string part, string broken)
    {
        string good = Encoding.UTF8.GetString(ExtractorJson.Serialize(SampleResult.Create()));
        Assert.Contains(part, good, StringComparison.Ordinal);

        byte[] bad = Encoding.UTF8.GetBytes(good.Replace(part, broken, StringComparison.Ordinal));

        Assert.Throws<JsonException>(() => ExtractorJson.Deserialize(bad));
    }
}
