using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingest.Text;

/// <summary>Reads tables drawn with characters: borders of "+" and "-" (grid tables of Markdown) or of box characters, cells of several lines.</summary>
internal static class DrawnTableReader
{
    private const string Corners = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝";
    private const string Across = "-=─═━:";
    private const string Down = "|│║┃";
    private const int FewestRows = 2;

    /// <summary>Reads the table that starts with a line.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">Line of the upper border.</param>
    /// <param name="options">Bounds on rows and columns.</param>
    /// <param name="end">Line behind the table.</param>
    /// <returns>The table, or null if none starts here.</returns>
    public static TableBlock? Read(IReadOnlyList<TextLine> lines, int start, TextOptions options, out int end)
    {
        end = start;
        if (!IsBorder(lines[start].Text))
        {
            return null;
        }

        int[] edges = EdgesOf(lines, start, out int behind);
        if (edges.Length < 3)
        {
            return null;
        }

        if (edges.Length - 1 > options.MaxTableColumns)
        {
            throw TextLimit.TableColumns(options.MaxTableColumns);
        }

        var rows = new List<Cell[]> { NewRow(edges.Length - 1, null, null) };
        int headerRows = 0;
        for (int i = start + 1; i < behind; i++)
        {
            TextLine line = lines[i];
            if (StartsWithAny(line.Text, Corners) || IsPartBorder(line, edges))
            {
                headerRows = line.Text.Contains('=', StringComparison.Ordinal) && headerRows == 0 ? rows.Count : headerRows;
                bool isLast = i + 1 == behind;
                if (isLast)
                {
                    break;
                }

                if (rows.Count == options.MaxTableRows)
                {
                    throw TextLimit.TableRows(options.MaxTableRows);
                }

                rows.Add(NewRow(edges.Length - 1, rows[^1], column => !IsClosed(line, edges[column], edges[column + 1])));
            }
            else
            {
                AddText(rows[^1], line, edges);
            }
        }

        if (rows.Count < FewestRows)
        {
            return null;
        }

        end = behind;
        return Build(rows, headerRows);
    }

    private static bool IsBorder(string text)
    {
        int corners = 0;
        foreach (char c in text)
        {
            if (!Corners.Contains(c, StringComparison.Ordinal) && !Across.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }

            corners += Corners.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return corners >= 2 && StartsWithAny(text, Corners) && text.Length > 2 * corners;
    }

    // All lines that begin with a border or a cell; the corners of all of them are the edges.
    private static int[] EdgesOf(IReadOnlyList<TextLine> lines, int start, out int behind)
    {
        var edges = new SortedSet<int>();
        int indent = lines[start].Indent;
        for (behind = start; behind < lines.Count && !lines[behind].IsBlank && lines[behind].Indent == indent
            && (StartsWithAny(lines[behind].Text, Corners) || StartsWithAny(lines[behind].Text, Down)); behind++)
        {
            string text = lines[behind].Text;
            for (int i = 0; IsBorder(text) && i < text.Length; i++)
            {
                if (Corners.Contains(text[i], StringComparison.Ordinal))
                {
                    edges.Add(indent + i);
                }
            }
        }

        return [.. edges];
    }

    // "|        +------+------+": a border beside a cell that goes on.
    private static bool IsPartBorder(TextLine line, int[] edges)
    {
        for (int column = 0; column + 1 < edges.Length; column++)
        {
            if (IsClosed(line, edges[column], edges[column + 1]) && Corners.Contains(At(line, edges[column]), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClosed(TextLine line, int from, int to)
    {
        for (int at = from + 1; at < to; at++)
        {
            if (!Across.Contains(At(line, at), StringComparison.Ordinal) && !Corners.Contains(At(line, at), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static char At(TextLine line, int position) =>
        position >= line.Indent && position - line.Indent < line.Text.Length ? line.Text[position - line.Indent] : ' ';

    private static bool StartsWithAny(string text, string characters) => text.Length > 0 && characters.Contains(text[0], StringComparison.Ordinal);

    private static Cell[] NewRow(int columns, Cell[]? above, Func<int, bool>? goesOn)
    {
        var row = new Cell[columns];
        for (int column = 0; column < columns; column++)
        {
            row[column] = above is not null && goesOn!(column) ? above[column] : new Cell();
        }

        return row;
    }

    private static void AddText(Cell[] row, TextLine line, int[] edges)
    {
        for (int column = 0; column < row.Length;)
        {
            int end = column + 1;
            while (end < row.Length && !Down.Contains(At(line, edges[end]), StringComparison.Ordinal))
            {
                row[end] = row[column];
                end++;
            }

            int from = Math.Clamp(edges[column] + 1 - line.Indent, 0, line.Text.Length);
            int to = Math.Clamp(edges[end] - line.Indent, from, line.Text.Length);
            string text = line.Text[from..to].Trim();
            if (text.Length > 0)
            {
                row[column].Text.Append(row[column].Text.Length > 0 ? " " : "").Append(text.Replace("**", "", StringComparison.Ordinal));
            }

            column = end;
        }
    }

    private static TableBlock Build(List<Cell[]> rows, int headerRows)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var seen = new HashSet<Cell>();
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                Cell cell = rows[row][column];
                if (!seen.Add(cell))
                {
                    continue;
                }

                int width = 1, height = 1;
                while (column + width < rows[row].Length && rows[row][column + width] == cell)
                {
                    width++;
                }

                while (row + height < rows.Count && Enumerable.Range(column, width).All(c => rows[row + height][c] == cell))
                {
                    height++;
                }

                cells.Add(new TableCell(row, column, height, width, new PlacedText(cell.Text.ToString()), []));
            }
        }

        return new TableBlock(rows.Count, rows[0].Length, cells.ToImmutable(), headerRows);
    }

    /// <summary>A cell while its lines are collected.</summary>
    private sealed class Cell
    {
        public StringBuilder Text { get; } = new();
    }
}
