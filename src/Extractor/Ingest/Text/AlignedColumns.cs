using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>The borders between columns on one page: the widest strip between two headings that no letter crosses.</summary>
internal sealed class AlignedColumns
{
    private const int CellKinds = 6;
    private readonly ImmutableArray<(CellKind Kind, double Middle)> _columns;
    private readonly double[] _borders;

    /// <summary>Finds the borders.</summary>
    /// <param name="columns">Columns with the middles of their headings.</param>
    /// <param name="lines">Lines of the page.</param>
    public AlignedColumns(ImmutableArray<(CellKind Kind, double Middle)> columns, IReadOnlyList<TextLine> lines)
    {
        _columns = columns;
        _borders = new double[columns.Length - 1];
        int[] crossed = CountLetters(lines, (int)columns[^1].Middle + 2);
        for (int i = 0; i < _borders.Length; i++)
        {
            _borders[i] = FindBorder(crossed, (int)columns[i].Middle, (int)columns[i + 1].Middle, columns[i].Kind == CellKind.Number);
        }
    }

    /// <summary>Cuts a line; a word belongs to the column its middle lies in.</summary>
    public string[] Cut(TextLine line)
    {
        var cells = new string[CellKinds];
        Array.Fill(cells, "");
        string text = line.Text;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                ref string cell = ref cells[(int)KindAt(line.Indent + ((start + end) / 2.0))];
                cell = cell.Length == 0 ? text[start..end] : cell + " " + text[start..end];
            }

            start = end + 1;
        }

        return MoveLabelOutOfNumber(cells);
    }

    // "3.3.1 Số" | "lượng": a label that begins right behind its number.
    private static string[] MoveLabelOutOfNumber(string[] cells)
    {
        string number = cells[(int)CellKind.Number];
        int space = number.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && Numbering.Parse(number.AsSpan(0, space)) is { Style: NumberStyle.Arabic or NumberStyle.Roman } && Numbering.Parse(number.AsSpan(space + 1)) is null)
        {
            cells[(int)CellKind.Number] = number[..space];
            cells[(int)CellKind.Label] = $"{number[(space + 1)..]} {cells[(int)CellKind.Label]}".TrimEnd();
        }

        return cells;
    }

    private CellKind KindAt(double column)
    {
        int i = 0;
        while (i < _borders.Length && column >= _borders[i])
        {
            i++;
        }

        return _columns[i].Kind;
    }

    private static int[] CountLetters(IReadOnlyList<TextLine> lines, int width)
    {
        var counts = new int[width];
        foreach (TextLine line in lines)
        {
            for (int i = 0; i < line.Text.Length && line.Indent + i < width; i++)
            {
                counts[line.Indent + i] += line.Text[i] == ' ' ? 0 : 1;
            }
        }

        return counts;
    }

    // Numbers stand flush with their border, labels with theirs: of equally clear strips the first counts there, elsewhere the widest.
    private static double FindBorder(int[] crossed, int from, int to, bool takeFirst)
    {
        int fewest = crossed.AsSpan()[from..to].ToArray().DefaultIfEmpty(0).Min();
        int bestStart = (from + to) / 2, bestLength = 0;
        for (int i = from; i < to;)
        {
            int start = i;
            while (i < to && crossed[i] == fewest)
            {
                i++;
            }

            if (i - start > bestLength && !(takeFirst && bestLength > 0))
            {
                (bestStart, bestLength) = (start, i - start);
            }

            i = i == start ? i + 1 : i;
        }

        return bestStart + (bestLength / 2.0);
    }
}
