using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>
/// Turns rows of cells into a grid without overlaps. Word tolerates any nonsense (merges that continue nothing, rows of different length,
/// spans beyond the edge), so this does too: each cell lands somewhere and covers its positions alone.
/// </summary>
internal sealed class TableGrid(DocxOptions options)
{
    private readonly List<GridRow> _rows = [];
    private int _headerRows;

    /// <summary>Adds the next row.</summary>
    public void Add(GridRow row, bool isHeader)
    {
        if (_rows.Count >= options.MaxTableRows)
        {
            throw DocxLimit.TableRows(options.MaxTableRows);
        }

        if (row.Width > options.MaxTableColumns)
        {
            throw DocxLimit.TableColumns(options.MaxTableColumns);
        }

        _rows.Add(row);
        _headerRows += isHeader ? 1 : 0;
    }

    /// <summary>The table; null if it has no cells.</summary>
    public TableBlock? Build()
    {
        int[] columns = UsedColumns(out int columnCount);
        if (columnCount == 0)
        {
            return null;
        }

        if ((long)_rows.Count * columnCount > options.MaxTablePositions)
        {
            throw DocxLimit.TablePositions(options.MaxTablePositions);
        }

        return new TableBlock(_rows.Count, columnCount, Merge(columns, columnCount), _headerRows);
    }

    // Programs leave grid lines at which no cell begins; without them the columns are those a reader sees.
    private int[] UsedColumns(out int count)
    {
        int width = _rows.Count == 0 ? 0 : _rows.Max(r => r.Width);
        var isUsed = new bool[width + 1];
        foreach (GridCell cell in _rows.SelectMany(r => r.Cells))
        {
            isUsed[cell.Column] = true;
            isUsed[cell.End] = true;
        }

        var columns = new int[width + 1];
        int next = 0;
        for (int i = 0; i <= width; i++)
        {
            columns[i] = next;
            next += isUsed[i] ? 1 : 0;
        }

        // The last line is the right edge; an unused left edge (all rows indented) must not make a column either.
        count = Math.Max(0, next - 1);
        return columns;
    }

    private ImmutableArray<TableCell> Merge(int[] columns, int columnCount)
    {
        var cells = new List<TableCell>();
        var above = new int[columnCount];
        Array.Fill(above, -1);
        for (int row = 0; row < _rows.Count; row++)
        {
            var current = new int[columnCount];
            Array.Fill(current, -1);
            foreach (GridCell cell in _rows[row].Cells)
            {
                int column = columns[cell.Column];
                int span = columns[cell.End] - column;
                int origin = above[column];
                if (cell.Vertical == VerticalMerge.Continue && origin >= 0
                    && cells[origin].Column == column && cells[origin].ColumnSpan == span)
                {
                    cells[origin] = cells[origin] with { RowSpan = row - cells[origin].Row + 1 };
                }
                else
                {
                    origin = cells.Count;
                    cells.Add(new TableCell(row, column, 1, span, cell.Text, cell.Nested));
                }

                current[column] = cell.Vertical == VerticalMerge.None ? -1 : origin;
            }

            above = current;
        }

        return [.. cells];
    }
}
