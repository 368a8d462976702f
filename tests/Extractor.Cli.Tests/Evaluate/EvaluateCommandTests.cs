using System.Text.Json;
using Extractor.Cli.Evaluate;

namespace Extractor.Cli.Tests.Evaluate;

public class EvaluateCommandTests
{
    private const string Gold = """
        {
          "id": "a", "meta": { "agency": "UBND xã A", "period": { "kind": "year", "year": 2023, "quarter": null } },
          "appendices": [ { "rows": [
            { "stt": "1", "group": "", "label": "Số hồ sơ", "unit": "Hồ sơ", "value": "7", "note": "", "code": "dossiers.received", "truth": 7 } ] } ]
        }
        """;

    private const string Printed = "STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú\n1\tSố lượng hồ sơ đã tiếp nhận\tHồ sơ\t7\t\n";

    [Fact]
    public void Renderings_beside_a_transcription_are_scored_by_format()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        cli.Write("a.gold.json", Gold);
        cli.Write("a.txt", Printed);

        int exit = cli.Run("evaluate", cli.Folder, "--bad");

        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("| .txt |", cli.Output, StringComparison.Ordinal);
        Assert.Contains("a.txt | head agency | UBND xã A", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rendering_that_cannot_be_read_is_named_and_fails_the_run()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        cli.Write("a.gold.json", Gold);
        cli.Write("a.pdf", "");

        int exit = cli.Run("evaluate", cli.Folder);

        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("a.pdf: empty:", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_transcriptions_is_an_error()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };

        Assert.Equal(ExitCode.SomeFailed, cli.Run("evaluate", cli.Folder));
        Assert.Contains("*.gold.json", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_written_as_json_and_as_a_page()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        cli.Write("in/a.gold.json", Gold);
        cli.Write("in/a.txt", Printed);

        int exit = cli.Run("evaluate", cli.PathOf("in"), "--json", cli.PathOf("out/figures.json"), "--html", cli.PathOf("out/page.html"));

        Assert.Equal(ExitCode.Done, exit);
        using JsonDocument figures = JsonDocument.Parse(File.ReadAllBytes(cli.PathOf("out/figures.json")));
        JsonElement overall = figures.RootElement.GetProperty("overall");
        Assert.Equal((1, 1), (overall.GetProperty("fieldF1").GetInt32(), overall.GetProperty("n").GetInt32()));
        Assert.Equal(JsonValueKind.Null, overall.GetProperty("auroc").ValueKind);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(cli.PathOf("out/page.html")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(cli.PathOf("out")).Length);
    }

    [Theory]
    [InlineData("{ \"id\": \"a\" }")]
    [InlineData("not json")]
    [InlineData("[]")]
    public void A_broken_transcription_is_named_and_the_others_are_scored(string broken)
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        cli.Write("a.gold.json", broken);
        cli.Write("b.gold.json", Gold);
        cli.Write("b.txt", Printed);

        int exit = cli.Run("evaluate", cli.Folder);

        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("a.gold.json: transcription:", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("| .txt |", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rendering_belongs_to_the_transcription_with_the_longest_name()
    {
        using var cli = new CliHarness();
        foreach (string name in new[] { "a.gold.json", "a.2.gold.json", "a.2.docx", "a.docx", "a.x.pdf", "ab.docx", "a.docx.golden.txt", "below/*.gold.json", "below/*.pdf", "below/c.pdf" })
        {
            cli.Write(name, "");
        }

        GoldCase[] found = [.. GoldFolder.Find(cli.Folder)];

        Assert.Equal(["a", "a.2", "*"], found.Select(f => Path.GetFileName(f.Path).Replace(".gold.json", "", StringComparison.Ordinal)));
        Assert.Equal([".docx", ".x.pdf"], found[0].Renderings.Select(r => r.Ending));
        Assert.Equal([".docx"], found[1].Renderings.Select(r => r.Ending));
        Assert.Equal("*.pdf", Path.GetFileName(Assert.Single(found[2].Renderings).Path));
    }
}
