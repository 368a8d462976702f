using Extractor.Api.Access;
using Extractor.Api.Jobs;
using Extractor.Api.Problems;
using Extractor.Models;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>A file that is not read again until somebody releases it.</summary>
/// <param name="Sha256">Digest of its bytes.</param>
/// <param name="FileName">Name it was sent under.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
public sealed record QuarantineAnswer(string Sha256, string FileName, ReasonAnswer Reason, DateTimeOffset At);

/// <summary><c>/v1/quarantine</c>: files that ended their readers.</summary>
internal static class QuarantineEndpoints
{
    private const int Standard = 100;
    private const int Most = 1000;

    public static void MapQuarantine(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/quarantine").WithTags("Quarantine").RequireScope(KeyScopes.Admin);
        group.MapGet("/", ListAsync).WithName("listQuarantine").WithSummary("Files that ended their readers and are not read again, oldest first.").ProducesProblem(400);
        group.MapPost("/{sha256}/release", ReleaseAsync).WithName("releaseFile")
            .WithSummary("Lets a file be read again; documents that were set aside with it go back into the queue.").ProducesProblem(404);
    }

    private static async Task<Ok<Page<QuarantineAnswer>>> ListAsync(
        int? limit, string? cursor, HttpRequest request, QuarantineStore quarantine, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        int from = (int)(Cursor.Read(cursor, 1)?[0] ?? 0);
        UserLanguage language = RequestLanguage.Of(request);
        IReadOnlyList<QuarantinedFile> files = await quarantine.ListAsync(from, count + 1, cancellationToken);
        return TypedResults.Ok(new Page<QuarantineAnswer>(
            [.. files.Take(count).Select(file => new QuarantineAnswer(
                file.Sha256, file.FileName, new ReasonAnswer(file.Reason, file.ReasonText.In(language)), file.At))],
            files.Count > count ? Cursor.Write(from + count) : null));
    }

    private static async Task<NoContent> ReleaseAsync(
        string sha256, HttpContext context, QuarantineStore quarantine, IWorkerPool workers, QueueSignal signal, CancellationToken cancellationToken)
    {
        if (!await quarantine.ReleaseAsync(sha256, context.KeyId(), cancellationToken))
        {
            throw StoredProblem.NotQuarantined();
        }

        workers.Release(sha256);
        signal.Raise();
        return TypedResults.NoContent();
    }
}
