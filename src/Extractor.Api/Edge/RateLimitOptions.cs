using System.ComponentModel.DataAnnotations;

namespace Extractor.Api.Edge;

/// <summary>How many requests a second are taken. Bound to the section "Extractor:RateLimits" of the settings.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests a second of one key, or of one token's subject, in the long run.</summary>
    /// <value>The default value is 100.</value>
    [Range(1, 1_000_000)]
    public int KeyPerSecond { get; set; } = 100;

    /// <summary>Requests of one key that may come at once.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 10_000_000)]
    public int KeyBurst { get; set; } = 1000;

    /// <summary>Requests a second of one address without a valid key, in the long run; those with a wrong key are among them.</summary>
    /// <value>The default value is 20.</value>
    [Range(1, 1_000_000)]
    public int AddressPerSecond { get; set; } = 20;

    /// <summary>Such requests of one address that may come at once.</summary>
    /// <value>The default value is 200.</value>
    [Range(1, 10_000_000)]
    public int AddressBurst { get; set; } = 200;
}
