using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingest.Text;

/// <summary>Collects the cells of a table row by row where cells may span rows and columns; no two cover the same place.</summary>
internal sealed class SpannedGrid(TextOptions options)
{
    private const int FewestRows = 2;

    private readonly List<(int Row, int Column, int RowSpan, int ColumnSpan, string Text)> _cells = [];
    private readonly List<int> _coveredTo = [];
    private int _row = -1;
    private int _column;
    private int _width;
    private int _headerRows;

    /// <summary>Starts the next row.</summary>
    public void StartRow()
    {
        if (_row + 1 >= options.MaxTableRows)
        {
            throw TextLimit.TableRows(options.MaxTableRows);
        }

        _row++;
        _column = 0;
    }

    /// <summary>Starts a cell at the next free place of the row.</summary>
    public void StartCell(int rowSpan, int columnSpan)
    {
        if (_row < 0)
        {
            StartRow();
        }

        while (IsCovered(_column))
        {
            _column++;
        }

        if (columnSpan > options.MaxTableColumns || _column + columnSpan > options.MaxTableColumns)
        {
            throw TextLimit.TableColumns(options.MaxTableColumns);
        }

        int width = 1;
        while (width < columnSpan && !IsCovered(_column + width))
        {
            width++;
        }

        // Whoever spans more rows than may follow reaches to the end.
        int height = Math.Min(rowSpan, options.MaxTableRows - _row);
        for (int i = _column; i < _column + width; i++)
        {
            while (_coveredTo.Count <= i)
            {
                _coveredTo.Add(-1);
            }

            _coveredTo[i] = _row + height - 1;
        }

        _cells.Add((_row, _column, height, width, ""));
        _column += width;
        _width = Math.Max(_width, _column);
    }

    /// <summary>Gives the cell started last its text; nothing happens if there is none.</summary>
    public void SetText(StringBuilder? text)
    {
        if (text is not null && _cells.Count > 0)
        {
            string[] lines = [.. text.ToString().Split('\n').Select(static line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
            _cells[^1] = _cells[^1] with { Text = string.Join('\n', lines.Where(static line => line.Length > 0)) };
        }
    }

    /// <summary>The rows so far are header.</summary>
    public void EndHeader() => _headerRows = _row + 1;

    /// <summary>The table; null if it has less than two rows or columns.</summary>
    public TableBlock? Build() => _row + 1 < FewestRows || _width < 2
        ? null
        : new TableBlock(
            _row + 1, _width,
            [.. _cells.Select(c => new TableCell(c.Row, c.Column, Math.Min(c.RowSpan, _row + 1 - c.Row), c.ColumnSpan, new PlacedText(c.Text), ImmutableArray<TableBlock>.Empty))],
            Math.Min(_headerRows, _row + 1));

    private bool IsCovered(int column) => column < _coveredTo.Count && _coveredTo[column] >= _row;
}
