using Extractor.Workers.Processes;

namespace Extractor.Workers.Pool;

/// <summary>What the places of a pool share.</summary>
internal sealed record PoolContext(
    WorkerOptions Options, WorkerLauncher Launcher, WorkItemQueue Queue, StartHealth Health, Judge Judge, PoolCount Count, TimeProvider Time,
    Action<WorkerNotice> Notice, CancellationToken Stopping);

/// <summary>Numbers the places count together.</summary>
internal sealed class PoolCount
{
    private int _ready;
    private int _reading;
    private long _started;

    public int Ready => Volatile.Read(ref _ready);

    public int Reading => Volatile.Read(ref _reading);

    public long Started => Interlocked.Read(ref _started);

    public void Add(int ready = 0, int reading = 0, int started = 0)
    {
        Interlocked.Add(ref _ready, ready);
        Interlocked.Add(ref _reading, reading);
        Interlocked.Add(ref _started, started);
    }
}
