using System.Collections.Immutable;

namespace Extractor.Layout;

/// <summary>A table under construction: parts of following pages are added to it until another table begins.</summary>
internal sealed class TableDraft
{
    private readonly PageTable _first;
    private readonly List<DraftCell> _cells = [];
    private readonly List<List<PageArea>> _rows = [];
    private List<double> _edges;
    private PageTable _last;
    private DraftCell[] _lastRow = [];
    private int _headerRows;

    /// <summary>Starts a table.</summary>
    public TableDraft(PageTable first)
    {
        _first = first;
        _last = first;
        _edges = [.. first.ColumnEdges];
        Append(first, ColumnMapping.Identity(first), firstRow: 0, joinsRow: false);
    }

    /// <summary>The part added last.</summary>
    public PageTable Last => _last;

    /// <summary>Adds a part that continues the table.</summary>
    /// <returns>False if the part is a table of its own; nothing is changed then.</returns>
    public bool TryContinue(PageTable next)
    {
        int header = HeaderRepetition.Count(_first, next);
        if (ColumnMapping.Find(_edges, next, header > 0) is not { } mapping
            || (header == 0 && HeaderRepetition.LooksLikeHeader(next)))
        {
            return false;
        }

        HeaderRepetition.RemoveOverflow(_first, next, header);
        Remap(mapping);
        _headerRows = Math.Max(_headerRows, header);
        if (header < next.RowCount)
        {
            // Where only the heading found room on the page before, no row of it goes on.
            bool joinsRow = _rows.Count > _headerRows && RowContinuation.IsCut(_lastRow, _last, next, header, mapping);
            Append(next, mapping, header, joinsRow);
        }

        _last = next;
        return true;
    }

    /// <summary>The finished table.</summary>
    public TableBlock Build(PlacedTextBuilder text)
    {
        _cells.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new TableBlock(
            _rows.Count, _edges.Count - 1,
            [.. _cells.Select(cell => new TableCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, text.OfCell(cell.Lines), [.. cell.Nested.Select(table => new TableDraft(table).Build(text))]))],
            _headerRows,
            [.. _rows.Select(static areas => areas.ToImmutableArray())]);
    }

    private void Append(PageTable part, ColumnMapping mapping, int firstRow, bool joinsRow)
    {
        int offset = _rows.Count - firstRow - (joinsRow ? 1 : 0);
        for (int row = firstRow; row < part.RowCount; row++)
        {
            var box = new Models.Box(part.ColumnEdges[0], part.RowEdges[row], part.ColumnEdges[^1], part.RowEdges[row + 1]);
            var area = new PageArea(part.Page, part.Turn.Undo(box));
            if (row + offset < _rows.Count)
            {
                _rows[row + offset].Add(area);
            }
            else
            {
                _rows.Add([area]);
            }
        }

        var lastRow = new DraftCell[_edges.Count - 1];
        foreach (PageCell cell in part.Cells)
        {
            if (cell.Row < firstRow)
            {
                continue;
            }

            DraftCell placed = Place(cell, mapping, offset, cell.Row == firstRow && (firstRow + offset > 0 || joinsRow), joinsRow);
            if (cell.Row + cell.RowSpan == part.RowCount)
            {
                Array.Fill(lastRow, placed, placed.Column, placed.ColumnSpan);
            }
        }

        _lastRow = lastRow;
    }

    private DraftCell Place(PageCell cell, ColumnMapping mapping, int offset, bool isFirstRow, bool joinsRow)
    {
        (int column, int span) = mapping.Columns(cell);
        if (isFirstRow && _lastRow.Length > column && _lastRow[column] is { } above && above.Column == column && above.ColumnSpan == span)
        {
            if (joinsRow)
            {
                above.Lines.AddRange(cell.Lines);
                above.Nested.AddRange(cell.Nested);
                above.RowSpan += cell.RowSpan - 1;
                return above;
            }

            if (RowContinuation.IsSpanContinued(above, cell))
            {
                above.Lines.AddRange(cell.Lines);
                above.Nested.AddRange(cell.Nested);
                above.RowSpan += cell.RowSpan;
                return above;
            }
        }

        var placed = new DraftCell(cell.Row + offset, column, cell.RowSpan, span, [.. cell.Lines]);
        placed.Nested.AddRange(cell.Nested);
        _cells.Add(placed);
        return placed;
    }

    private void Remap(ColumnMapping mapping)
    {
        if (mapping.Edges.Count == _edges.Count)
        {
            return;
        }

        int[] places = mapping.Places(_edges);
        foreach (DraftCell cell in _cells)
        {
            int end = places[cell.Column + cell.ColumnSpan];
            cell.Column = places[cell.Column];
            cell.ColumnSpan = end - cell.Column;
        }

        var lastRow = new DraftCell[mapping.Edges.Count - 1];
        foreach (DraftCell cell in _lastRow.Distinct())
        {
            Array.Fill(lastRow, cell, cell.Column, cell.ColumnSpan);
        }

        _lastRow = lastRow;
        _edges = mapping.Edges;
    }
}

/// <summary>A cell of a <see cref="TableDraft"/>.</summary>
internal sealed class DraftCell(int row, int column, int rowSpan, int columnSpan, List<TextLine> lines)
{
    /// <summary>First row.</summary>
    public int Row { get; } = row;

    /// <summary>First column.</summary>
    public int Column { get; set; } = column;

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; set; } = rowSpan;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; set; } = columnSpan;

    /// <summary>Its lines, from one page or several.</summary>
    public List<TextLine> Lines { get; } = lines;

    /// <summary>Tables inside it.</summary>
    public List<PageTable> Nested { get; } = [];
}
