namespace Extractor.Storage.Model;

/// <summary>An owner has a content stored, however often it came.</summary>
internal sealed class HoldingRow
{
    /// <summary>Id of a key, or the subject of a token.</summary>
    public required string Owner { get; set; }

    public required string Sha256 { get; set; }

    public long Bytes { get; set; }
}

/// <summary>The sum of an owner's holdings.</summary>
internal sealed class OwnerRow
{
    public required string Owner { get; set; }

    public long Files { get; set; }

    public long Bytes { get; set; }
}
