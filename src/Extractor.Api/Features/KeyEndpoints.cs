using Extractor.Api.Access;
using Extractor.Api.Problems;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>A key to be made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">"read", "submit", "review", "admin".</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="MaxFiles">Most files it may have stored in all; null for what is usual.</param>
/// <param name="MaxBytes">Most bytes it may have stored in all; null for what is usual.</param>
public sealed record NewKey(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null, long? MaxFiles = null, long? MaxBytes = null);

/// <summary>A key as it can be shown.</summary>
/// <param name="Id">Its public part.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null if it was not.</param>
/// <param name="Key">The key itself: only in the answer that made it.</param>
/// <param name="MaxFiles">Most files it may have stored in all; null for what is usual.</param>
/// <param name="MaxBytes">Most bytes it may have stored in all; null for what is usual.</param>
/// <param name="StoredFiles">Files it has stored; the same bytes count once.</param>
/// <param name="StoredBytes">Their bytes.</param>
public sealed record KeyAnswer(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, string? Key,
    long? MaxFiles, long? MaxBytes, long StoredFiles, long StoredBytes);

/// <summary>How the service lets people in.</summary>
/// <param name="Mode">"open": this machine only, without a key; "keys": only with a key.</param>
/// <param name="Scopes">What the sender of this request may do.</param>
public sealed record AccessAnswer(string Mode, IReadOnlyList<string> Scopes);

/// <summary><c>/v1/keys</c> and <c>/v1/access</c>.</summary>
internal static class KeyEndpoints
{
    private const int MostNameLength = 100;

    private static readonly KeyScopes[] All = [KeyScopes.Read, KeyScopes.Submit, KeyScopes.Review, KeyScopes.Admin];

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/keys").WithTags("Keys").RequireScope(KeyScopes.Admin);
        group.MapPost("/", CreateAsync).WithName("createKey").WithSummary("Makes a key; its text is in this answer and nowhere else.").ProducesProblem(400);
        group.MapGet("/", ListAsync).WithName("listKeys").WithSummary("All keys, without their secrets.");
        group.MapDelete("/{id}", RevokeAsync).WithName("revokeKey").WithSummary("Ends a key at once.").ProducesProblem(404).ProducesProblem(409);
        routes.MapGet("/v1/access", AccessAsync).WithTags("Keys").WithName("access").WithSummary("Whether a key is needed, and what the one sent may do.");
    }

    private static async Task<Created<KeyAnswer>> CreateAsync(
        NewKey wanted, HttpContext context, ApiKeyStore keys, TimeProvider time, CancellationToken cancellationToken)
    {
        // A body can leave out what the type demands.
        string name = (wanted.Name ?? "").Trim();
        if (name.Length is 0 or > MostNameLength || name.Any(char.IsControl))
        {
            throw StoredProblem.Invalid(nameof(name), $"1..{MostNameLength}");
        }

        KeyScopes scopes = (wanted.Scopes ?? []).Aggregate(KeyScopes.None, (sum, scope) => sum | Read(scope));
        if (scopes == KeyScopes.None)
        {
            throw StoredProblem.Invalid(nameof(scopes), string.Join(", ", Names(All.Aggregate((a, b) => a | b))));
        }

        if (wanted.ExpiresAt <= time.GetUtcNow())
        {
            throw StoredProblem.Invalid("expiresAt", "> now");
        }

        if (wanted.MaxFiles < 1 || wanted.MaxBytes < 1)
        {
            throw StoredProblem.Invalid(wanted.MaxFiles < 1 ? "maxFiles" : "maxBytes", ">= 1");
        }

        bool canLockOut = !scopes.HasFlag(KeyScopes.Admin) || wanted.ExpiresAt is not null;
        if (canLockOut && !await keys.AnyAsync(cancellationToken))
        {
            throw AccessProblem.FirstKeyMustBeAdmin();
        }

        (ApiKey key, string text) = await keys.CreateAsync(
            name, scopes, wanted.ExpiresAt, new KeyQuota(wanted.MaxFiles, wanted.MaxBytes), context.KeyId(), cancellationToken);
        return TypedResults.Created($"/v1/keys/{key.Id}", Show(key, text));
    }

    private static async Task<Ok<IEnumerable<KeyAnswer>>> ListAsync(ApiKeyStore keys, CancellationToken cancellationToken) =>
        TypedResults.Ok((await keys.ListAsync(cancellationToken)).Select(key => Show(key)));

    private static async Task<NoContent> RevokeAsync(
        string id, HttpContext context, ApiKeyStore keys, TimeProvider time, CancellationToken cancellationToken)
    {
        IReadOnlyList<ApiKey> admins = [.. (await keys.ListAsync(cancellationToken)).Where(key =>
            key.Scopes.HasFlag(KeyScopes.Admin) && key.RevokedAt is null && !(key.ExpiresAt <= time.GetUtcNow()))];
        if (admins is [{ } last] && last.Id == id)
        {
            throw AccessProblem.LastAdmin();
        }

        return await keys.RevokeAsync(id, context.KeyId(), cancellationToken)
            ? TypedResults.NoContent()
            : throw new ProblemException(StoredProblem.NotFound, new("Không có khóa này.", "There is no such key."));
    }

    private static async Task<Ok<AccessAnswer>> AccessAsync(HttpContext context, AccessMode mode, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AccessAnswer(await mode.IsOpenAsync(cancellationToken) ? "open" : "keys", Names(Visitor.ScopesOf(context.User))));

    private static KeyScopes Read(string scope) =>
        Parameters.Word<KeyScopes>("scopes", scope) is { } known && known != KeyScopes.None ? known
            : throw StoredProblem.Invalid("scopes", string.Join(", ", Names(All.Aggregate((a, b) => a | b))));

    private static KeyAnswer Show(ApiKey key, string? text = null) =>
        new(key.Id, key.Name, Names(key.Scopes), key.CreatedAt, key.ExpiresAt, key.RevokedAt, text,
            key.Quota.MaxFiles, key.Quota.MaxBytes, key.Stored.Files, key.Stored.Bytes);

    private static string[] Names(KeyScopes scopes) => [.. All.Where(scope => scopes.HasFlag(scope)).Select(ContractWords.Of)];
}
