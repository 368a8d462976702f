using System.Diagnostics;
using System.Globalization;
using Extractor.Workers.Tests.TestPrograms;

namespace Extractor.Workers.Tests.Hostile;

public sealed class OrphanTests
{
    [Fact]
    public async Task A_host_that_is_killed_leaves_no_worker_behind_not_even_one_that_loops()
    {
        string folder = GoneWithThisProcess.NewFolder("workers-tests");
        string file = Path.Combine(folder, "processes");
        using Process host = Process.Start(Program.DotnetProgram, [typeof(Program).Assembly.Location, "host", file]);
        try
        {
            await TestPool.WaitAsync(() => File.Exists(file));
            int[] workers = [.. (await File.ReadAllTextAsync(file)).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            Assert.Equal(2, workers.Length);
            Assert.All(workers, id => Assert.True(TestProcesses.IsRunning(id)));

            host.Kill();

            await TestPool.WaitAsync(() => !workers.Any(TestProcesses.IsRunning));
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        }
    }
}
