using System.ComponentModel;
using Extractor.Api.OpenApi;
using Extractor.Api.Problems;
using Extractor.Api.Uploads;
using Extractor.Api.Work;
using Extractor.Models;
using Extractor.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary><c>POST /v1/extractions</c>: a report goes in, its figures come out.</summary>
internal static class ExtractionEndpoints
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string ExplainText = "Whether each field gets an explanation: the parts of its confidence and the signals for and against it.";

    public static void MapExtractions(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/extractions").WithTags("Extractions");
        group.MapPost("/", ExtractAsync)
            .WithName("extract")
            .WithSummary("Reads a report (.docx, .pdf, .txt, .md) and returns its figures with their confidence and source.")
            .WithMetadata(new TakesFileAttribute())
            .Produces<ExtractionResult>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<FileContentHttpResult> ExtractAsync(
        HttpRequest request, string? family, [Description(ExplainText)] bool? explain, ReportFamilies families, UploadReader uploads, UploadScan scan, WorkQueue queue,
        GuardedWorkers workers, CancellationToken cancellationToken)
    {
        if (family is not null && families.Schemas.All(schema => schema.Family != family))
        {
            throw new ProblemException(Problem.UnknownFamily, ProblemTexts.UnknownFamily(family, families.Schemas));
        }

        using WorkQueue.Place place = queue.Enter(request.ContentLength);
        SourceFile file = await uploads.ReadAsync(request, cancellationToken);
        await scan.PassAsync(file, cancellationToken);
        var options = new ExtractionRequest { Family = family, Language = RequestLanguage.Of(request), Explain = explain ?? false };
        return await workers.ExtractAsync(file, new WorkRequest { Extraction = options }, cancellationToken) switch
        {
            FileResult result => TypedResults.Bytes(result.Json, JsonType),
            FileFailure failure => throw new FailedFileException(failure),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
