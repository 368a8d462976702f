using System.ComponentModel;
using System.Globalization;
using Extractor.Api.Access;
using Extractor.Api.Jobs;
using Extractor.Api.Problems;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Features;

/// <summary><c>/v1/results</c>: answers that stay until they are deleted.</summary>
internal static class ResultEndpoints
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string ExplainText =
        "Whether each field gets an explanation: the parts of its confidence and the signals for and against it. The original is read again for it.";

    public static void MapResults(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/results").WithTags("Results");
        group.MapGet("/{id:long}", FindAsync).RequireScope(KeyScopes.Read).WithName("findResult").Produces<ExtractionResult>()
            .WithSummary("A stored result; it never changes.").ProducesProblem(404).ProducesProblem(409).ProducesProblem(410).ProducesProblem(429).ProducesProblem(503);
        group.MapGet("/{id:long}/original", OriginalAsync).RequireScope(KeyScopes.Read).WithName("findOriginal")
            .WithSummary("The file the result was read from, byte for byte.").ProducesProblem(404).ProducesProblem(410);
        group.MapGet("/{id:long}/history", HistoryAsync).RequireScope(KeyScopes.Read).WithName("findResultHistory")
            .WithSummary("What happened to a result; deleted ones have left a tombstone here.");
        group.MapDelete("/{id:long}", DeleteAsync).RequireScope(KeyScopes.Admin).WithName("deleteResult")
            .WithSummary("Removes the original, all results read from it and their rows in lists and series. The history keeps a tombstone.")
            .ProducesProblem(404).ProducesProblem(410);
    }

    private static async Task<FileContentHttpResult> FindAsync(
        long id, [Description(ExplainText)] bool? explain, HttpRequest request, ResultStore results, HistoryStore history, ResultExplanation explanation,
        CancellationToken cancellationToken)
    {
        if (explain == true)
        {
            return await explanation.ExplainAsync(id, RequestLanguage.Of(request), cancellationToken) is { } explained
                ? TypedResults.Bytes(explained, JsonType) : throw await MissingAsync(id, history, cancellationToken);
        }

        return await results.ReadAsync(id, cancellationToken) is { } json
            ? TypedResults.Bytes(json, JsonType, entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"r{id}\"")))
            : throw await MissingAsync(id, history, cancellationToken);
    }

    private static async Task<FileContentHttpResult> OriginalAsync(
        long id, ResultStore results, IOriginalStore originals, HistoryStore history, CancellationToken cancellationToken) =>
        await results.OriginalOfAsync(id, cancellationToken) is { } sha256 && await originals.ReadAsync(sha256, cancellationToken) is { } bytes
            // Never shown by a browser, whatever it is: the sender chose the bytes.
            ? TypedResults.Bytes(bytes, "application/octet-stream", sha256, entityTag: new EntityTagHeaderValue($"\"{sha256}\""))
            : throw await MissingAsync(id, history, cancellationToken);

    private static async Task<Ok<IReadOnlyList<HistoryEntry>>> HistoryAsync(long id, HistoryStore history, CancellationToken cancellationToken) =>
        TypedResults.Ok(await history.OfAsync(SubjectOf(id), cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        long id, HttpContext context, ResultStore results, HistoryStore history, CancellationToken cancellationToken) =>
        await results.DeleteAsync(id, context.KeyId(), cancellationToken)
            ? TypedResults.NoContent()
            : throw await MissingAsync(id, history, cancellationToken);

    private static async Task<ProblemException> MissingAsync(long id, HistoryStore history, CancellationToken cancellationToken) =>
        (await history.OfAsync(SubjectOf(id), cancellationToken)).Any(entry => entry.Kind == "result.deleted")
            ? StoredProblem.ResultWasDeleted() : StoredProblem.NoSuchResult();

    private static string SubjectOf(long id) => string.Create(CultureInfo.InvariantCulture, $"result:{id}");
}
