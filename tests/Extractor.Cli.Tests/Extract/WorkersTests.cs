using System.Text.Json.Nodes;
using Extractor.Workers;

namespace Extractor.Cli.Tests.Extract;

/// <summary>Many files, read by real worker processes.</summary>
public sealed class WorkersTests
{
    [Fact]
    public void Many_files_are_read_by_workers_with_the_same_output_as_here()
    {
        using var cli = new CliHarness { HasWorkers = true };
        using var here = new CliHarness { CreatePipeline = Pipelines.Create };
        string[] files = [.. Enumerable.Range(0, 12).Select(i => cli.Write($"báo cáo {i}.txt", $"BÁO CÁO\nCông tác năm {2010 + i}"))];

        int code = cli.Run(["extract", .. files, "--workers", "2"]);
        here.Run(["extract", .. files, "--workers", "0"]);

        Assert.Equal((ExitCode.Done, ""), (code, cli.Error));
        Assert.Equal(
            files.Select(Path.GetFileName), cli.Output.TrimEnd('\n').Split('\n').Select(line => (string?)JsonNode.Parse(line)!["document"]!["fileName"]));
        Assert.Equal(here.Output, cli.Output);
    }

    [Fact]
    public void Workers_read_with_the_models_they_are_told_to_use()
    {
        using var cli = new CliHarness();
        (string mapping, string confidence) = UndecidedModels.Write(cli.Folder);
        if (!OperatingSystem.IsWindows())
        {
            // Workers may have no rights but those of everybody.
            File.SetUnixFileMode(cli.Folder, (UnixFileMode)0b111_101_101);
        }

        using var workers = new CliHarness
        {
            HasWorkers = true,
            Models = WorkerModels.SettingsOf(new ExtractorOptions { MappingModelFile = mapping, ConfidenceModelFile = confidence }),
        };
        string file = workers.Write("a.md", "BÁO CÁO\n| STT | Nội dung | ĐVT | Kết quả |\n|---|---|---|---|\n| 1 | Số hồ sơ đã tiếp nhận | Hồ sơ | 12 |\n");

        int code = workers.Run(["extract", file, "--workers", "1"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(0.5, (double)JsonNode.Parse(workers.Output)!["rows"]![0]!["confidence"]!);
    }

    [Fact]
    public void Files_that_fail_are_one_line_each_in_their_order()
    {
        using var cli = new CliHarness { HasWorkers = true };
        string[] names = ["zip bomb.docx", "noise.bin", "empty.docx", "cyclic pages.pdf"];
        var files = new List<string> { cli.Write("a.txt", "BÁO CÁO") };
        foreach (string name in names)
        {
            files.Add(cli.PathOf(name));
            File.WriteAllBytes(files[^1], HostileFiles.Make(name).Bytes);
        }

        int code = cli.Run(["extract", .. files, "--out", cli.PathOf("out")]);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Equal(
            names.Select(name => $"{cli.PathOf(name)}: {HostileFiles.Make(name).Error}: "),
            cli.ErrorLines.Select(line => line[..(line.IndexOf(": ", line.IndexOf(": ", StringComparison.Ordinal) + 2, StringComparison.Ordinal) + 2)]));
        Assert.True(File.Exists(cli.PathOf("out/a.txt.json")));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("257")]
    [InlineData("many")]
    public void A_number_of_workers_that_makes_no_sense_is_refused(string number)
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.Usage, cli.Run("extract", "x.txt", "--workers", number));
    }
}
