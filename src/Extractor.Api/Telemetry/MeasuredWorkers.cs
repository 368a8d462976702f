using System.Diagnostics;
using Extractor.Workers;

namespace Extractor.Api.Telemetry;

/// <summary>The workers as the rest of the service asks them: every document is counted, and traced where somebody listens.</summary>
internal sealed class MeasuredWorkers(IWorkerPool workers, ServiceMetrics metrics)
{
    private static readonly ActivitySource Source = new(ServiceMetrics.SourceName);

    /// <inheritdoc cref="IWorkerPool.ExtractAsync"/>
    public async Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest request, CancellationToken cancellationToken)
    {
        using Activity? activity = Source.StartActivity("read document");
        long start = Stopwatch.GetTimestamp();
        FileOutcome outcome = await workers.ExtractAsync(file, request, cancellationToken);
        metrics.Count(outcome, request.Priority, Stopwatch.GetElapsedTime(start));
        if (activity is not null)
        {
            Describe(activity, file, outcome);
        }

        return outcome;
    }

    // A worker tells its stages when it is done, so they are traced backwards from now.
    private static void Describe(Activity activity, SourceFile file, FileOutcome outcome)
    {
        activity.SetTag("extractor.document.bytes", file.Bytes.Length);
        if (outcome is FileFailure failure)
        {
            activity.SetTag("extractor.document.outcome", failure.Code);
            activity.SetStatus(ActivityStatusCode.Error, failure.Code);
        }
        else if (outcome is FileResult { Figures: { } figures })
        {
            activity.SetTag("extractor.document.outcome", "read");
            activity.SetTag("extractor.document.format", figures.Format.ToString().ToLowerInvariant());
            DateTimeOffset at = DateTimeOffset.UtcNow - figures.Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage);
            for (int stage = 0; stage < figures.Stages.Length; stage++)
            {
                using Activity? part = Source.StartActivity(ServiceMetrics.StageName(stage), ActivityKind.Internal, activity.Context, startTime: at);
                at += figures.Stages[stage];
                part?.SetEndTime(at.UtcDateTime);
            }
        }
    }
}
