using Extractor.Workers.Processes;

namespace Extractor.Workers.Pool;

/// <summary>Decides what becomes of a file after its worker answered or ended.</summary>
internal sealed class Judge(WorkerOptions options, Quarantine quarantine, Action<WorkerNotice> notice)
{
    public void Answer(WorkItem item, WorkerAnswer answer)
    {
        if (answer is { IsSpent: true, Outcome: FileFailure { Code: FailureCode.OutOfMemory } })
        {
            item.Complete(Strike(item, WorkerEndReason.OutOfMemory) ?? answer.Outcome);
            return;
        }

        quarantine.Forget(item);
        item.Complete(answer.Outcome);
    }

    /// <summary>After the worker of a file ended: whether the file has its outcome; otherwise it is tried on a fresh worker.</summary>
    public bool IsDone(WorkItem item, WorkerEndReason reason)
    {
        if (reason == WorkerEndReason.Cancelled || item.Outcome.IsCompleted)
        {
            item.Cancel();
            return true;
        }

        FileFailure? failure = Strike(item, reason) ?? Final(reason);
        if (failure is not null)
        {
            item.Complete(failure);
        }

        return failure is not null;
    }

    // What took too long once would take too long again; a worker that died may have had bad luck.
    private FileFailure? Final(WorkerEndReason reason) => reason switch
    {
        WorkerEndReason.NoProgress => new FileFailure(FailureCode.Timeout, WorkerTexts.NoProgress(options.NoProgressSeconds)) { Limit = nameof(WorkerOptions.NoProgressSeconds) },
        WorkerEndReason.TooLong => new FileFailure(FailureCode.Timeout, WorkerTexts.TooLong(options.MaxSeconds)) { Limit = nameof(WorkerOptions.MaxSeconds) },
        _ => null,
    };

    private FileFailure? Strike(WorkItem item, WorkerEndReason reason)
    {
        FileFailure? failure = quarantine.Strike(item.Sha256, reason);
        if (failure is not null)
        {
            notice(new FileQuarantined(item.Sha256, reason));
        }

        return failure;
    }
}
