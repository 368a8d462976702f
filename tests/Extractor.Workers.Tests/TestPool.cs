using System.Collections.Concurrent;
using System.Text;
using Extractor.Workers.Tests.TestPrograms;

// Every test has processes of its own, and some change the environment they start in.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Extractor.Workers.Tests;

/// <summary>A pool of real processes with short patience, and what it told about them.</summary>
internal sealed class TestPool : IAsyncDisposable
{
    private readonly ConcurrentQueue<WorkerNotice> _notices = new();

    public TestPool(Action<WorkerOptions>? configure = null, string mode = WorkerCommand.Argument, Task? hostStarted = null)
    {
        var options = new WorkerOptions { Count = 2, NoProgressSeconds = 3, MaxSeconds = 8, HeapMegabytes = 128, ProcessMegabytes = 512 };
        configure?.Invoke(options);
        Pool = WorkerPool.Start(options, Program.Command(mode), _notices.Enqueue, hostStarted: hostStarted);
    }

    public WorkerPool Pool { get; }

    public IReadOnlyCollection<WorkerNotice> Notices => _notices;

    public IEnumerable<WorkerEnded> Ended => _notices.OfType<WorkerEnded>();

    public IEnumerable<int> Processes => _notices.OfType<WorkerStarted>().Select(started => started.ProcessId);

    /// <summary>Why workers ended; a file has its outcome before the end of its worker is told.</summary>
    public async Task<WorkerEndReason[]> EndsAsync(int atLeast)
    {
        await WaitAsync(() => Ended.Count() >= atLeast);
        return [.. Ended.Select(end => end.Reason)];
    }

    /// <summary>Lets a worker do as it is told.</summary>
    public Task<FileOutcome> OrderAsync(string order, CancellationToken cancellationToken = default) =>
        Pool.ExtractAsync(new SourceFile("order.txt", ObedientReader.Order(order)), cancellationToken: cancellationToken);

    /// <summary>What a worker says about itself.</summary>
    public async Task<string> TellAsync(string what) => Assert.IsType<FileFailure>(await OrderAsync("tell " + what)).Text.En;

    public static SourceFile Report(int number = 0) => new($"report-{number}.txt", Encoding.UTF8.GetBytes($"""
        ỦY BAN NHÂN DÂN
        XÃ MINH TÂN

        BÁO CÁO
        Công tác năm 2022, lần {number}
        """));

    /// <summary>Waits for what must come soon.</summary>
    public static async Task WaitAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isSo())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
