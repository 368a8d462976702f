using Extractor.Workers;

namespace Extractor.Api.Work;

/// <summary>
/// Workers that are started from the settings alone, while the service is still put together: their warming up is what a start waits for longest. What they
/// tell meanwhile is kept until somebody listens.
/// </summary>
internal sealed class EarlyWorkers
{
    private readonly TaskCompletionSource _hostStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<WorkerNotice> _untold = [];
    private readonly Task<WorkerPool> _pool;
    private Action<WorkerNotice>? _listener;

    /// <param name="settings">The section "Extractor" of the settings.</param>
    public EarlyWorkers(IConfiguration settings) => _pool = Task.Run(() =>
    {
        var workers = new WorkerOptions();
        settings.GetSection("Workers").Bind(workers);
        return WorkerPool.Start(
            workers, WorkerCommand.OfThisProgram() with { Environment = WorkerSetup.SettingsOf(settings) }, Tell, TimeProvider.System, _hostStarted.Task);
    });

    /// <summary>The pool, which belongs to the service from now on.</summary>
    /// <param name="host">The rest of the workers is started when it has started.</param>
    /// <param name="listener">Told what happened so far, and everything to come.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of range.</exception>
    public IWorkerPool Join(IHostApplicationLifetime host, Action<WorkerNotice> listener)
    {
        lock (_lock)
        {
            _untold.ForEach(listener);
            _untold.Clear();
            _listener = listener;
        }

        host.ApplicationStarted.Register(() => _hostStarted.TrySetResult());
        return _pool.GetAwaiter().GetResult();
    }

    private void Tell(WorkerNotice notice)
    {
        Action<WorkerNotice>? listener;
        lock (_lock)
        {
            listener = _listener;
            if (listener is null)
            {
                _untold.Add(notice);
            }
        }

        listener?.Invoke(notice);
    }
}
