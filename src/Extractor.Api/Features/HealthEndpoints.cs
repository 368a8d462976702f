using Extractor.Api.Work;
using Extractor.Campaigns.Scanning;
using Extractor.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>Answers of a health check.</summary>
/// <param name="Status">"ok", "busy", "starting" (no worker is warm yet), "broken" (none can be started) or "no-scanner" (files would have to be scanned and cannot be).</param>
public sealed record HealthAnswer(string Status);

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: it would take another report now.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/health").WithTags("Health").DisableRateLimiting();
        group.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("ok"))).WithName("live").WithSummary("The process runs.");
        group.MapGet("/ready", ReadyAsync).WithName("ready").WithSummary("The service would take another report now.");
    }

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(
        WorkQueue queue, IWorkerPool workers, FileScan scan, CancellationToken cancellationToken)
    {
        string status = workers.State switch
        {
            { Problem: not null } => "broken",
            { Ready: 0 } => "starting",
            _ when !await scan.IsReadyAsync(cancellationToken) => "no-scanner",
            _ => queue.HasPlace ? "ok" : "busy",
        };
        return status == "ok"
            ? TypedResults.Ok(new HealthAnswer(status))
            : TypedResults.Json(new HealthAnswer(status), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
