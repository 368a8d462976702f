using System.ComponentModel.DataAnnotations;

namespace Extractor.Storage;

/// <summary>What one key, or one subject of tokens, may have stored in all. Bound to the section "Extractor:Quotas" of the settings.</summary>
public sealed class QuotaOptions
{
    /// <summary>Files of a key that was made without a number of its own.</summary>
    /// <value>The default value is 10,000,000.</value>
    [Range(1, long.MaxValue)]
    public long MaxFiles { get; set; } = 10_000_000;

    /// <summary>Bytes of a key that was made without a number of its own.</summary>
    /// <value>The default value is 1 TiB.</value>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; set; } = 1L << 40;
}

/// <summary>What a key may have stored in all; null leaves it to <see cref="QuotaOptions"/>.</summary>
/// <param name="MaxFiles">Most files.</param>
/// <param name="MaxBytes">Most bytes.</param>
public sealed record KeyQuota(long? MaxFiles, long? MaxBytes)
{
    /// <summary>Whatever keys usually may.</summary>
    public static KeyQuota Standard { get; } = new(null, null);
}

/// <summary>Files and bytes; the same bytes are one file, however often they came.</summary>
/// <param name="Files">Files.</param>
/// <param name="Bytes">Bytes.</param>
public readonly record struct StoredAmount(long Files, long Bytes);

/// <summary>With these files a key would have more stored than it may; none of them was taken.</summary>
/// <param name="most">What it may have.</param>
/// <param name="asked">What it would have.</param>
public sealed class QuotaExceededException(StoredAmount most, StoredAmount asked)
    : Exception($"{asked.Files} files and {asked.Bytes} bytes would be stored; at most {most.Files} files and {most.Bytes} bytes may be.")
{
    /// <summary>What the key may have.</summary>
    public StoredAmount Most => most;

    /// <summary>What it would have.</summary>
    public StoredAmount Asked => asked;
}
