using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Extractor.Cli.Tests.Campaigns;

public sealed class CampaignCommandTests
{
    [Fact]
    public void A_folder_is_read_to_the_end_and_reported()
    {
        using var cli = new CliHarness();
        cli.Write("in/a.txt", "fake report a");
        cli.Write("in/deep/b.txt", "fake report a");
        cli.Write("in/c.txt", "locked");

        int code = cli.Run(
            "campaign", cli.PathOf("in"), "--data", cli.PathOf("data"), "--report", cli.PathOf("out/r.json"), "--report", cli.PathOf("out/r.csv"),
            "--report", cli.PathOf("out/r.html"));

        Assert.True(code == ExitCode.SomeFailed, cli.Error);
        JsonNode states = JsonNode.Parse(File.ReadAllText(cli.PathOf("out/r.json")))!["files"]!["states"]!;
        Assert.Equal((1, 1), ((int)states["duplicate"]!, (int)states["encrypted"]!));
        Assert.Equal(3, File.ReadAllLines(cli.PathOf("out/r.csv")).Count(line => line.Contains(".txt,", StringComparison.Ordinal)));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(cli.PathOf("out/r.html")), StringComparison.Ordinal);
        Assert.Contains("1  Encrypted", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        using var cli = new CliHarness();
        cli.Write("in/a.txt", "a");

        Assert.Equal(ExitCode.Usage, cli.Run("campaign", cli.PathOf("missing")));
        Assert.Equal(ExitCode.Usage, cli.Run("campaign", cli.PathOf("in"), "--window", "18"));
        Assert.Equal(ExitCode.Usage, cli.Run("campaign", cli.PathOf("in"), "--rate", "0"));
        Assert.Equal(ExitCode.Usage, cli.Run("campaign", cli.PathOf("in"), "--report", "r.doc"));
        Assert.Equal(ExitCode.Usage, cli.Run("campaign", cli.PathOf("in"), "--family", "none"));
        Assert.False(Directory.Exists(cli.PathOf("data")));
    }

    [Fact]
    public async Task A_killed_run_goes_on_where_it_was()
    {
        using var cli = new CliHarness();
        for (int i = 0; i < 60; i++)
        {
            cli.Write($"in/{i % 5}/{i}.txt", $"báo cáo số {i}");
        }

        string[] arguments = ["campaign", cli.PathOf("in"), "--data", cli.PathOf("data"), "--workers", "1", "--lang", "en"];
        using (Process first = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments, "--rate", "120"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!)
        {
            // Its first line on the way says that it is at work.
            Assert.NotNull(await first.StandardError.ReadLineAsync());
            await Task.Delay(1500);
            first.Kill();
            await first.WaitForExitAsync();
        }

        using Process second = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(CommandLine).Assembly.Location, .. arguments, "--report", cli.PathOf("r.json")])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> error = second.StandardError.ReadToEndAsync();
        string output = await second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync();

        Assert.True(second.ExitCode == ExitCode.Done, await error + output);
        Assert.Contains("Going on with campaign 1.", await error, StringComparison.Ordinal);
        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(cli.PathOf("r.json")))!;
        Assert.Equal((60, 60, 60), ((int)report["files"]!["total"]!, (int)report["files"]!["finished"]!, (int)report["files"]!["states"]!["notAReport"]!));
    }
}
