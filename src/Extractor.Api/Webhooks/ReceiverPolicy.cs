using System.Net;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Webhooks;

/// <summary>Decides which receivers may be spoken to. An address is judged at every connection: names can change what they stand for.</summary>
internal sealed class ReceiverPolicy(IOptions<WebhookOptions> options)
{
    private const int MostLength = 2000;

    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <summary>Whether connections to the address may be made.</summary>
    public bool Allows(IPAddress address) =>
        PublicAddress.IsPublic(address) || _allowed.Any(network => network.Contains(PublicAddress.Plain(address)));

    /// <summary>Reads the address of a receiver.</summary>
    /// <returns>The address as it will be used; null where it is none that may be used.</returns>
    public Uri? Read(string? text) =>
        text is { Length: > 0 and <= MostLength } && !text.Any(char.IsControl) && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && Allows(uri) ? uri : null;

    /// <summary>Whether the form of an address is one that may be used; what a name stands for is not asked here.</summary>
    public bool Allows(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && options.Value.AllowHttp))
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && uri.Host.Length > 0
        && (!IPAddress.TryParse(uri.DnsSafeHost, out IPAddress? address) || Allows(address));
}
