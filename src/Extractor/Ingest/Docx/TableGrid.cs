using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>
/// Turns rows of cells into a grid without overlaps. Word tolerates any nonsense (merges that continue nothing, rows of different length,
/// spans beyond the edge), so this does too: each cell lands somewhere and covers its positions alone.
/// </summary>
internal sealed class TableGrid(DocxOptions options)
{
    // 2.5 mm: no column of text is narrower.
    private const long Hair = 142;

    private readonly List<GridRow> _rows = [];
    private readonly List<long> _edges = [0];
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

    /// <summary>Takes up the width of the next grid column, in twentieths of a point.</summary>
    public void AddColumn(int width)
    {
        if (_edges.Count > options.MaxTableColumns)
        {
            throw DocxLimit.TableColumns(options.MaxTableColumns);
        }

        _edges.Add(_edges[^1] + Math.Max(0, width));
    }

    // Programs leave grid lines at which no cell begins, and a column dragged by hand leaves two lines a hair apart, one for the rows above and
    // one for those below. Without them the columns are those a reader sees.
    private int[] UsedColumns(out int columnCount)
    {
        int width = _rows.Count == 0 ? 0 : _rows.Max(r => r.Width);
        var isUsed = new bool[width + 1];
        var startsAt = new int[width + 1];
        foreach (GridCell cell in _rows.SelectMany(r => r.Cells))
        {
            isUsed[cell.Column] = true;
            isUsed[cell.End] = true;
            startsAt[cell.End] = Math.Max(startsAt[cell.End], cell.Column);
        }

        var columns = new int[width + 1];
        int next = -1;
        int first = 0;
        for (int i = 0; i <= width; i++)
        {
            // A line joins the one before if they are a hair apart, unless a cell fits between them.
            bool isSame = next >= 0 && isUsed[i] && startsAt[i] < first && IsHair(first, i);
            if (isUsed[i] && !isSame)
            {
                next++;
                first = i;
            }

            columns[i] = Math.Max(next, 0);
        }

        columnCount = Math.Max(0, next);
        return columns;
    }

    private bool IsHair(int from, int to) =>
        to < _edges.Count && _edges[to] > _edges[from] && _edges[to] - _edges[from] < Hair;

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
