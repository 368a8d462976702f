using System.ComponentModel.DataAnnotations;
using Extractor.Workers.Frames;
using Extractor.Workers.Pool;
using Extractor.Workers.Processes;

namespace Extractor.Workers;

/// <summary>Keeps warm worker processes and hands them files; closing it ends them all.</summary>
public sealed class WorkerPool : IWorkerPool, IAsyncDisposable
{
    private static readonly TimeSpan ReadyPoll = TimeSpan.FromMilliseconds(20);

    private readonly WorkItemQueue _queue = new();
    private readonly StartHealth _health = new();
    private readonly PoolCount _count = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkerOptions _options;
    private readonly Quarantine _quarantine;
    private readonly Task _slots;
    private long _arrived;

    private WorkerPool(WorkerOptions options, WorkerCommand command, Action<WorkerNotice> notice, TimeProvider time, Task hostStarted)
    {
        _options = options;
        _quarantine = new Quarantine(options.DeathsBeforeQuarantine);
        var sandbox = Sandbox.Detect(options, command);
        notice(new SandboxChosen(sandbox.Means, sandbox.Missing));
        var context = new PoolContext(
            options, new WorkerLauncher(options, command, sandbox), _queue, _health, new Judge(options, _quarantine, notice), _count, time, notice,
            _stopping.Token);
        // While the host starts it needs a processor: were all of them taken by workers that become warm, the first of them would be warm as late as the last.
        int atOnce = Math.Max(1, Environment.ProcessorCount - 1);
        _slots = Task.WhenAll(Enumerable.Range(0, options.Count).Select(
            place => Task.Run(new WorkerSlot(context, place < atOnce ? Task.CompletedTask : hostStarted).RunAsync)));
    }

    /// <inheritdoc/>
    public WorkerPoolState State => new(_count.Ready, _count.Reading, _queue.Count, _count.Started, _quarantine.Count, _health.Problem);

    /// <summary>Starts a pool; its workers become warm in the background.</summary>
    /// <param name="options">How many workers there are and what one file may cost; must not change afterwards.</param>
    /// <param name="command">How a worker is started.</param>
    /// <param name="notice">Told what happens to the workers, from any thread; must be quick and must not throw.</param>
    /// <param name="time">The clock; that of the system by default.</param>
    /// <param name="hostStarted">Completes when the host has started; until then one processor is left to it. By default it has.</param>
    /// <exception cref="ValidationException">An option is out of range.</exception>
    public static WorkerPool Start(
        WorkerOptions options, WorkerCommand command, Action<WorkerNotice>? notice = null, TimeProvider? time = null, Task? hostStarted = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(command);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return new WorkerPool(options, command, notice ?? (_ => { }), time ?? TimeProvider.System, hostStarted ?? Task.CompletedTask);
    }

    /// <inheritdoc/>
    public async Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        request ??= WorkRequest.Default;
        cancellationToken.ThrowIfCancellationRequested();
        var frame = new RequestFrame(file, request.Extraction, request.Indented, (long)_options.MaxResultMegabytes << 20);
        using var item = new WorkItem(frame, request.Priority, Interlocked.Increment(ref _arrived), cancellationToken);
        if (_quarantine.Holds(item, out FileFailure? failure))
        {
            return failure;
        }

        if (_health.Problem is { } problem)
        {
            throw new WorkersUnavailableException(problem);
        }

        return _queue.TryAdd(item)
            ? await item.Outcome.ConfigureAwait(false)
            : throw new OperationCanceledException("The pool is closed.");
    }

    /// <inheritdoc/>
    public void Release(string sha256) => _quarantine.Forget(sha256);

    /// <inheritdoc/>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        while (_count.Ready == 0)
        {
            if (_health.Problem is { } problem)
            {
                throw new WorkersUnavailableException(problem);
            }

            await Task.Delay(ReadyPoll, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends all workers; files that are being read or wait are cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _stopping.CancelAsync().ConfigureAwait(false);
        while (_queue.TryTake(out WorkItem item))
        {
            item.Cancel();
        }

        await _slots.ConfigureAwait(false);
    }
}
