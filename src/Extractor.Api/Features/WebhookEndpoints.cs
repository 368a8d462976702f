using System.Globalization;
using Extractor.Api.Access;
using Extractor.Api.Problems;
using Extractor.Api.Webhooks;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Features;

/// <summary><c>/v1/webhooks</c>: who is told when jobs and campaigns end.</summary>
internal static class WebhookEndpoints
{
    private const int MostDescription = 200;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/webhooks").WithTags("Webhooks").RequireScope(KeyScopes.Admin);
        group.MapPost("/", CreateAsync).WithName("createWebhook").WithSummary("Registers a receiver; the secret is in this answer and nowhere else.")
            .WithDescription("Messages are signed as the Standard Webhooks specification says: webhook-id, webhook-timestamp, webhook-signature.")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
        group.MapGet("/", ListAsync).WithName("listWebhooks").WithSummary("All webhooks, without their secrets.");
        group.MapGet("/{id}", FindAsync).WithName("findWebhook").WithSummary("A webhook, without its secret.").ProducesProblem(404);
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteWebhook").WithSummary("Removes a webhook with its messages.").ProducesProblem(404);
        group.MapPost("/{id}/secret", RotateAsync).WithName("rotateWebhookSecret")
            .WithSummary("Makes a new secret; for a while messages carry the signature of the old one too.").ProducesProblem(404);
        group.MapPost("/{id}/test", TestAsync).WithName("testWebhook").WithSummary("Sends a message by which one sees whether messages arrive.").ProducesProblem(404);
    }

    private static async Task<Created<WebhookAnswer>> CreateAsync(
        NewWebhook wanted, HttpContext context, WebhookStore webhooks, WebhookSecret secrets, ReceiverPolicy policy, IOptions<WebhookOptions> options,
        CancellationToken cancellationToken)
    {
        string? description = wanted.Description?.Trim();
        if (description is { Length: > MostDescription } || description?.Any(char.IsControl) == true)
        {
            throw StoredProblem.Invalid(nameof(description), $"<= {MostDescription}");
        }

        Uri url = policy.Read(wanted.Url) ?? throw WebhookProblem.Refused();
        WebhookEvents events = (wanted.Events ?? []).Aggregate(WebhookEvents.None, (sum, name) => sum | Read(name));
        (string text, byte[] stored) = secrets.Create();
        Webhook webhook = await webhooks.CreateAsync(
                url.AbsoluteUri, events == WebhookEvents.None ? Read("") : events, description, stored, options.Value.MaxWebhooks, context.KeyId(), cancellationToken)
            ?? throw WebhookProblem.TooMany(options.Value.MaxWebhooks);
        return TypedResults.Created($"/v1/webhooks/{webhook.Id}", WebhookAnswer.Of(webhook, text));
    }

    private static async Task<Ok<IEnumerable<WebhookAnswer>>> ListAsync(WebhookStore webhooks, CancellationToken cancellationToken) =>
        TypedResults.Ok((await webhooks.ListAsync(cancellationToken)).Select(webhook => WebhookAnswer.Of(webhook)));

    private static async Task<Ok<WebhookAnswer>> FindAsync(string id, WebhookStore webhooks, CancellationToken cancellationToken) =>
        TypedResults.Ok(WebhookAnswer.Of(await webhooks.FindAsync(id, cancellationToken) ?? throw WebhookProblem.NoSuchWebhook()));

    private static async Task<NoContent> DeleteAsync(string id, HttpContext context, WebhookStore webhooks, CancellationToken cancellationToken) =>
        await webhooks.DeleteAsync(id, context.KeyId(), cancellationToken) ? TypedResults.NoContent() : throw WebhookProblem.NoSuchWebhook();

    private static async Task<Ok<WebhookAnswer>> RotateAsync(
        string id, HttpContext context, WebhookStore webhooks, WebhookSecret secrets, IOptions<WebhookOptions> options, CancellationToken cancellationToken)
    {
        (string text, byte[] stored) = secrets.Create();
        TimeSpan overlap = TimeSpan.FromHours(options.Value.OverlapHours);
        if (!await webhooks.RotateAsync(id, stored, overlap, context.KeyId(), cancellationToken))
        {
            throw WebhookProblem.NoSuchWebhook();
        }

        return TypedResults.Ok(WebhookAnswer.Of(await webhooks.FindAsync(id, cancellationToken) ?? throw WebhookProblem.NoSuchWebhook(), text));
    }

    private static async Task<Accepted<DeliveryAnswer>> TestAsync(
        string id, WebhookStore webhooks, DeliveryQueue deliveries, CancellationToken cancellationToken)
    {
        long delivery = await webhooks.TestAsync(id, cancellationToken) ?? throw WebhookProblem.NoSuchWebhook();
        return TypedResults.Accepted(
            string.Create(CultureInfo.InvariantCulture, $"/v1/webhooks/deliveries/{delivery}"),
            DeliveryAnswer.Of(await deliveries.FindAsync(delivery, cancellationToken) ?? throw WebhookProblem.NoSuchDelivery()));
    }

    private static WebhookEvents Read(string name) =>
        WebhookEventNames.Find(name) ?? throw StoredProblem.Invalid("events", string.Join(", ", WebhookEventNames.Of(WebhookEventNames.All)));
}
