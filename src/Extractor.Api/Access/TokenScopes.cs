using System.Security.Claims;
using System.Text.Json;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Access;

/// <summary>Finds out from the claims of a token what its user may do here.</summary>
internal sealed class TokenScopes(IOptions<OidcOptions> options)
{
    private static readonly string[] UsualClaims = ["scope", "scp", "roles"];

    private static readonly Dictionary<string, KeyScopes> UsualScopes = new(StringComparer.Ordinal)
    {
        ["extractor.read"] = KeyScopes.Read,
        ["extractor.submit"] = KeyScopes.Submit,
        ["extractor.review"] = KeyScopes.Review,
        ["extractor.admin"] = KeyScopes.Admin,
    };

    private readonly string[][] _claims = [.. (options.Value.Claims is { Count: > 0 } named ? named : UsualClaims).Select(claim => claim.Split('/'))];

    private readonly ILookup<string, KeyScopes> _scopes = options.Value.Scopes.Count > 0
        ? options.Value.Scopes.ToLookup(scope => scope.Value, scope => scope.Read(), StringComparer.Ordinal)
        : UsualScopes.ToLookup(scope => scope.Key, scope => scope.Value, StringComparer.Ordinal);

    public KeyScopes Of(IEnumerable<Claim> claims)
    {
        Claim[] all = [.. claims];
        return _claims.SelectMany(path => all.Where(claim => claim.Type == path[0]).SelectMany(claim => ValuesOf(claim.Value, path.AsMemory(1))))
            .SelectMany(value => _scopes[value]).Aggregate(KeyScopes.None, (sum, scope) => sum | scope);
    }

    // "scope" is one text with blanks (RFC 8693); lists come as one claim for each value; objects as their JSON. A value with blanks can be mapped whole too.
    private static IEnumerable<string> ValuesOf(string value, ReadOnlyMemory<string> path) =>
        path.IsEmpty ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(value).Distinct(StringComparer.Ordinal) : Inside(value, path.Span);

    private static List<string> Inside(string json, ReadOnlySpan<string> path)
    {
        var values = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement place = document.RootElement;
            foreach (string step in path)
            {
                if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(step, out place))
                {
                    return values;
                }
            }

            values.AddRange((place.ValueKind == JsonValueKind.Array ? place.EnumerateArray() : Enumerable.Repeat(place, 1))
                .Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString()!));
        }
        catch (JsonException)
        {
            // A claim of another form says nothing.
        }

        return values;
    }
}
