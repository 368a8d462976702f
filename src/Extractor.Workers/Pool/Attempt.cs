using Extractor.Workers.Processes;

namespace Extractor.Workers.Pool;

/// <summary>How one try to read a file ended.</summary>
/// <param name="Answer">What the worker said; null where it ended before.</param>
/// <param name="EndedBy">Why the host ended the worker; null where it did not.</param>
internal readonly record struct Attempt(WorkerAnswer? Answer, WorkerEndReason? EndedBy)
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(1);

    /// <summary>Lets a worker read a file and ends it where it takes too long, holds too much or nobody waits any more.</summary>
    public static async Task<Attempt> RunAsync(
        WorkerProcess worker, WorkItem item, WorkerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        TimeSpan noProgress = TimeSpan.FromSeconds(options.NoProgressSeconds);
        TimeSpan most = TimeSpan.FromSeconds(options.MaxSeconds) - item.Spent;
        TimeSpan tick = Shortest(LongestTick, noProgress / 4, TimeSpan.FromSeconds(options.MaxSeconds) / 4);
        long start = time.GetTimestamp();
        long lastStep = start;
        long steps = worker.Steps;
        WorkerEndReason? reason = null;
        Task<WorkerAnswer?> answer = worker.AskAsync(item.Request);
        while (true)
        {
            try
            {
                return new Attempt(await answer.WaitAsync(tick, time, cancellationToken).ConfigureAwait(false), reason);
            }
            catch (TimeoutException)
            {
                if (worker.Steps != steps)
                {
                    (steps, lastStep) = (worker.Steps, time.GetTimestamp());
                }

                reason ??= time.GetElapsedTime(start) >= most ? WorkerEndReason.TooLong
                    : time.GetElapsedTime(lastStep) >= noProgress ? WorkerEndReason.NoProgress
                    : worker.Memory > (long)options.ProcessMegabytes << 20 ? WorkerEndReason.OutOfMemory
                    : null;
            }
            catch (OperationCanceledException)
            {
                reason ??= WorkerEndReason.Cancelled;
                cancellationToken = CancellationToken.None;
            }

            if (reason is not null)
            {
                worker.Kill();
            }
        }
    }

    private static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> spans)
    {
        TimeSpan shortest = spans[0];
        foreach (TimeSpan span in spans)
        {
            shortest = span < shortest ? span : shortest;
        }

        return shortest;
    }
}
