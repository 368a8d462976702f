using Extractor.Api.Problems;
using Extractor.Api.Work;
using Extractor.Models;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>A report family in the list of all.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Version">Version of its schema.</param>
/// <param name="Title">What such a report is called.</param>
/// <param name="Indicators">Number of its indicators.</param>
public sealed record SchemaSummary(string Family, int Version, LocalText Title, int Indicators);

/// <summary><c>GET /v1/schemas</c>: the indicators the codes of a result belong to.</summary>
internal static class SchemaEndpoints
{
    public static void MapSchemas(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/schemas").WithTags("Schemas");
        group.MapGet("/", List).WithName("listSchemas").WithSummary("Lists the report families.");
        group.MapGet("/{family}", Find)
            .WithName("findSchema")
            .WithSummary("All indicators of a report family in the order of the form.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/v1/result-schema", () => TypedResults.Bytes(ExtractorJson.ResultSchema, "application/schema+json"))
            .WithTags("Schemas")
            .WithName("resultSchema")
            .WithSummary("The JSON Schema every result obeys.");
    }

    private static Ok<List<SchemaSummary>> List(ReportFamilies families) => TypedResults.Ok(
        families.Schemas.Select(s => new SchemaSummary(s.Family, s.Version, s.Title, s.Indicators.Length)).ToList());

    private static Ok<IndicatorSchema> Find(string family, ReportFamilies families) =>
        TypedResults.Ok(families.Schemas.FirstOrDefault(schema => schema.Family == family)
            ?? throw new ProblemException(Problem.SchemaNotFound, ProblemTexts.UnknownFamily(family, families.Schemas)));
}
