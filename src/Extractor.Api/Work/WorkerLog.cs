using Extractor.Workers;

namespace Extractor.Api.Work;

/// <summary>Writes what happens to the workers into the log of the service.</summary>
internal sealed partial class WorkerLog(ILogger<WorkerLog> logger)
{
    public void Tell(WorkerNotice notice)
    {
        switch (notice)
        {
            case SandboxChosen sandbox:
                LogSandbox(logger, string.Join(", ", sandbox.Means));
                if (sandbox.Missing.Count > 0)
                {
                    LogMissing(logger, string.Join(", ", sandbox.Missing));
                }

                break;
            case WorkerStarted started:
                LogStarted(logger, started.ProcessId, started.Elapsed.TotalMilliseconds);
                break;
            case WorkerEnded { Reason: WorkerEndReason.Replaced or WorkerEndReason.Closed or WorkerEndReason.Cancelled } ended:
                LogReplaced(logger, ended.ProcessId, ended.Reason, ended.FilesRead);
                break;
            case WorkerEnded ended:
                LogEnded(logger, ended.ProcessId, ended.Reason, ended.FilesRead, ended.Detail);
                break;
            case FileQuarantined quarantined:
                LogQuarantined(logger, quarantined.Sha256, quarantined.Reason);
                break;
            case WorkersBroken broken:
                LogBroken(logger, broken.NextTry.TotalSeconds, broken.Problem);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Workers are shut in by: {Means}.")]
    private static partial void LogSandbox(ILogger logger, string means);

    [LoggerMessage(LogLevel.Warning, "This system does not allow these restrictions of workers: {Missing}.")]
    private static partial void LogMissing(ILogger logger, string missing);

    [LoggerMessage(LogLevel.Information, "Worker {ProcessId} is warm after {Milliseconds:0} ms.")]
    private static partial void LogStarted(ILogger logger, int processId, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Worker {ProcessId} was let go ({Reason}) after {Files} files.")]
    private static partial void LogReplaced(ILogger logger, int processId, WorkerEndReason reason, int files);

    [LoggerMessage(LogLevel.Warning, "Worker {ProcessId} ended: {Reason}, after {Files} files. {Detail}")]
    private static partial void LogEnded(ILogger logger, int processId, WorkerEndReason reason, int files, string detail);

    [LoggerMessage(LogLevel.Warning, "The file {Sha256} ended several workers, the last by {Reason}, and is quarantined.")]
    private static partial void LogQuarantined(ILogger logger, string sha256, WorkerEndReason reason);

    [LoggerMessage(LogLevel.Error, "No worker can be started; the next try is in {Seconds} s. {Problem}")]
    private static partial void LogBroken(ILogger logger, double seconds, string problem);
}
