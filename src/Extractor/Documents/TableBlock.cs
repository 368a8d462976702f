using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor;

/// <summary>A table: a grid of rows and columns that its cells cover without overlap. A table that runs over pages is one block.</summary>
public sealed class TableBlock : Block
{
    private readonly TableCell?[] _grid;

    /// <summary>Builds a table.</summary>
    /// <param name="rowCount">Rows of the grid.</param>
    /// <param name="columnCount">Columns of the grid.</param>
    /// <param name="cells">Cells in reading order.</param>
    /// <param name="headerRowCount">Leading rows the file itself marks, or the layout recognises by repetition, as header; 0 if unknown.</param>
    /// <param name="rowAreas">Where each row stands, one area a page it touches; empty for formats without pages.</param>
    /// <exception cref="ArgumentException">A cell overlaps another or the edge of the grid.</exception>
    public TableBlock(
        int rowCount, int columnCount, ImmutableArray<TableCell> cells, int headerRowCount = 0,
        ImmutableArray<ImmutableArray<PageArea>> rowAreas = default)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        Cells = cells;
        HeaderRowCount = headerRowCount;
        RowAreas = rowAreas.IsDefault ? [] : rowAreas;
        _grid = new TableCell?[checked(rowCount * columnCount)];
        foreach (TableCell cell in cells)
        {
            Place(cell);
        }
    }

    /// <summary>Rows of the grid.</summary>
    public int RowCount { get; }

    /// <summary>Columns of the grid.</summary>
    public int ColumnCount { get; }

    /// <summary>Cells in reading order.</summary>
    public ImmutableArray<TableCell> Cells { get; }

    /// <summary>Leading rows known to be header; 0 if unknown.</summary>
    public int HeaderRowCount { get; }

    /// <summary>Where each row stands; empty for formats without pages.</summary>
    public ImmutableArray<ImmutableArray<PageArea>> RowAreas { get; }

    /// <summary>The cell that covers a position, so that callers never see spans; null where no cell does.</summary>
    public TableCell? this[int row, int column] => _grid[(row * ColumnCount) + column];

    private void Place(TableCell cell)
    {
        if (cell.Row < 0 || cell.Column < 0 || cell.RowSpan < 1 || cell.ColumnSpan < 1
            || cell.Row + cell.RowSpan > RowCount || cell.Column + cell.ColumnSpan > ColumnCount)
        {
            throw new ArgumentException($"The cell at row {cell.Row}, column {cell.Column} leaves the grid.", nameof(cell));
        }

        for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                ref TableCell? place = ref _grid[(row * ColumnCount) + column];
                if (place is not null)
                {
                    throw new ArgumentException($"Cells overlap at row {row}, column {column}.", nameof(cell));
                }

                place = cell;
            }
        }
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Row">First row it covers, from 0.</param>
/// <param name="Column">First column it covers, from 0.</param>
/// <param name="RowSpan">Rows it covers.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
/// <param name="Text">Its text; wrapped lines joined by a space, paragraphs and list items by a line feed.</param>
/// <param name="Nested">Tables inside the cell; their text is not part of <paramref name="Text"/>.</param>
public sealed record TableCell(
    int Row, int Column, int RowSpan, int ColumnSpan, PlacedText Text, ImmutableArray<TableBlock> Nested)
{
    /// <summary>A cell of one row and column.</summary>
    public TableCell(int row, int column, PlacedText text)
        : this(row, column, 1, 1, text, [])
    {
    }

    /// <summary>Why the reader is not sure that this text, and no other, stands in this cell; null where nothing speaks against it.</summary>
    internal LocalText? Doubt { get; init; }
}
