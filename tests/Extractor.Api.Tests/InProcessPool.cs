using Extractor.Models;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests;

/// <summary>Stands in for the workers where a test is about the service around them: reads in this process with the reader of the test.</summary>
internal sealed class InProcessPool(FakeReader reader) : IWorkerPool
{
    private readonly ExtractionPipeline _pipeline = Create(reader);

    public WorkerPoolState State { get; set; } = new(1, 0, 0, 1, 0, null);

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest? request = null, CancellationToken cancellationToken = default) =>
        State.Problem is { } problem
            ? throw new WorkersUnavailableException(problem)
            : Task.Run(() => Read(file, request ?? WorkRequest.Default, cancellationToken), cancellationToken);

    private FileOutcome Read(SourceFile file, WorkRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return new FileResult(ExtractorJson.Serialize(_pipeline.Extract(file, request.Extraction, cancellationToken)));
        }
        catch (UnreadableFileException exception)
        {
            return new FileFailure(exception.Code, exception.Text) { Limit = (exception as LimitExceededException)?.Limit };
        }
        catch (FakeReader.FailureException exception)
        {
            return new FileFailure(exception.Code, FakeReader.Text);
        }
        catch (InvalidOperationException exception)
        {
            return new FileFailure(FailureCode.Internal, FakeReader.Text) { Detail = exception.Message };
        }
    }

    private static ExtractionPipeline Create(FakeReader reader)
    {
        var services = new ServiceCollection();
        // The first reader that claims a file reads it.
        services.AddSingleton<IDocumentReader>(reader);
        services.AddExtractor().AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }
}
