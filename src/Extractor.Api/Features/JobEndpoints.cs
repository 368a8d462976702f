using Extractor.Api.Access;
using Extractor.Api.Jobs;
using Extractor.Api.OpenApi;
using Extractor.Api.Problems;
using Extractor.Api.Work;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Extractor.Api.Features;

/// <summary><c>/v1/jobs</c>: files go into a queue that survives everything, and are read one after the other.</summary>
internal static class JobEndpoints
{
    private const int MostDocuments = 1000;
    private const int MostKeyLength = 200;

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/jobs").WithTags("Jobs");
        group.MapPost("/", SubmitAsync).RequireScope(KeyScopes.Submit).WithName("submitJob").WithMetadata(new TakesFileAttribute { Several = true })
            .WithSummary("Takes files into the queue. When this is answered, they cannot be lost.")
            .WithDescription("With an Idempotency-Key the same request again gives the same job. Bytes that were read before give the earlier result.")
            .ProducesProblem(400).ProducesProblem(408).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503)
            .ProducesProblem(507);
        group.MapGet("/{id}", FindAsync).RequireScope(KeyScopes.Read).WithName("findJob")
            .WithSummary("State, progress and documents of a job.").ProducesProblem(400).ProducesProblem(404);
        group.MapPost("/{id}/cancel", CancelAsync).RequireScope(KeyScopes.Submit).WithName("cancelJob")
            .WithSummary("Takes what has not been read yet out of the queue.").ProducesProblem(404);
        group.MapDelete("/{id}", DeleteAsync).RequireScope(KeyScopes.Admin).WithName("deleteJob")
            .WithSummary("Removes a job that has ended, with originals and results that came only with it. The history keeps a tombstone.")
            .ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Accepted<JobAnswer>> SubmitAsync(
        HttpRequest request, string? family, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, bool? batch, ReportFamilies families,
        WorkQueue places, JobUpload upload, JobStore jobs, QueueSignal signal, CancellationToken cancellationToken)
    {
        Check(family, idempotencyKey, families);
        using WorkQueue.Place place = places.Enter(request.ContentLength);
        UserLanguage language = RequestLanguage.Of(request);
        var job = new NewJob
        {
            Family = family,
            Language = language,
            Priority = batch == true ? 1 : 0,
            IdempotencyKey = idempotencyKey,
            Owner = request.HttpContext.KeyId(),
        };
        string id;
        try
        {
            id = await upload.TakeAsync(request, documents => jobs.CreateAsync(job, documents, cancellationToken), cancellationToken);
        }
        catch (IdempotencyMismatchException exception)
        {
            throw StoredProblem.KeyUsedOtherwise(exception);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw StoredProblem.Unreachable(exception);
        }

        signal.Raise();
        return TypedResults.Accepted(JobAnswers.AddressOf(id), await AnswerAsync(id, 0, language, jobs, cancellationToken));
    }

    private static async Task<Ok<JobAnswer>> FindAsync(string id, int? from, int? limit, HttpRequest request, JobStore jobs, CancellationToken cancellationToken)
    {
        if (from is < 0)
        {
            throw StoredProblem.Invalid(nameof(from), ">= 0");
        }

        return TypedResults.Ok(await AnswerAsync(
            id, from ?? 0, RequestLanguage.Of(request), jobs, cancellationToken, Parameters.Limit(limit, MostDocuments, MostDocuments)));
    }

    private static async Task<Ok<JobAnswer>> CancelAsync(
        string id, HttpRequest request, JobStore jobs, CancellationToken cancellationToken) =>
        await jobs.CancelAsync(id, request.HttpContext.KeyId(), cancellationToken)
            ? TypedResults.Ok(await AnswerAsync(id, 0, RequestLanguage.Of(request), jobs, cancellationToken))
            : throw StoredProblem.NoSuchJob();

    private static async Task<NoContent> DeleteAsync(string id, HttpContext context, JobStore jobs, CancellationToken cancellationToken)
    {
        try
        {
            return await jobs.DeleteAsync(id, context.KeyId(), cancellationToken) ? TypedResults.NoContent() : throw StoredProblem.NoSuchJob();
        }
        catch (JobRunningException)
        {
            throw StoredProblem.Running();
        }
    }

    private static async Task<JobAnswer> AnswerAsync(
        string id, int from, UserLanguage language, JobStore jobs, CancellationToken cancellationToken, int limit = MostDocuments)
    {
        JobSummary job = await jobs.FindAsync(id, cancellationToken) ?? throw StoredProblem.NoSuchJob();
        return JobAnswers.Of(job, await jobs.DocumentsAsync(id, from, limit, cancellationToken), language);
    }

    private static void Check(string? family, string? idempotencyKey, ReportFamilies families)
    {
        if (family is not null && families.Schemas.All(schema => schema.Family != family))
        {
            throw new ProblemException(Problem.UnknownFamily, ProblemTexts.UnknownFamily(family, families.Schemas));
        }

        if (idempotencyKey is not null && (idempotencyKey.Length is 0 or > MostKeyLength || !idempotencyKey.All(c => c is > ' ' and < '\u007f')))
        {
            throw StoredProblem.Invalid("Idempotency-Key", $"1-{MostKeyLength} visible ASCII");
        }
    }
}
