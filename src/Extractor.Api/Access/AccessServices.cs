using System.Globalization;
using System.Security.Claims;
using Extractor.Storage;
using Microsoft.AspNetCore.Authentication;

namespace Extractor.Api.Access;

/// <summary>Registers keys and scopes.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<AccessMode>();
        services.AddHostedService<FirstKey>();
        services.AddAuthentication(ApiKeyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddAuthorization();
        return services;
    }

    /// <summary>Only lets keys in that have the scope, or may do everything.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, KeyScopes scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(policy => policy.RequireAssertion(context => (ScopesOf(context.User) & (scope | KeyScopes.Admin)) != 0));
        builder.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        builder.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        return builder;
    }

    /// <summary>Id of the key a request came with; null where none was needed.</summary>
    public static string? KeyId(this HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>What a user may do.</summary>
    public static KeyScopes ScopesOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ApiKeyHandler.ScopesClaim), NumberStyles.None, CultureInfo.InvariantCulture, out int scopes)
            ? (KeyScopes)scopes : KeyScopes.None;
}
