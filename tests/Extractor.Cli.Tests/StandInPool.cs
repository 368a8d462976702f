using Extractor.Models;
using Extractor.Workers;

namespace Extractor.Cli.Tests;

/// <summary>Stands in for the workers: reads one file after the other in this process.</summary>
internal sealed class StandInPool(ExtractionPipeline pipeline, WorkerOptions options) : IWorkerPool
{
    private readonly Lock _turn = new();

    public WorkerPoolState State { get; } = new(1, 0, 0, 1, 0, null);

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest? request = null, CancellationToken cancellationToken = default)
    {
        lock (_turn)
        {
            return Task.FromResult(Extract(file, request, cancellationToken));
        }
    }

    private FileOutcome Extract(SourceFile file, WorkRequest? request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.MaxSeconds));
        try
        {
            return new FileResult(ExtractorJson.Serialize(pipeline.Extract(file, request!.Extraction, limit.Token), request.Indented));
        }
        catch (UnreadableFileException exception)
        {
            return new FileFailure(exception.Code, exception.Text);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FileFailure(FailureCode.Timeout, new LocalText("Quá lâu.", "Too long."));
        }
        catch (InvalidOperationException exception)
        {
            return new FileFailure(FailureCode.Internal, new LocalText("Lỗi.", "An error.")) { Detail = exception.GetType().Name };
        }
    }
}
