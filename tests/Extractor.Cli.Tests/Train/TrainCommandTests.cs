namespace Extractor.Cli.Tests.Train;

public sealed class TrainCommandTests
{
    [Fact]
    public void Reviews_that_cannot_be_read_end_the_training_with_the_line_named()
    {
        string folder = GoneWithThisProcess.NewFolder("train");
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

    [Fact]
    public void Held_out_forms_are_measured_with_the_present_model_and_nothing_is_written()
    {
        string folder = GoneWithThisProcess.NewFolder("held-out");
        string model = Path.Combine(folder, "model.json");
        File.WriteAllText(Path.Combine(folder, "form.csv"), "table,stt,group,label,unit,value,note,code\n,1,,Tổng số văn bản đến,Văn bản,8,,egov.documents.incoming\n,2,,Diện tích rừng trồng mới,Ha,3,,\n,3,,Số hồ sơ đã tiếp nhận,Hồ sơ,9,,egov.documents.outgoing\n");
        using var cli = new CliHarness();

        int code = cli.Run("train", "--held-out", "--forms", folder, "--out", model);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("form\t3\t0.667\t1/1", cli.Output, StringComparison.Ordinal);
        Assert.Contains("dossiers.received\tegov.documents.outgoing\tSố hồ sơ đã tiếp nhận", cli.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Held_out_without_forms_ends_with_what_is_missing()
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.SomeFailed, cli.Run("train", "--held-out"));
        Assert.Contains("--forms", cli.Error, StringComparison.Ordinal);
    }
}
