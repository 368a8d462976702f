using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Extractor.Api.Access;

/// <summary>
/// Says which bearer tokens are good: signed with a key of the issuer by an asymmetric algorithm, for this service, within their time. Everything a
/// token itself says about how it is to be checked is looked up in lists, never believed (RFC 8725).
/// </summary>
internal sealed class BearerTokens(IOptions<OidcOptions> oidc, TokenScopes scopes) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const int MostSubject = 200;

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    // A token for logging out or for an answer is signed by the same issuer and opens nothing.
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        OidcOptions settings = oidc.Value;
        if (!settings.IsOn)
        {
            return;
        }

        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = !settings.AllowHttp;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Audience,
            ValidIssuer = settings.Issuer,
            ValidAlgorithms = Algorithms,
            ValidTypes = Types,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = TimeSpan.FromSeconds(settings.ClockSkewSeconds),
        };
        options.ConfigurationManager = IssuerKeys.Of(settings);
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = TakeIn,
            OnAuthenticationFailed = TellIssuerApart,
            OnChallenge = _ => throw AccessProblem.KeyNeeded(),
            OnForbidden = _ => throw AccessProblem.ScopeMissing(),
        };
    }

    // A token cannot be checked without the issuer's keys; that is not the token's fault.
    private static async Task TellIssuerApart(AuthenticationFailedContext context)
    {
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException exception)
        {
            throw AccessProblem.IssuerUnavailable(exception);
        }
    }

    private Task TakeIn(TokenValidatedContext context)
    {
        string? subject = context.Principal?.FindFirstValue("sub");
        if (subject is not { Length: > 0 and <= MostSubject } || subject.Any(char.IsControl))
        {
            context.Fail("The token names nobody.");
            return Task.CompletedTask;
        }

        context.Principal = Visitor.Of("Oidc", "oidc:" + subject, scopes.Of(context.Principal!.Claims));
        return Task.CompletedTask;
    }
}
