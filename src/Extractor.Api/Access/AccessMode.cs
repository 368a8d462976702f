using System.Net;
using Extractor.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Access;

/// <summary>
/// Whether the service asks for keys. A new installation that listens on this machine only works without one, for people who just try it;
/// with the first key, or on any other address, nothing goes without.
/// </summary>
internal sealed class AccessMode(IServer server, ApiKeyStore keys, IOptions<OidcOptions> oidc)
{
    private volatile bool _hasKeys;

    /// <summary>Whether every address the service listens on is one of this machine.</summary>
    public bool ListensOnLoopbackOnly =>
        server.Features.Get<IServerAddressesFeature>() is not { Addresses: { Count: > 0 } addresses }
        || addresses.All(address => LoopbackRequest.IsLoopback(BindingAddress.Parse(address).Host));

    /// <summary>Whether no key is asked for.</summary>
    public async ValueTask<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        // An operator who names an issuer wants nobody in without a token.
        if (oidc.Value.IsOn)
        {
            return false;
        }

        // Keys are never removed, only revoked, so the first one ends the open time for good.
        _hasKeys = _hasKeys || await keys.AnyAsync(cancellationToken);
        return !_hasKeys && ListensOnLoopbackOnly;
    }
}

/// <summary>Tells requests of this machine's own users from those that only pass through it.</summary>
internal static class LoopbackRequest
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    /// <summary>
    /// Whether nobody but a program of this machine can have sent it. A proxy of this machine sends for others; a page of another site in a browser of
    /// this machine can send too, and by rebinding its own name to 127.0.0.1 even read, so names and origins must be those of loopback.
    /// </summary>
    public static bool IsOwn(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)
            ? !Forwarding.Any(request.Headers.ContainsKey) && IsLoopback(request.Host.Host) && HasOwnOrigin(request)
            : false;

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static bool HasOwnOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] != "cross-site"
        && (request.Headers.Origin.Count == 0
            || (Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out Uri? origin) && IsLoopback(origin.Host)));
}
