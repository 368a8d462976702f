using Extractor.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Access;

/// <summary>Registers keys, tokens and scopes.</summary>
internal static class AccessServices
{
    private const string SchemeName = "Access";
    private const string Bearer = "Bearer ";

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<OidcOptions>().Bind(settings.GetSection("Oidc")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OidcOptions>, OidcOptionsCheck>();
        services.AddSingleton<AccessMode>();
        services.AddSingleton<TokenScopes>();
        services.AddHostedService<FirstKey>();
        services.AddAuthentication(SchemeName)
            .AddPolicyScheme(SchemeName, null, policy => policy.ForwardDefaultSelector = context =>
                IsToken(context) ? JwtBearerDefaults.AuthenticationScheme : ApiKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerTokens>();
        services.AddAuthorization();
        return services;
    }

    /// <summary>Only lets keys and tokens in that have the scope, or may do everything.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, KeyScopes scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(policy => policy.RequireAssertion(context => (Visitor.ScopesOf(context.User) & (scope | KeyScopes.Admin)) != 0));
        builder.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        builder.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        return builder;
    }

    /// <summary>What stands behind "Bearer"; null where nothing does.</summary>
    public static string? BearerOf(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    // A token has three parts between dots; a key has no dot.
    private static bool IsToken(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<OidcOptions>>().Value.IsOn && BearerOf(context.Request)?.Contains('.', StringComparison.Ordinal) == true;
}
