namespace Extractor.Ingest.Text;

/// <summary>A column of an aligned table with the place of its heading.</summary>
/// <param name="Kind">Which column.</param>
/// <param name="Start">First column of characters of the heading.</param>
/// <param name="End">Column of characters behind the heading.</param>
internal readonly record struct AlignedHeadingColumn(CellKind Kind, int Start, int End)
{
    /// <summary>The middle of the heading.</summary>
    public double Middle => (Start + End) / 2.0;
}
