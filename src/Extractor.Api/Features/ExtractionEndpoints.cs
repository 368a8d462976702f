using Extractor.Api.OpenApi;
using Extractor.Api.Problems;
using Extractor.Api.Uploads;
using Extractor.Api.Work;
using Extractor.Models;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary><c>POST /v1/extractions</c>: a report goes in, its figures come out.</summary>
internal static class ExtractionEndpoints
{
    public static void MapExtractions(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/extractions").WithTags("Extractions");
        group.MapPost("/", ExtractAsync)
            .WithName("extract")
            .WithSummary("Reads a report (.docx, .pdf, .txt, .md) and returns its figures with their confidence and source.")
            .WithMetadata(new TakesFileAttribute())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Ok<ExtractionResult>> ExtractAsync(
        HttpRequest request, string? family, ExtractionPipeline pipeline, UploadReader uploads, WorkQueue queue,
        CancellationToken cancellationToken)
    {
        if (family is not null && pipeline.Schemas.All(schema => schema.Family != family))
        {
            throw new ProblemException(Problem.UnknownFamily, ProblemTexts.UnknownFamily(family, pipeline.Schemas));
        }

        using WorkQueue.Place place = queue.Enter();
        SourceFile file = await uploads.ReadAsync(request, cancellationToken);
        var options = new ExtractionRequest { Family = family, Language = RequestLanguage.Of(request) };
        return TypedResults.Ok(await queue.RunAsync(token => pipeline.Extract(file, options, token), cancellationToken));
    }
}
