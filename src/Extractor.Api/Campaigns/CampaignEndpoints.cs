using Extractor.Api.Access;
using Extractor.Api.Features;
using Extractor.Api.OpenApi;
using Extractor.Api.Problems;
using Extractor.Api.Work;
using Extractor.Campaigns;
using Extractor.Campaigns.Folders;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Campaigns;

/// <summary><c>/v1/campaigns</c>: many files, read whenever nobody waits, each of them to a named end.</summary>
internal static class CampaignEndpoints
{
    private const int Standard = 50;
    private const int Most = 500;

    private static readonly DocumentState[] Failures =
        [DocumentState.Encrypted, DocumentState.Damaged, DocumentState.Unsupported, DocumentState.TimedOut, DocumentState.Quarantined, DocumentState.Infected];

    private static readonly DocumentState[] Retryable = [.. Failures, DocumentState.Cancelled];

    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/campaigns").WithTags("Campaigns");
        group.MapPost("/", CreateAsync).RequireScope(KeyScopes.Submit).WithName("createCampaign").WithMetadata(new TakesCampaignAttribute())
            .WithSummary("Begins a campaign over a folder of the server (JSON), a zip archive or a set of files. When this is answered, it cannot be lost.")
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(408).ProducesProblem(413).ProducesProblem(429).ProducesProblem(503)
            .ProducesProblem(507);
        group.MapGet("/", ListAsync).RequireScope(KeyScopes.Read).WithName("listCampaigns")
            .WithSummary("Campaigns, newest first.").ProducesProblem(400);
        group.MapGet("/{id:long}", FindAsync).RequireScope(KeyScopes.Read).WithName("findCampaign")
            .WithSummary("State and progress: files by state, rate and time left.").ProducesProblem(404);
        group.MapGet("/{id:long}/files", FilesAsync).RequireScope(KeyScopes.Read).WithName("listCampaignFiles")
            .WithSummary("Files of a campaign in the order they were found, all or those in one state.").ProducesProblem(400).ProducesProblem(404);
        group.MapReport();
        group.MapPost("/{id:long}/pause", PauseAsync).RequireScope(KeyScopes.Submit).WithName("pauseCampaign")
            .WithSummary("Stops a campaign for a while; files being read go on to their end.").ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/{id:long}/resume", ResumeAsync).RequireScope(KeyScopes.Submit).WithName("resumeCampaign")
            .WithSummary("Lets a paused campaign go on.").ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/{id:long}/cancel", CancelAsync).RequireScope(KeyScopes.Submit).WithName("cancelCampaign")
            .WithSummary("Ends a campaign: what was not read is cancelled.").ProducesProblem(404).ProducesProblem(409);
        group.MapDelete("/{id:long}", DeleteAsync).RequireScope(KeyScopes.Admin).WithName("deleteCampaign")
            .WithSummary("Removes a campaign that has ended, with originals and results that came only with it. The history keeps a tombstone.")
            .WithDescription("It is gone from every list when this is answered; its files are removed in the background, also after a restart.")
            .ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/{id:long}/retry", RetryAsync).RequireScope(KeyScopes.Submit).WithName("retryCampaign")
            .WithSummary("Gives files without a result another try: all, or those in one state.").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Accepted<CampaignAnswer>> CreateAsync(
        [AsParameters] CampaignQuery query, HttpRequest request, ReportFamilies families, CampaignUpload upload, CampaignStore campaigns,
        IOptions<CampaignOptions> options, CampaignEngine engine, TimeProvider time, Work.WorkQueue places, CancellationToken cancellationToken)
    {
        string? owner = request.HttpContext.KeyId();
        long id;
        if (request.HasJsonContentType())
        {
            CampaignRequest asked = await ReadAsync(request, cancellationToken);
            string folder = Allowed(asked.Folder, options.Value.Roots);
            id = await campaigns.CreateAsync(
                new CampaignQuery { Name = asked.Name, Family = asked.Family, DocumentsPerMinute = asked.DocumentsPerMinute, Window = asked.Window }
                    .Read(request, Path.GetFileName(folder), folder, owner, families.Schemas), cancellationToken);
        }
        else
        {
            string name = time.GetLocalNow().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            NewCampaign order = query.Read(request, name, null, owner, families.Schemas);
            using Work.WorkQueue.Place place = places.Enter(request.ContentLength);
            id = await upload.TakeAsync(order, request, cancellationToken);
        }

        engine.Wake();
        return TypedResults.Accepted(CampaignAnswers.AddressOf(id), await AnswerAsync(id, campaigns, time, cancellationToken));
    }

    private static async Task<Ok<Page<CampaignAnswer>>> ListAsync(
        int? limit, string? cursor, CampaignStore campaigns, TimeProvider time, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        IReadOnlyList<Campaign> found = await campaigns.ListAsync(Cursor.Read(cursor, 1)?[0], count + 1, cancellationToken);
        return TypedResults.Ok(new Page<CampaignAnswer>(
            [.. found.Take(count).Select(campaign => CampaignAnswers.Of(campaign, null, Now(time)))],
            found.Count > count ? Cursor.Write(found[count - 1].Id) : null));
    }

