using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>A printed row number.</summary>
/// <param name="Style">Digits or letters.</param>
/// <param name="Parts">Its parts, such as 3, 3, 1.</param>
internal readonly record struct RowNumber(NumberStyle Style, ImmutableArray<int> Parts)
{
    /// <summary>Number of parts.</summary>
    public int Depth => Parts.Length;

    /// <summary>The last part.</summary>
    public int Last => Parts[^1];

    /// <summary>Whether both count the same thing: same style, depth and leading parts.</summary>
    public bool IsSiblingOf(RowNumber other) =>
        Style == other.Style && Depth == other.Depth && Parts.AsSpan()[..^1].SequenceEqual(other.Parts.AsSpan()[..^1]);

    /// <summary>Whether this counts the first thing below the other.</summary>
    public bool IsFirstChildOf(RowNumber other) =>
        Last == 1 && Style == other.Style && Depth == other.Depth + 1 && Parts.AsSpan()[..^1].SequenceEqual(other.Parts.AsSpan());
}

/// <summary>What a row number is written in.</summary>
internal enum NumberStyle
{
    /// <summary>Digits.</summary>
    Arabic,

    /// <summary>Roman numerals.</summary>
    Roman,

    /// <summary>Capital letters.</summary>
    Upper,

    /// <summary>Small letters.</summary>
    Lower,
}
