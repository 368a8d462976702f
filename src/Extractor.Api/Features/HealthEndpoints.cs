using Extractor.Api.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>Answers of a health check.</summary>
/// <param name="Status">"ok" or "busy".</param>
public sealed record HealthAnswer(string Status);

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: it would take another report now.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("ok"))).WithName("live").WithSummary("The process runs.");
        group.MapGet("/ready", Ready).WithName("ready").WithSummary("The service would take another report now.");
    }

    private static Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>> Ready(WorkQueue queue) => queue.HasPlace
        ? TypedResults.Ok(new HealthAnswer("ok"))
        : TypedResults.Json(new HealthAnswer("busy"), statusCode: StatusCodes.Status503ServiceUnavailable);
}