    private static async Task<Ok<CampaignAnswer>> FindAsync(long id, CampaignStore campaigns, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await AnswerAsync(id, campaigns, time, cancellationToken));

    private static async Task<Ok<Page<CampaignFileAnswer>>> FilesAsync(
        long id, string? state, int? limit, string? cursor, HttpRequest request, CampaignStore campaigns, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        _ = await campaigns.FindAsync(id, cancellationToken) ?? throw CampaignProblem.NoSuchCampaign();
        IReadOnlyList<CampaignFile> found = await campaigns.FilesAsync(
            id, Parameters.Word<DocumentState>("state", state), Cursor.Read(cursor, 1)?[0] ?? 0, count + 1, cancellationToken);
        return TypedResults.Ok(new Page<CampaignFileAnswer>(
            [.. found.Take(count).Select(file => CampaignAnswers.Of(file, RequestLanguage.Of(request)))],
            found.Count > count ? Cursor.Write(found[count - 1].Id) : null));
    }

    private static Task<Ok<CampaignAnswer>> PauseAsync(
        long id, HttpContext context, CampaignStore campaigns, CampaignEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, campaigns.PauseAsync(id, context.KeyId(), cancellationToken), campaigns, engine, time, cancellationToken);

    private static Task<Ok<CampaignAnswer>> ResumeAsync(
        long id, HttpContext context, CampaignStore campaigns, CampaignEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, campaigns.ResumeAsync(id, context.KeyId(), cancellationToken), campaigns, engine, time, cancellationToken);

    private static Task<Ok<CampaignAnswer>> CancelAsync(
        long id, HttpContext context, CampaignStore campaigns, CampaignEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, campaigns.CancelAsync(id, context.KeyId(), cancellationToken), campaigns, engine, time, cancellationToken);

    private static async Task<Ok<CampaignAnswer>> RetryAsync(
        long id, string? state, HttpContext context, CampaignStore campaigns, CampaignEngine engine, TimeProvider time, CancellationToken cancellationToken)
    {
        DocumentState? only = Parameters.Word<DocumentState>("state", state);
        if (only is { } wanted && !Retryable.Contains(wanted))
        {
            throw StoredProblem.Invalid("state", string.Join(", ", Retryable.Select(ContractWords.Of)));
        }

        _ = await campaigns.FindAsync(id, cancellationToken) ?? throw CampaignProblem.NoSuchCampaign();
        if (await campaigns.RetryAsync(id, only is { } one ? [one] : Failures, context.KeyId(), cancellationToken) == 0)
        {
            throw CampaignProblem.NothingToRetry();
        }

        engine.Wake();
        return TypedResults.Ok(await AnswerAsync(id, campaigns, time, cancellationToken));
    }

    private static async Task<Accepted> DeleteAsync(
        long id, HttpContext context, CampaignRemoval removal, CampaignEngine engine, CancellationToken cancellationToken)
    {
        try
        {
            if (!await removal.MarkAsync(id, context.KeyId(), cancellationToken))
            {
                throw CampaignProblem.NoSuchCampaign();
            }
        }
        catch (CampaignRunningException)
        {
            throw CampaignProblem.NotEnded();
        }

        engine.Wake();
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Ok<CampaignAnswer>> ChangeAsync(
        long id, Task<bool> change, CampaignStore campaigns, CampaignEngine engine, TimeProvider time, CancellationToken cancellationToken)
    {
        bool isChanged = await change;
        CampaignAnswer answer = await AnswerAsync(id, campaigns, time, cancellationToken);
        engine.Wake();
        return isChanged ? TypedResults.Ok(answer) : throw CampaignProblem.NotNow();
    }

    private static async Task<CampaignAnswer> AnswerAsync(long id, CampaignStore campaigns, TimeProvider time, CancellationToken cancellationToken) =>
        CampaignAnswers.Of(
            await campaigns.FindAsync(id, cancellationToken) ?? throw CampaignProblem.NoSuchCampaign(),
            await campaigns.ProgressAsync(id, cancellationToken), Now(time));

    private static async Task<CampaignRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<CampaignRequest>(cancellationToken) ?? throw StoredProblem.Invalid("body", "{ \"folder\": … }");
        }
        catch (System.Text.Json.JsonException)
        {
            throw StoredProblem.Invalid("body", "{ \"folder\": … }");
        }
    }

    private static string Allowed(string? folder, IEnumerable<string> roots)
    {
        if (string.IsNullOrEmpty(folder) || !Path.IsPathFullyQualified(folder) || folder.Contains('\0', StringComparison.Ordinal))
        {
            throw StoredProblem.Invalid("folder", "/…");
        }

        try
        {
            string real = RealPath.Of(folder);
            return Directory.Exists(real) && RealPath.IsBelow(real, roots) ? real : throw CampaignProblem.NotAllowed();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CampaignProblem.NotAllowed();
        }
    }

    private static TimeOnly Now(TimeProvider time) => TimeOnly.FromDateTime(time.GetLocalNow().DateTime);
}
