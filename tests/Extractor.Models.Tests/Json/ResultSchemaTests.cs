using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models.Tests.Results;
using NJsonSchema;

namespace Extractor.Models.Tests.Json;

/// <summary>The JSON Schema accepts what the product writes and refuses what the contract forbids.</summary>
public sealed class ResultSchemaTests
{
    private static readonly Task<JsonSchema> Schema =
        JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(ExtractorJson.ResultSchema.Span));

    [Fact]
    public async Task The_sample_result_obeys_the_schema()
    {
        JsonSchema schema = await Schema;

        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ExtractorJson.Serialize(SampleResult.Create()))));
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ExtractorJson.Serialize(SampleResult.Explained()))));
    }

    public static TheoryData<string, string?> Breaks => new()
    {
        { "extra", "1" },
        { "schema.version", "0" },
        { "schema.family", null },
        { "document.sha256", "\"abc\"" },
        { "document.format", "\"doc\"" },
        { "document.pages", "\"19\"" },
        { "report.issuedOn.value", "\"2022\"" },
        { "report.period.value.kind", "\"nineMonths\"" },
        { "report.period.value.quarter", "5" },
        { "report.level.value", "\"village\"" },
        { "report.title.evidence.0.source", "\"guess\"" },
        { "report.recipients.value", "\"one text\"" },
        { "fields.0.value", "\"479 hồ sơ\"" },
        { "fields.0.value", "null" },
        { "fields.2.value", "0" },
        { "fields.0.status", "\"ok\"" },
        { "fields.0.kind", "\"number\"" },
        { "fields.0.confidence", "1.01" },
        { "fields.0.evidence.0.box", "[1, 2, 3]" },
        { "fields.0.evidence.0.page", "0" },
        { "fields.0.evidence.0.row", "-1" },
        { "fields.0.parts.0.value", "\"6\"" },
        { "fields.0.alternatives.0.code", "\"\"" },
        { "fields.3.item.label", "\"\"" },
        { "fields.3.item.path", "\"A\"" },
        { "fields.3.item.dimension", null },
        { "fields.0.explanation.parts.mapping", "1.5" },
        { "fields.0.explanation.parts.rules", "-1" },
        { "fields.0.explanation.parts.agreement", null },
        { "fields.0.explanation.signals", null },
        { "fields.0.explanation.signals.0.name", "\"\"" },
        { "fields.0.explanation.signals.0.value", "\"1\"" },
        { "fields.0.explanation.signals.0.text", null },
        { "fields.0.explanation.other", "1" },
        { "rows.0.box", "\"whole page\"" },
        { "rows.2.cells.0.column", "-1" },
        { "rows.2.cells.1.code", "0" },
        { "rows.2.item.other", "1" },
        { "findings.1.item", "\"field\"" },
        { "findings.1.repair.item.label", null },
        { "rows.1.code", null },
        { "findings.0.severity", "\"fatal\"" },
        { "findings.0.repair.value", "null" },
        { "warnings.0.message", null },
        { "coverage.unread.0.reason", "\"\"" },
        { "coverage.rows", "-1" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_result_that_breaks_the_contract_is_refused(string path, string? json)
    {
        JsonSchema schema = await Schema;
        JsonNode result = JsonNode.Parse(ExtractorJson.Serialize(SampleResult.Explained()))!;

        Set(result, path, json);

        Assert.NotEmpty(schema.Validate(result.ToJsonString()));
    }

    [Fact]
    public async Task Every_property_of_the_contract_is_required()
    {
        JsonSchema schema = await Schema;
        JsonNode whole = JsonNode.Parse(ExtractorJson.Serialize(SampleResult.Create()))!;
        foreach (string name in whole.AsObject().Select(p => p.Key).ToList())
        {
            JsonNode without = whole.DeepClone();
            without.AsObject().Remove(name);

            Assert.NotEmpty(schema.Validate(without.ToJsonString()));
        }
    }

    /// <summary>Replaces the node at a dotted path, or removes it where the replacement is null.</summary>
    private static void Set(JsonNode root, string path, string? json)
    {
        string[] steps = path.Split('.');
        JsonNode node = root;
        foreach (string step in steps[..^1])
        {
            node = int.TryParse(step, out int index) ? node[index]! : node[step]!;
        }

        if (json is null)
        {
            Assert.True(node.AsObject().Remove(steps[^1]));
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }
    }
}
