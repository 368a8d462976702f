using Extractor.Models;

namespace Extractor.Cli.Tests.Hostile;

/// <summary>Every bad file ends in a result or in one line that names the reason, and the run goes on.</summary>
public class BadInputTests
{
    public static TheoryData<string> Files() => [.. HostileFiles.Names];

    [Theory, MemberData(nameof(Files))]
    public void A_bad_file_is_named_with_its_reason(string name)
    {
        (byte[] bytes, string? error) = HostileFiles.Make(name);
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        string path = cli.PathOf(name);
        File.WriteAllBytes(path, bytes);

        int exit = cli.Run("extract", path);

        if (error is null)
        {
            Assert.Equal((ExitCode.Done, ""), (exit, cli.Error));
            Assert.NotEmpty(ExtractorJson.Deserialize(System.Text.Encoding.UTF8.GetBytes(cli.Output)).Fields);
        }
        else
        {
            Assert.Equal(ExitCode.SomeFailed, exit);
            Assert.StartsWith($"{path}: {error}: ", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unrelated_document_gives_a_result_that_says_so()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        string path = cli.PathOf("pho.txt");
        File.WriteAllBytes(path, HostileFiles.Unrelated);

        int exit = cli.Run("extract", path);

        ExtractionResult result = ExtractorJson.Deserialize(System.Text.Encoding.UTF8.GetBytes(cli.Output));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Empty(result.Fields);
        Assert.Equal((0, 0), (result.Coverage.RowsMapped, result.Coverage.Rows));
        Assert.Contains(result.Warnings, w => w.Code == "report.unrelated");
    }
}
