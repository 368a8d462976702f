using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models;
using NJsonSchema;

namespace Extractor.Cli.Tests.Extract;

/// <summary><c>--explain</c>, read in this process and by real workers.</summary>
public sealed class ExplainTests
{
    private static readonly string Report =
        "BÁO CÁO\nCông tác cải cách hành chính năm 2022\n\nPhụ lục\nSTT Chỉ tiêu Đơn vị tính Số liệu Ghi chú\n"
        + string.Concat(FamilyCatalog.Load("cchc").Indicators.Where(i => i.Kind == ValueKind.Count).Take(8).Select((i, n) => $"{n + 1} {i.Name.Vi} Văn bản {n + 40}\n"));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public async Task Every_field_is_explained_on_request_only(string workers)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(ExtractorJson.ResultSchema.Span));
        string plain = Run("--workers", workers);
        string explained = Run("--workers", workers, "--explain");

        JsonArray fields = JsonNode.Parse(explained)!["fields"]!.AsArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.NotEmpty(field!["explanation"]!["signals"]!.AsArray()));
        Assert.Contains("Share of the label that the names of the indicator explain.", explained, StringComparison.Ordinal);
        Assert.Empty(schema.Validate(explained));
        Assert.DoesNotContain("explanation", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_explain_as_this_process_does() =>
        Assert.Equal(Run("--workers", "0", "--explain"), Run("--workers", "1", "--explain"));

    private static string Run(params string[] options)
    {
        using var cli = new CliHarness { HasWorkers = true, CreatePipeline = Pipelines.Create };
        Assert.Equal(ExitCode.Done, cli.Run(["extract", cli.Write("report.txt", Report), .. options]));
        return cli.Output;
    }
}
