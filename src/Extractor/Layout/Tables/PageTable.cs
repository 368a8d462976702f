using Extractor.Models;

namespace Extractor.Layout;

/// <summary>The part of a table that stands on one page.</summary>
internal sealed class PageTable
{
    /// <summary>Page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The turn the page was read with.</summary>
    public required PageTurn Turn { get; init; }

    /// <summary>Vertical edges of the columns, from left to right; one more than there are columns.</summary>
    public required List<double> ColumnEdges { get; init; }

    /// <summary>Horizontal edges of the rows, from top to bottom; one more than there are rows.</summary>
    public required List<double> RowEdges { get; init; }

    /// <summary>Cells that cover the grid without overlap, in reading order.</summary>
    public required List<PageCell> Cells { get; init; }

    /// <summary>Whether rules bound the cells; otherwise the rows were inferred from the words.</summary>
    public bool IsRuled { get; init; } = true;

    /// <summary>Lower end of the area the page's body may use.</summary>
    public double BodyBottom { get; set; }

    /// <summary>Number of rows.</summary>
    public int RowCount => RowEdges.Count - 1;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => ColumnEdges.Count - 1;

    /// <summary>Upper end.</summary>
    public double Top => RowEdges[0];

    /// <summary>Lower end.</summary>
    public double Bottom => RowEdges[^1];

    /// <summary>The whole table.</summary>
    public Box Area => new(ColumnEdges[0], Top, ColumnEdges[^1], Bottom);

    /// <summary>One table of a heading and the rows found below it, with the same columns.</summary>
    public static PageTable Stack(PageTable heading, PageTable body)
    {
        List<PageCell> cells = [.. heading.Cells];
        foreach (PageCell cell in body.Cells)
        {
            var moved = new PageCell(cell.Row + heading.RowCount, cell.Column, cell.RowSpan, cell.ColumnSpan) { Lines = cell.Lines };
            moved.Words.AddRange(cell.Words);
            cells.Add(moved);
        }

        return new PageTable
        {
            Page = heading.Page,
            Turn = heading.Turn,
            ColumnEdges = heading.ColumnEdges,
            RowEdges = [.. heading.RowEdges.Take(heading.RowCount), .. body.RowEdges],
            Cells = cells,
            IsRuled = false,
        };
    }

    /// <summary>Turns the words collected in each cell into lines; call once, when all words are in.</summary>
    public void FindLines()
    {
        double padding = double.MaxValue;
        foreach (PageCell cell in Cells)
        {
            cell.Lines = LineFinder.Find(Page, Turn, cell.Words);
            foreach (TextLine line in cell.Lines)
            {
                double space = line.Left - ColumnEdges[cell.Column];
                padding = space > 0 ? Math.Min(padding, space) : padding;
            }
        }

        // The least space left of any text is the padding of the cells: some text is flush left in every table.
        padding = Math.Min(padding, 6);
        foreach (PageCell cell in Cells)
        {
            foreach (TextLine line in cell.Lines)
            {
                line.Room = ColumnEdges[cell.Column + cell.ColumnSpan] - ColumnEdges[cell.Column] - (2 * padding);
            }
        }

        if (!IsRuled)
        {
            FitRooms();
        }
    }

    // Where nothing is drawn, a column is about as wide as its widest line.
    private void FitRooms()
    {
        foreach (IGrouping<int, TextLine> column in Cells.Where(static cell => cell.ColumnSpan == 1)
            .SelectMany(static cell => cell.Lines.Select(line => (cell.Column, line))).GroupBy(static c => c.Column, static c => c.line))
        {
            double width = column.Max(static line => line.Right) - column.Min(static line => line.Left);
            foreach (TextLine line in column)
            {
                line.Room = Math.Min(line.Room, width + (0.2 * line.FontSize));
            }
        }
    }
}

/// <summary>A cell of a <see cref="PageTable"/>.</summary>
internal sealed class PageCell(int row, int column, int rowSpan, int columnSpan)
{
    /// <summary>First row.</summary>
    public int Row { get; } = row;

    /// <summary>First column.</summary>
    public int Column { get; } = column;

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; } = rowSpan;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; } = columnSpan;

    /// <summary>Words whose middle lies in the cell.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>Its lines from top to bottom.</summary>
    public List<TextLine> Lines { get; set; } = [];

    /// <summary>Tables drawn inside it.</summary>
    public List<PageTable> Nested { get; } = [];
}
