using System.ComponentModel.DataAnnotations;

namespace Extractor.Api;

/// <summary>What one request may cost. Bound to the section "Extractor" of the settings.</summary>
public sealed class ApiOptions
{
    /// <summary>Largest file that is taken.</summary>
    /// <value>The default value is 50 MiB.</value>
    [Range(1, 1L << 30)]
    public long MaxFileBytes { get; set; } = 50L << 20;

    /// <summary>Most pages a file may have.</summary>
    /// <value>The default value is 2,000.</value>
    [Range(1, 20_000)]
    public int MaxPages { get; set; } = 2_000;

    /// <summary>Longest time a client may take to send its file.</summary>
    /// <value>The default value is 60 seconds.</value>
    [Range(0.05, 3600)]
    public double MaxUploadSeconds { get; set; } = 60;

    /// <summary>Requests that may wait or send their file while every worker reads another; one more is told to come back later.</summary>
    /// <value>The default value is 16.</value>
    [Range(0, 10_000)]
    public int MaxWaiting { get; set; } = 16;

    /// <summary>Requests that may wait beyond <see cref="MaxWaiting"/> because they are small: one report must not be sent away for a crowd of archives.</summary>
    /// <value>The default value is 8.</value>
    [Range(0, 10_000)]
    public int MaxWaitingSmall { get; set; } = 8;

    /// <summary>Most bytes of a small request.</summary>
    /// <value>The default value is 256 KiB.</value>
    [Range(1, 1L << 30)]
    public long SmallBytes { get; set; } = 256 << 10;

    /// <summary>What a client that is sent away is told to wait.</summary>
    /// <value>The default value is 5 seconds.</value>
    [Range(1, 3600)]
    public int RetryAfterSeconds { get; set; } = 5;
}
