using System.Diagnostics;
using System.Diagnostics.Metrics;
using Extractor.Campaigns.Scanning;
using Extractor.Workers;

namespace Extractor.Api.Telemetry;

/// <summary>The figures of the service: what is read, how long it takes, how sure it is, and how the workers are. Holds nothing of any document.</summary>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string SourceName = "Extractor";

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
    private static readonly string[] StageNames = [.. Enum.GetNames<ExtractionStage>().Select(name => name.ToLowerInvariant()), "write"];

    private readonly Meter _meter;
    private readonly Histogram<double> _documents;
    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _confidences;
    private readonly Histogram<double> _scans;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _quarantined;
    private (int Waiting, int Reading) _queue;

    public ServiceMetrics(IMeterFactory factory, IServiceProvider services)
    {
        _meter = factory.Create(SourceName);
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds };
        _documents = _meter.CreateHistogram("extractor.document.duration", "s", "Time a document waited for a worker and was read, by outcome and type.", advice: seconds);
        _stages = _meter.CreateHistogram("extractor.stage.duration", "s", "Time of each stage of reading.", advice: seconds);
        _scans = _meter.CreateHistogram("extractor.scan.duration", "s", "Time of each scan for viruses, by outcome.", advice: seconds);
        _confidences = _meter.CreateHistogram(
            "extractor.field.confidence", "1", "Confidence of the fields read, each counted at the upper bound of its bucket.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. ReadingFigures.ConfidenceBounds] });
        _ended = _meter.CreateCounter<long>("extractor.worker.ended", "{worker}", "Workers that ended, by reason.");
        _quarantined = _meter.CreateCounter<long>("extractor.document.quarantined", "{document}", "Documents set aside because they ended several workers.");
        _meter.CreateObservableGauge("extractor.queue.documents", ObserveQueue, "{document}", "Documents of jobs that wait or are read.");
        // Asked for late: the pool starts when the service does.
        _meter.CreateObservableGauge("extractor.worker.ready", () => State(services).Ready, "{worker}", "Warm workers.");
        _meter.CreateObservableGauge("extractor.worker.reading", () => State(services).Reading, "{document}", "Documents that workers read now.");
        _meter.CreateObservableGauge("extractor.worker.waiting", () => State(services).Waiting, "{document}", "Documents that wait for a worker.");
        _meter.CreateObservableCounter("extractor.worker.started", () => State(services).Started, "{worker}", "Workers that became warm.");
    }

    /// <summary>Counts a document that was read or refused.</summary>
    public void Count(FileOutcome outcome, WorkPriority priority, TimeSpan elapsed)
    {
        ReadingFigures? figures = (outcome as FileResult)?.Figures;
        var tags = new TagList
        {
            { "outcome", outcome is FileFailure failure ? failure.Code : "read" },
            { "format", figures?.Format.ToString().ToLowerInvariant() ?? "unknown" },
            { "priority", priority == WorkPriority.Batch ? "batch" : "interactive" },
        };
        _documents.Record(elapsed.TotalSeconds, tags);
        if (figures is not null)
        {
            Count(figures);
        }
    }

    /// <summary>Counts a scan for viruses; one without an outcome gave no verdict.</summary>
    public void CountScan(ScanOutcome? outcome, TimeSpan elapsed) => _scans.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        ScanOutcome.Clean => "clean",
        ScanOutcome.Infected => "infected",
        ScanOutcome.TooLarge => "too-large",
        _ => "none",
    }));

    /// <summary>Counts what happened to a worker.</summary>
    public void Count(WorkerNotice notice)
    {
        switch (notice)
        {
            case WorkerEnded ended:
                _ended.Add(1, new KeyValuePair<string, object?>("reason", ended.Reason.ToString()));
                break;
            case FileQuarantined:
                _quarantined.Add(1);
                break;
        }
    }

    /// <summary>Notes how many documents are queued.</summary>
    public void SetQueue(int waiting, int reading) => _queue = (waiting, reading);

    public void Dispose() => _meter.Dispose();

    /// <summary>Name of a stage in metrics and traces.</summary>
    public static string StageName(int stage) => stage < StageNames.Length ? StageNames[stage] : "other";

    private void Count(ReadingFigures figures)
    {
        for (int stage = 0; stage < figures.Stages.Length; stage++)
        {
            _stages.Record(figures.Stages[stage].TotalSeconds, new KeyValuePair<string, object?>("stage", StageName(stage)));
        }

        for (int bucket = 0; bucket < figures.Confidences.Length; bucket++)
        {
            double bound = bucket < ReadingFigures.ConfidenceBounds.Length ? ReadingFigures.ConfidenceBounds[bucket] : 1;
            for (int i = 0; i < figures.Confidences[bucket]; i++)
            {
                _confidences.Record(bound);
            }
        }
    }

    private IEnumerable<Measurement<int>> ObserveQueue() =>
    [
        new(_queue.Waiting, new KeyValuePair<string, object?>("state", "waiting")),
        new(_queue.Reading, new KeyValuePair<string, object?>("state", "reading")),
    ];

    private static WorkerPoolState State(IServiceProvider services) => services.GetRequiredService<IWorkerPool>().State;
}
