using System.Text.Encodings.Web;
using Extractor.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Access;

/// <summary>Finds out who sends a request: by its key, or because the service is open to this machine.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyStore keys, AccessMode mode, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is { } text)
        {
            return await keys.CheckAsync(text, Context.RequestAborted) is { } key
                ? Success(key.Id, key.Scopes)
                : AuthenticateResult.Fail("The key is not valid.");
        }

        return LoopbackRequest.IsOwn(Request) && await mode.IsOpenAsync(Context.RequestAborted)
            ? Success(null, KeyScopes.Admin)
            : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => throw AccessProblem.KeyNeeded();

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => throw AccessProblem.ScopeMissing();

    // Never taken from the address of a request: addresses end in logs and histories.
    private static string? KeyOf(HttpRequest request) =>
        AccessServices.BearerOf(request) ?? (request.Headers.TryGetValue("X-Api-Key", out var key) ? key.ToString() : null);

    private AuthenticateResult Success(string? id, KeyScopes scopes) =>
        AuthenticateResult.Success(new AuthenticationTicket(Visitor.Of(Scheme.Name, id, scopes), Scheme.Name));
}
