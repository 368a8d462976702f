using System.Globalization;
using System.Security.Claims;
using Extractor.Storage;

namespace Extractor.Api.Access;

/// <summary>Who sends a request, however that was found out: an id for the history, and what they may do.</summary>
internal static class Visitor
{
    private const string ScopesClaim = "scopes";

    public static ClaimsPrincipal Of(string scheme, string? id, KeyScopes scopes)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ScopesClaim, ((int)scopes).ToString(CultureInfo.InvariantCulture)));
        if (id is not null)
        {
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, id));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Id of the key, or of the token's subject, a request came with; null where none was needed.</summary>
    public static string? KeyId(this HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>What a user may do.</summary>
    public static KeyScopes ScopesOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ScopesClaim), NumberStyles.None, CultureInfo.InvariantCulture, out int scopes) ? (KeyScopes)scopes : KeyScopes.None;
}
