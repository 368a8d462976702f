using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Tests.Databases;

public sealed class DatabaseCommandTests
{
    [Fact]
    public async Task A_database_is_made_backed_up_and_restored()
    {
        using var cli = new CliHarness();
        using var second = new CliHarness();
        using var third = new CliHarness();
        string data = cli.PathOf("data");

        Assert.Equal(ExitCode.Done, cli.Run("db", "migrate", "--data", data));
        string job = await SubmitAsync(data);
        Assert.Equal(ExitCode.Done, second.Run("db", "backup", cli.PathOf("backup"), "--data", data));
        Assert.Equal(ExitCode.Done, third.Run("db", "restore", cli.PathOf("backup"), "--data", cli.PathOf("other")));

        Assert.Contains("up to date", cli.Output, StringComparison.Ordinal);
        Assert.Contains("1 originals copied and checked; 0 missing", second.Output, StringComparison.Ordinal);
        Assert.Equal(second.Output, third.Output);
        await using ServiceProvider other = Open(cli.PathOf("other"));
        Assert.Equal(1, (await other.GetRequiredService<JobStore>().FindAsync(job, default))!.Total);
    }

    [Fact]
    public void What_cannot_be_done_is_said_and_told_by_the_exit_code()
    {
        using var cli = new CliHarness();
        string data = cli.PathOf("data");
        cli.Write("backup/something", "x");
        cli.Run("db", "migrate", "--data", data);

        Assert.Equal(ExitCode.SomeFailed, cli.Run("db", "backup", cli.PathOf("backup"), "--data", data));
        Assert.Equal(ExitCode.SomeFailed, cli.Run("db", "restore", cli.PathOf("backup"), "--data", data));
        Assert.Equal(ExitCode.SomeFailed, cli.Run("db", "migrate", "--postgres", "Host=127.0.0.1;Port=1;Timeout=1"));
        Assert.Equal(ExitCode.Usage, cli.Run("db", "backup"));

        Assert.Contains("not empty", cli.Error, StringComparison.Ordinal);
        Assert.Contains("no whole backup", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", cli.Error, StringComparison.Ordinal);
    }

    private static async Task<string> SubmitAsync(string data)
    {
        await using ServiceProvider services = Open(data);
        byte[] bytes = [1, 2, 3];
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await services.GetRequiredService<IOriginalStore>().PutAsync(sha256, bytes, default);
        return await services.GetRequiredService<JobStore>().CreateAsync(new NewJob(), [new NewDocument("a", sha256, 3)], default);
    }

    private static ServiceProvider Open(string data) =>
        new ServiceCollection().AddExtractorStorage().Configure<StorageOptions>(options => options.DataDirectory = data).BuildServiceProvider();
}
