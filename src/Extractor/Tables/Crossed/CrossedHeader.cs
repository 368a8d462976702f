using System.Collections.Immutable;

namespace Extractor.Tables.Crossed;

/// <summary>The header of a table whose columns may be indicators.</summary>
/// <param name="EndRow">First row below the header.</param>
/// <param name="Number">Column of running numbers; -1 if there is none.</param>
/// <param name="Items">Columns that name the item, outermost first; the last one is the label.</param>
/// <param name="Note">Column of notes; -1 if there is none.</param>
/// <param name="Dimensions">Dimensions that the heading of the labels names, the outermost first; empty where it names none.</param>
/// <param name="Figures">Columns of figures from left to right.</param>
/// <param name="Texts">Squeezed texts of the header rows by row and column, to recognise repetitions.</param>
internal sealed record CrossedHeader(
    int EndRow, int Number, ImmutableArray<int> Items, int Note, ImmutableArray<string> Dimensions, ImmutableArray<FigureColumn> Figures,
    ImmutableArray<ImmutableArray<string>> Texts)
{
    /// <summary>Column of the labels.</summary>
    public int Label => Items[^1];
}

/// <summary>A column of figures.</summary>
/// <param name="Column">Index in the grid.</param>
/// <param name="Path">Header texts over it from top to bottom.</param>
/// <param name="Siblings">For a column of totals, the texts of the columns or groups of columns beside it that it sums up.</param>
internal sealed record FigureColumn(int Column, ImmutableArray<string> Path, ImmutableArray<string> Siblings);
