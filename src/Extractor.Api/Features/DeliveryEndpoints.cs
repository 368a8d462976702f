using Extractor.Api.Access;
using Extractor.Api.Problems;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary><c>/v1/webhooks/deliveries</c>: messages under way, delivered and given up.</summary>
internal static class DeliveryEndpoints
{
    private const int Standard = 50;
    private const int Most = 500;

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/webhooks/deliveries").WithTags("Webhooks").RequireScope(KeyScopes.Admin);
        group.MapGet("/", ListAsync).WithName("listDeliveries")
            .WithSummary("Messages, newest first; state=dead lists those that were given up.").ProducesProblem(400);
        group.MapGet("/{id:long}", FindAsync).WithName("findDelivery").WithSummary("A message.").ProducesProblem(404);
        group.MapPost("/{id:long}/resend", ResendAsync).WithName("resendDelivery")
            .WithSummary("Sends a message again under its old id, whatever became of it.").ProducesProblem(404);
    }

    private static async Task<Ok<Page<DeliveryAnswer>>> ListAsync(
        string? webhook, string? state, int? limit, string? cursor, DeliveryQueue deliveries, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        IReadOnlyList<WebhookDelivery> found = await deliveries.ListAsync(
            webhook, Parameters.Word<DeliveryState>(nameof(state), state), Cursor.Read(cursor, 1)?[0], count + 1, cancellationToken);
        return TypedResults.Ok(new Page<DeliveryAnswer>(
            [.. found.Take(count).Select(DeliveryAnswer.Of)], found.Count > count ? Cursor.Write(found[count - 1].Id) : null));
    }

    private static async Task<Ok<DeliveryAnswer>> FindAsync(long id, DeliveryQueue deliveries, CancellationToken cancellationToken) =>
        TypedResults.Ok(DeliveryAnswer.Of(await deliveries.FindAsync(id, cancellationToken) ?? throw WebhookProblem.NoSuchDelivery()));

    private static async Task<Accepted<DeliveryAnswer>> ResendAsync(long id, DeliveryQueue deliveries, CancellationToken cancellationToken) =>
        await deliveries.ResendAsync(id, cancellationToken) && await deliveries.FindAsync(id, cancellationToken) is { } delivery
            ? TypedResults.Accepted((string?)null, DeliveryAnswer.Of(delivery)) : throw WebhookProblem.NoSuchDelivery();
}
