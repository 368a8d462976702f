using System.Text;
using Extractor.Models;
using NJsonSchema;

namespace Extractor.Cli.Tests.Extract;

/// <summary>The program as people run it, on every report that lies among the fixtures.</summary>
public sealed class EveryOutputTests
{
    [Fact]
    public async Task Every_fixture_gives_a_result_that_obeys_the_schema_or_a_named_reason()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(ExtractorJson.ResultSchema.Span));
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };

        int code = cli.Run("extract", Repository.Fixtures, "--out", cli.PathOf("out"));

        string[] results = Directory.GetFiles(cli.PathOf("out"), "*.json", SearchOption.AllDirectories);
        string[] failures = [.. cli.ErrorLines.Where(line => line.StartsWith(Repository.Fixtures, StringComparison.Ordinal))];
        Assert.Equal(failures.Length == 0 ? ExitCode.Done : ExitCode.SomeFailed, code);
        Assert.True(results.Length >= 13, $"only {results.Length} results");
        Assert.DoesNotContain(failures, line => line.Contains(": internal: ", StringComparison.Ordinal));
        Assert.All(results, path => Assert.Empty(schema.Validate(File.ReadAllText(path)).Select(error => $"{path}: {error}")));
    }
}
