namespace Extractor.Cli.Tests.Train;

public sealed class TrainCommandTests
{
    [Fact]
    public void Reviews_that_cannot_be_read_end_the_training_with_the_line_named()
    {
        string folder = Directory.CreateTempSubdirectory("train").FullName;
        string reviews = Path.Combine(folder, "reviews.ndjson"), model = Path.Combine(folder, "model.json");
        File.WriteAllText(reviews, "no correction\n");
        using var cli = new CliHarness();

        int code = cli.Run("train", "--reviews", reviews, "--out", model);

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Contains("Line 1", cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_that_is_not_there_ends_the_training()
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.SomeFailed, cli.Run("train", "--forms", "/no/such/folder"));
        Assert.Contains("/no/such/folder", cli.Error, StringComparison.Ordinal);
    }
}
