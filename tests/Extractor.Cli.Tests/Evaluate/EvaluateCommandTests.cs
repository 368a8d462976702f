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

    [Fact]
    public void Renderings_beside_a_transcription_are_scored_by_format()
    {
        using var cli = new CliHarness { CreatePipeline = Pipelines.Create };
        cli.Write("a.gold.json", Gold);
        cli.Write("a.txt", "STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú\n1\tSố lượng hồ sơ đã tiếp nhận\tHồ sơ\t7\t\n");

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
}
