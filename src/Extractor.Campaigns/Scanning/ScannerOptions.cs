using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Extractor.Campaigns.Scanning;

/// <summary>The virus scanner that files pass before anything of them is stored or read. Bound to the section "Extractor:Scanner" of the settings.</summary>
public sealed class ScannerOptions : IValidatableObject
{
    /// <summary>Where a clamd listens: the full path of its socket, or its host and port.</summary>
    /// <value>None by default: nothing is scanned.</value>
    public string? Address { get; set; }

    /// <summary>Longest time until a file has its verdict, waiting for other scans included.</summary>
    /// <value>The default value is 60 seconds.</value>
    [Range(0.05, 3600)]
    public double TimeoutSeconds { get; set; } = 60;

    /// <summary>Files that are scanned at once; others wait.</summary>
    /// <value>The default value is 4.</value>
    [Range(1, 1_000)]
    public int MaxAtOnce { get; set; } = 4;

    /// <summary>Tries of a file in the folder of a campaign that gets no verdict from a scanner that is there; then it is set aside.</summary>
    /// <value>The default value is 3.</value>
    [Range(1, 100)]
    public int MaxTries { get; set; } = 3;

    /// <summary>Whether files are scanned.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Address);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !TryReadAddress(out _))
        {
            yield return new ValidationResult($"'{Address}' is neither the full path of a socket nor a host and port.", [nameof(Address)]);
        }
    }

    /// <summary>Reads the address; false where it is none.</summary>
    internal bool TryReadAddress(out EndPoint? address)
    {
        address = null;
        string text = (Address ?? "").Trim();
        if (Path.IsPathFullyQualified(text))
        {
            // sockaddr_un of Linux has 108 bytes (unix(7)).
            address = System.Text.Encoding.UTF8.GetByteCount(text) < 108 ? new System.Net.Sockets.UnixDomainSocketEndPoint(text) : null;
        }
        else if (Uri.TryCreate($"tcp://{text}", UriKind.Absolute, out Uri? place) && place is { Port: > 0, PathAndQuery: "" or "/", UserInfo: "" } && text.EndsWith($":{place.Port}", StringComparison.Ordinal))
        {
            address = IPAddress.TryParse(place.DnsSafeHost, out IPAddress? number) ? new IPEndPoint(number, place.Port) : new DnsEndPoint(place.DnsSafeHost, place.Port);
        }

        return address is not null;
    }
}
