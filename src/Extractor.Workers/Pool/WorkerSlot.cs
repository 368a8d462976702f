using System.ComponentModel;
using Extractor.Workers.Processes;

namespace Extractor.Workers.Pool;

/// <summary>The place of one worker: keeps it running and hands it one file after the other.</summary>
/// <param name="pool">What the places share.</param>
/// <param name="begin">Completes when the first worker of this place may be started.</param>
internal sealed class WorkerSlot(PoolContext pool, Task begin)
{
    private WorkItem? _item;
    private Task<bool>? _waiting;

    public async Task RunAsync()
    {
        try
        {
            await begin.WaitAsync(pool.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KeepRunningAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A bug of the pool must not leave callers waiting for ever.
            pool.Health.Break(exception.ToString());
            FailWaiting(exception.ToString());
            throw;
        }
        finally
        {
            _item?.Cancel();
        }
    }

    private async Task KeepRunningAsync()
    {
        while (await StartAsync().ConfigureAwait(false) is { } worker)
        {
            pool.Count.Add(ready: 1);
            (WorkerEndReason? reason, int files) = await ServeAsync(worker).ConfigureAwait(false);
            pool.Count.Add(ready: -1);
            WorkerExit exit = await worker.EndAsync().ConfigureAwait(false);
            // When the pool ends, a worker may see it before its place does.
            bool wasLetGo = pool.Stopping.IsCancellationRequested && exit.ExitCode == 0;
            pool.Notice(new WorkerEnded(worker.Id, reason ?? (wasLetGo ? WorkerEndReason.Closed : exit.Reason), exit.Detail, files));
        }
    }

    private async Task<WorkerProcess?> StartAsync()
    {
        while (!pool.Stopping.IsCancellationRequested)
        {
            (WorkerProcess? worker, string problem) = await LaunchAsync().ConfigureAwait(false);
            if (worker is not null)
            {
                pool.Health.Succeed();
                return worker;
            }

            TimeSpan pause = pool.Health.Fail(problem);
            if (pool.Health.Problem is not null)
            {
                pool.Notice(new WorkersBroken(problem, pause));
                FailWaiting(problem);
            }

            await Task.Delay(pause, pool.Time, pool.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    private async Task<(WorkerProcess? Worker, string Problem)> LaunchAsync()
    {
        long start = pool.Time.GetTimestamp();
        WorkerProcess worker;
        try
        {
            worker = pool.Launcher.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return (null, exception.Message);
        }

        Task limit = Task.Delay(TimeSpan.FromSeconds(pool.Options.StartSeconds), pool.Time, pool.Stopping);
        await Task.WhenAny(worker.Ready, worker.Ended, limit).ConfigureAwait(false);
        if (worker.Ready.IsCompleted && !pool.Stopping.IsCancellationRequested)
        {
            pool.Count.Add(started: 1);
            pool.Notice(new WorkerStarted(worker.Id, pool.Time.GetElapsedTime(start)));
            return (worker, "");
        }

        bool hasEnded = worker.Ended.IsCompleted;
        worker.Kill();
        WorkerExit exit = await worker.Ended.ConfigureAwait(false);
        return (null, hasEnded ? exit.DetailOfStart : FormattableString.Invariant($"not warm after {pool.Options.StartSeconds} seconds"));
    }

    private void FailWaiting(string problem)
    {
        _item?.Fail(new WorkersUnavailableException(problem));
        _item = null;
        while (pool.Queue.TryTake(out WorkItem item))
        {
            item.Fail(new WorkersUnavailableException(problem));
        }
    }

    /// <summary>Hands files to the worker until it ends or must be replaced.</summary>
    /// <returns>Why the host ended it, null where it ended by itself; and the number of files it answered.</returns>
    private async Task<(WorkerEndReason? Reason, int Files)> ServeAsync(WorkerProcess worker)
    {
        for (int files = 0; ; files++)
        {
            if (files >= pool.Options.FilesPerWorker || (files > 0 && worker.Memory > (long)pool.Options.ReplaceAboveMegabytes << 20))
            {
                return (WorkerEndReason.Replaced, files);
            }

            _item ??= await TakeAsync(worker).ConfigureAwait(false);
            if (_item is not { } item)
            {
                return (pool.Stopping.IsCancellationRequested ? WorkerEndReason.Closed : null, files);
            }

            Attempt attempt = await TryAsync(worker, item).ConfigureAwait(false);
            if (attempt.Answer is not { } answer)
            {
                WorkerEndReason reason = attempt.EndedBy ?? (await worker.Ended.ConfigureAwait(false)).Reason;
                _item = pool.Judge.IsDone(item, reason) ? null : item;
                return (reason, files);
            }

            _item = null;
            pool.Judge.Answer(item, answer);
            if (answer.IsSpent)
            {
                return (WorkerEndReason.Replaced, files + 1);
            }
        }
    }

    private async Task<WorkItem?> TakeAsync(WorkerProcess worker)
    {
        while (!worker.Ended.IsCompleted)
        {
            if (pool.Queue.TryTake(out WorkItem item))
            {
                return item;
            }

            // Kept over the workers of this place, so that none leaves a waiter behind.
            _waiting ??= pool.Queue.WaitAsync();
            await Task.WhenAny(_waiting, worker.Ended).ConfigureAwait(false);
            if (_waiting.IsCompleted)
            {
                bool goesOn = await _waiting.ConfigureAwait(false);
                _waiting = null;
                if (!goesOn)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private async Task<Attempt> TryAsync(WorkerProcess worker, WorkItem item)
    {
        pool.Count.Add(reading: 1);
        long start = pool.Time.GetTimestamp();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(item.CancellationToken, pool.Stopping);
        Attempt attempt = await Attempt.RunAsync(worker, item, pool.Options, pool.Time, either.Token).ConfigureAwait(false);
        item.Spent += pool.Time.GetElapsedTime(start);
        pool.Count.Add(reading: -1);
        return attempt;
    }
}
