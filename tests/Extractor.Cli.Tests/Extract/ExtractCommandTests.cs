using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Tests.Extract;

public sealed class ExtractCommandTests
{
    [Fact]
    public void One_file_gives_indented_json_on_standard_output()
    {
        using var cli = new CliHarness();
        string file = cli.Write("báo cáo.txt", "text");

        int code = cli.Run("extract", file);

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("{\n  \"schema\"", cli.Output, StringComparison.Ordinal);
        Assert.Equal("báo cáo.txt", ExtractorJson.Deserialize(Encoding.UTF8.GetBytes(cli.Output)).Document.FileName);
        Assert.Empty(cli.Error);
    }

    [Fact]
    public void Several_files_give_one_line_each()
    {
        using var cli = new CliHarness();
        string[] files = [cli.Write("b.txt", "text b"), cli.Write("a.txt", "text a")];

        int code = cli.Run(["extract", .. files]);

        string[] lines = cli.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(["b.txt", "a.txt"], lines.Select(line => (string?)JsonNode.Parse(line)!["document"]!["fileName"]));
    }

    [Fact]
    public void With_out_each_result_is_a_file_named_after_its_report_and_nothing_else_is_left()
    {
        using var cli = new CliHarness();
        cli.Write("in/report.docx", "text");
        cli.Write("in/sub/other.pdf", "text");

        int code = cli.Run("extract", cli.PathOf("in"), "--out", cli.PathOf("new/out"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(["other.pdf.json", "report.docx.json"], FilesIn(cli.PathOf("new/out")).Select(Path.GetFileName).Order());
        Assert.True(File.Exists(cli.PathOf("new/out/sub/other.pdf.json")));
        Assert.Empty(cli.Output);
    }

    [Fact]
    public void Files_of_the_same_name_keep_their_folders()
    {
        using var cli = new CliHarness();
        string[] files = [cli.Write("2022/xa-a/report.docx", "a"), cli.Write("2023/xa-a/report.docx", "bb")];

        cli.Run(["extract", .. files, "--out", cli.PathOf("out")]);

        Assert.Equal(1, Result(cli.PathOf("out/2022/xa-a/report.docx.json")).Document.Bytes);
        Assert.Equal(2, Result(cli.PathOf("out/2023/xa-a/report.docx.json")).Document.Bytes);
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        using var cli = new CliHarness();
        string file = cli.Write("in/report.docx", "text");

        cli.Run("extract", file, cli.PathOf("in"), cli.PathOf("in/../in/report.docx"));

        Assert.Equal("report.docx", ExtractorJson.Deserialize(Encoding.UTF8.GetBytes(cli.Output)).Document.FileName);
    }

    [Fact]
    public void Each_file_that_fails_is_one_line_with_its_reason_and_the_others_are_written()
    {
        using var cli = new CliHarness();
        string[] files =
        [
            cli.Write("locked.pdf", "locked"), cli.Write("empty.txt", ""), cli.Write("picture.png", "picture"), cli.Write("bug.txt", "bug"),
            cli.PathOf("missing.docx"), cli.Write("good.txt", "text"),
        ];

        int code = cli.Run(["extract", .. files, "--out", cli.PathOf("out")]);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Equal(
            [
                $"{files[4]}: not-found: There is no such file or folder.",
                $"{files[0]}: encrypted: The file has a password.",
                $"{files[1]}: empty: ",
                $"{files[2]}: unsupported-format: ",
                $"{files[3]}: internal: ",
            ],
            cli.ErrorLines.Select((line, i) => i < 2 ? line : line[..(line.IndexOf(": ", line.IndexOf(": ", StringComparison.Ordinal) + 2, StringComparison.Ordinal) + 2)]));
        Assert.Equal(["good.txt.json"], FilesIn(cli.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_over_the_size_limit_is_not_read()
    {
        using var cli = new CliHarness();
        string file = cli.Write("large.txt", new string('x', (1 << 20) + 1));

        int code = cli.Run("extract", file, "--max-size", "1");

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.StartsWith($"{file}: too-large: ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_takes_too_long_is_given_up()
    {
        using var cli = new CliHarness();
        string[] files = [cli.Write("slow.txt", "slow"), cli.Write("good.txt", "text")];

        int code = cli.Run(["extract", .. files, "--timeout", "5"]);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.StartsWith($"{files[0]}: timeout: ", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("good.txt", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_used_is_told_and_nothing_is_read()
    {
        using var cli = new CliHarness
        {
            CreatePipeline = () => new ServiceCollection().AddExtractor(options => options.MappingModelFile = "missing.json").AddText().Services
                .BuildServiceProvider().GetRequiredService<ExtractionPipeline>(),
        };

        int code = cli.Run("extract", cli.Write("a.txt", "text"));

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Contains("missing.json", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }

    [Fact]
    public void An_interrupted_run_keeps_what_it_has_and_says_so()
    {
        using var interrupt = new CancellationTokenSource();
        using var cli = new CliHarness { Reader = new FakeReader { OnSignal = interrupt.Cancel } };
        string[] files = [cli.Write("a.txt", "text"), cli.Write("b.txt", "signal"), cli.Write("c.txt", "text")];

        int code = cli.Run(interrupt.Token, ["extract", .. files, "--out", cli.PathOf("out")]);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Equal(["a.txt.json"], FilesIn(cli.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_a_reason()
    {
        using var cli = new CliHarness();
        string file = cli.Write("a.txt", "text");
        string blocked = cli.Write("blocked", "a file, no folder");

        int code = cli.Run("extract", file, "--out", blocked);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.StartsWith($"{file}: not-writable: ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_pipe_ends_the_run_without_a_word()
    {
        using var cli = new CliHarness { OutputStream = new ClosedPipe() };
        string[] files = [cli.Write("a.txt", "text"), cli.Write("b.txt", "text")];

        int code = cli.Run(["extract", .. files]);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Empty(cli.Error);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "x.txt", "--max-size", "0")]
    [InlineData("extract", "x.txt", "--timeout", "soon")]
    [InlineData("extract", "x.txt", "--family", "no-such-family")]
    [InlineData("extract", "x.txt", "--no-such-option")]
    [InlineData("read", "x.txt")]
    public void A_command_line_that_is_not_understood_has_its_own_exit_code(params string[] arguments)
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.Usage, cli.Run(arguments));
        Assert.NotEmpty(cli.Error);
        Assert.Empty(cli.Output);
    }

    [Theory]
    [InlineData(true, "2/2 files, 1 failed")]
    [InlineData(false, null)]
    public void Progress_renews_itself_on_a_screen_and_stays_out_of_short_logs(bool isScreen, string? expected)
    {
        using var cli = new CliHarness { ErrorIsScreen = isScreen };
        string[] files = [cli.Write("a.txt", "locked"), cli.Write("b.txt", "text")];

        cli.Run(["extract", .. files, "--out", cli.PathOf("out")]);

        Assert.Equal(expected is not null, cli.Error.Contains("2/2 files, 1 failed", StringComparison.Ordinal));
        Assert.Equal(isScreen, cli.Error.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_run_tells_a_log_every_hundred_files()
    {
        using var cli = new CliHarness();
        for (int i = 0; i < 201; i++)
        {
            cli.Write($"in/{i}.txt", "text");
        }

        cli.Run("extract", cli.PathOf("in"), "--out", cli.PathOf("out"));

        Assert.Equal(["100/201 files, 0 failed", "200/201 files, 0 failed"], cli.ErrorLines);
    }

    private static ExtractionResult Result(string path) => ExtractorJson.Deserialize(File.ReadAllBytes(path));

    private static string[] FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
