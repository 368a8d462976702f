using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>A row of cells with the grid columns they cover.</summary>
internal sealed class GridRow
{
    private readonly List<GridCell> _cells = [];

    /// <summary>Cells from left to right.</summary>
    public IReadOnlyList<GridCell> Cells => _cells;

    /// <summary>Grid columns up to the end of the last cell.</summary>
    public int Width { get; private set; }

    /// <summary>Leaves grid columns free.</summary>
    public void Skip(int columns) => Width = Saturate(Width + (long)Math.Max(0, columns));

    /// <summary>Adds a cell.</summary>
    public void Add(CellSpan span, PlacedText text, ImmutableArray<TableBlock> nested)
    {
        int end = Saturate(Width + (long)span.Columns);
        if (span.IsContinued && _cells.Count > 0)
        {
            // The text of a swallowed cell is not shown.
            _cells[^1] = _cells[^1] with { End = end };
        }
        else
        {
            _cells.Add(new GridCell(Width, end, span.Vertical, text, nested));
        }

        Width = end;
    }

    private static int Saturate(long width) => (int)Math.Min(width, int.MaxValue);
}

/// <summary>A cell on the grid.</summary>
/// <param name="Column">First grid column.</param>
/// <param name="End">Grid column after the last.</param>
/// <param name="Vertical">Its part in a merge over rows.</param>
/// <param name="Text">Its text.</param>
/// <param name="Nested">Tables inside it.</param>
internal sealed record GridCell(int Column, int End, VerticalMerge Vertical, PlacedText Text, ImmutableArray<TableBlock> Nested);
