using System.Collections.Immutable;
using System.Text.Json;

namespace Extractor.Models.Tests.Schema;

public sealed class IndicatorSchemaTests
{
    [Fact]
    public void A_code_that_occurs_twice_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Build(Row("a", null), Row("b", "a"), Row("b", null)));

        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_is_no_indicator_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Build(Row("a", null), Row("a.b", "x")));

        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "a", "b", "a")]
    [InlineData("a", "b", "b", "a")]
    public void Parents_that_run_in_a_circle_are_refused(string first, string firstParent, string second, string secondParent)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Build(Row(first, firstParent), Row(second, secondParent)));

        Assert.Contains("circle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_may_stand_below_its_children()
    {
        IndicatorSchema schema = Build(Row("a.b", "a"), Row("a", null));

        Assert.Equal("a", schema.Find("a.b")!.Parent);
    }

    [Fact]
    public void A_schema_survives_json()
    {
        foreach (string family in FamilyCatalog.Names)
        {
            byte[] first = ExtractorJson.Serialize(FamilyCatalog.Load(family), indented: true);

            IndicatorSchema read = JsonSerializer.Deserialize<IndicatorSchema>(first, ExtractorJson.Compact)!;

            Assert.Equal(first, ExtractorJson.Serialize(read, indented: true));
            Assert.NotEmpty(read.Indicators);
        }
    }

    [Fact]
    public void The_json_of_a_schema_names_kinds_and_leaves_vietnamese_readable()
    {
        string json = System.Text.Encoding.UTF8.GetString(ExtractorJson.Serialize(new FamilyFiles().Read()));

        Assert.StartsWith("{\"family\":\"sample\",\"version\":3,\"title\":{\"vi\":\"Báo cáo mẫu\",\"en\":\"Sample report\"}", json, StringComparison.Ordinal);
        Assert.Contains(
            "{\"code\":\"a.flag\",\"parent\":\"a\",\"kind\":\"boolean\",\"unit\":\"code\",\"options\":[{\"code\":0,\"label\":\"Không\"}",
            json, StringComparison.Ordinal);
    }

    private static IndicatorSchema Build(params ImmutableArray<Indicator> indicators) => new("sample", 1, new LocalText("", ""), indicators, []);

    private static Indicator Row(string code, string? parent) => new(code, parent, ValueKind.Count, null, [], new LocalText(code, code), []);
}
