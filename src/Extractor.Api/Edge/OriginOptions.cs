using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Extractor.Api.Edge;

/// <summary>Who else stands between a client and the service. Bound to the section "Extractor:Origins" of the settings.</summary>
public sealed class OriginOptions : IValidatableObject
{
    /// <summary>Origins whose pages may use the service from a browser (CORS), such as "https://reports.example.vn".</summary>
    /// <value>The default value is none.</value>
    public IList<string> Allowed { get; } = [];

    /// <summary>Addresses or networks of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    /// <value>The default value is none.</value>
    public IList<string> TrustedProxies { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Allowed
        .Where(origin => !IsOrigin(origin))
        .Select(origin => new ValidationResult($"'{origin}' is no origin such as https://reports.example.vn.", [nameof(Allowed)]))
        .Concat(TrustedProxies.Where(proxy => NetworkOf(proxy) is null)
            .Select(proxy => new ValidationResult($"'{proxy}' is no address or network.", [nameof(TrustedProxies)])));

    /// <summary>The network a setting names, an address being one of its own; null where it names none.</summary>
    internal static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && uri.GetLeftPart(UriPartial.Authority) == text && uri.UserInfo.Length == 0;
}
