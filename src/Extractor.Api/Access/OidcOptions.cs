using System.ComponentModel.DataAnnotations;
using Extractor.Storage;

namespace Extractor.Api.Access;

/// <summary>
/// Whose bearer tokens (OpenID Connect, RFC 9068) are taken beside keys. Bound to the section "Extractor:Oidc" of the settings; without
/// <see cref="Authority"/> and <see cref="JwksFile"/> only keys are.
/// </summary>
public sealed class OidcOptions : IValidatableObject
{
    /// <summary>Address of the issuer; its keys are fetched from its discovery document.</summary>
    public string? Authority { get; set; }

    /// <summary>File with the issuer's keys (JSON Web Key Set) for a service that cannot reach it; read at start-up.</summary>
    public string? JwksFile { get; set; }

    /// <summary>What tokens name as their issuer, where keys come from a file.</summary>
    /// <value>The default value is <see cref="Authority"/>.</value>
    public string? Issuer { get; set; }

    /// <summary>What tokens for this service name as their audience.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether the issuer may be reached without TLS.</summary>
    /// <value>The default value is false.</value>
    public bool AllowHttp { get; set; }

    /// <summary>How far clocks may differ.</summary>
    /// <value>The default value is 30 seconds.</value>
    [Range(0, 300)]
    public int ClockSkewSeconds { get; set; } = 30;

    /// <summary>Claims that say what a user may do; a step into an object is written with a slash, such as "realm_access/roles".</summary>
    /// <value>The default value is scope, scp and roles.</value>
    public IList<string> Claims { get; } = [];

    /// <summary>Which of their values give which scope.</summary>
    /// <value>The default value is extractor.read, extractor.submit, extractor.review and extractor.admin.</value>
    public IList<OidcScope> Scopes { get; } = [];

    /// <summary>Whether tokens are taken at all.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Authority) || !string.IsNullOrEmpty(JwksFile);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (OidcScope scope in Scopes.Where(scope => string.IsNullOrWhiteSpace(scope.Value) || scope.Read() == KeyScopes.None))
        {
            yield return new ValidationResult($"'{scope.Value}: {scope.Scope}' is no scope of Extractor:Oidc: read, submit, review or admin.", [nameof(Scopes)]);
        }

        if (!IsOn)
        {
            yield break;
        }

        // Without it a token made for any other service would do.
        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return new ValidationResult("Tokens need an audience (Extractor:Oidc:Audience).", [nameof(Audience)]);
        }

        if (!string.IsNullOrEmpty(JwksFile))
        {
            if (string.IsNullOrWhiteSpace(Issuer ?? Authority))
            {
                yield return new ValidationResult("Keys from a file need an issuer (Extractor:Oidc:Issuer).", [nameof(Issuer)]);
            }

            if (IssuerKeys.Problem(JwksFile) is { } problem)
            {
                yield return new ValidationResult(problem, [nameof(JwksFile)]);
            }
        }
        else if (!Uri.TryCreate(Authority, UriKind.Absolute, out Uri? authority) || (authority.Scheme != Uri.UriSchemeHttps && !AllowHttp))
        {
            yield return new ValidationResult($"'{Authority}' is no https:// address of an issuer (Extractor:Oidc:Authority).", [nameof(Authority)]);
        }
    }
}

/// <summary>A value of a claim and the scope it gives.</summary>
public sealed class OidcScope
{
    /// <summary>The value.</summary>
    public string Value { get; set; } = "";

    /// <summary>read, submit, review or admin.</summary>
    public string Scope { get; set; } = "";

    internal KeyScopes Read() => ContractWords.TryParse(Scope, out KeyScopes scope) ? scope : KeyScopes.None;
}
