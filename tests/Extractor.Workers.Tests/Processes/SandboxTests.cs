using System.Runtime.InteropServices;
using Extractor.Workers.Processes;
using Extractor.Workers.Tests.TestPrograms;

namespace Extractor.Workers.Tests.Processes;

/// <summary>What a worker may not do, asked from inside.</summary>
public sealed class SandboxTests
{
    [Fact]
    public async Task A_worker_is_shut_in_as_far_as_this_system_allows()
    {
        Environment.SetEnvironmentVariable("WORKER_TESTS_SECRET", "password");
        await using var test = new TestPool(options => options.Count = 1);
        SandboxChosen chosen = test.Notices.OfType<SandboxChosen>().Single();

        Assert.Equal("nothing", await test.TellAsync("secret"));
        Assert.Equal(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), chosen.Means.Contains("memory limit"));
        string limits = await test.TellAsync("limits");
        AssertWhere(chosen, "memory limit", limits.Contains("Max data size             536870912", StringComparison.Ordinal));
        AssertWhere(chosen, "no core dumps", limits.Contains("Max core file size        0 ", StringComparison.Ordinal));
        AssertWhere(chosen, "no network", await test.TellAsync("network") == "NetworkUnreachable");
        AssertWhere(chosen, "dropped privileges", (await test.TellAsync("user")).Contains("65534", StringComparison.Ordinal));
        Assert.EndsWith(
            chosen.Means.Any(means => means is "dropped privileges" or "no new privileges") ? "1" : "0", await test.TellAsync("privileges"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_programs_of_the_system_are_missing_the_worker_runs_without_and_that_is_told()
    {
        string? path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", "/nowhere");
        try
        {
            var sandbox = Sandbox.Detect(new WorkerOptions(), Program.Command());

            Assert.Empty(sandbox.Prefix);
            Assert.Empty(sandbox.Means);
            Assert.Equal(4, sandbox.Missing.Count);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public void The_network_stays_open_where_an_engine_needs_it()
    {
        var sandbox = Sandbox.Detect(new WorkerOptions { BlockNetwork = false }, Program.Command());

        Assert.DoesNotContain("unshare", sandbox.Prefix);
        Assert.DoesNotContain("no network", sandbox.Means.Concat(sandbox.Missing));
    }

    private static void AssertWhere(SandboxChosen chosen, string means, bool isSo) => Assert.Equal(chosen.Means.Contains(means), isSo);
}
