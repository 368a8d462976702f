namespace Extractor.Storage;

/// <summary>Where originals are kept in an S3-compatible store.</summary>
public sealed class S3Options
{
    /// <summary>The bucket; null keeps originals as files in the data directory.</summary>
    public string? Bucket { get; set; }

    /// <summary>Address of the store; null for Amazon's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Region requests are signed for.</summary>
    /// <value>The default value is "us-east-1", which stores other than Amazon's usually take.</value>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Id of the key; null takes what the machine provides (environment, instance role).</summary>
    public string? AccessKey { get; set; }

    /// <summary>The key; set it by environment, not in a file others can read.</summary>
    public string? SecretKey { get; set; }

    /// <summary>What names of objects begin with.</summary>
    /// <value>The default value is "originals/".</value>
    public string Prefix { get; set; } = "originals/";

    /// <summary>Whether the bucket is a part of the path and not of the host name.</summary>
    /// <value>The default value is true, as most stores other than Amazon's need.</value>
    public bool PathStyle { get; set; } = true;
}
