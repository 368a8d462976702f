namespace Extractor.Ingest.Text;

/// <summary>Words that make up one cell.</summary>
/// <param name="Kind">Its column.</param>
/// <param name="Start">First word.</param>
/// <param name="Length">Number of words.</param>
/// <param name="StartsRow">Whether a row begins with it.</param>
/// <param name="GoesOn">Whether it goes on a cell of the row that a page break cut.</param>
internal readonly record struct CellSpan(CellKind Kind, int Start, int Length, bool StartsRow, bool GoesOn)
{
    /// <summary>The word behind it.</summary>
    public int End => Start + Length;
}
