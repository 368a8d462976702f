using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>The borders between columns on one page: each runs where hardly a letter crosses, between what belongs to two headings.</summary>
internal sealed class AlignedColumns
{
    private readonly ImmutableArray<AlignedHeadingColumn> _columns;
    private readonly double[] _borders;
    private readonly TableVocabulary _vocabulary;

    // Where labels and units run into each other the border is a guess, and a known unit tells better.
    private readonly double _unitsFrom = double.PositiveInfinity;

    /// <summary>Finds the borders.</summary>
    /// <param name="columns">Columns with the places of their headings, from left to right.</param>
    /// <param name="lines">Lines of the page.</param>
    /// <param name="vocabulary">What units look like.</param>
    public AlignedColumns(ImmutableArray<AlignedHeadingColumn> columns, IReadOnlyList<TextLine> lines, TableVocabulary vocabulary)
    {
        _columns = columns;
        _vocabulary = vocabulary;
        _borders = new double[columns.Length - 1];
        int[] crossed = CountLetters(lines, columns[^1].End + 2);
        List<TextIsland> islands = TextIsland.Find(crossed, lines, vocabulary);
        int[] owners = IslandAssignment.Assign(islands, columns);
        for (int i = 0; i < _borders.Length; i++)
        {
            int last = Array.FindLastIndex(owners, owner => owner <= i);
            int next = Array.IndexOf(owners, i + 1);
            int left = last < 0 ? 0 : islands[last].End;
            bool isBlurred = columns[i + 1].Kind == CellKind.Unit && next < 0 && left > columns[i + 1].Start;
            _unitsFrom = isBlurred ? columns[i].Middle : _unitsFrom;
            _borders[i] = last >= 0 && next >= 0 ? (left + islands[next].Start) / 2.0
                : next < 0 && left <= columns[i + 1].Start ? (left + columns[i + 1].Start) / 2.0
                : LeastCrossed(crossed, columns[i], columns[i + 1]);
        }
    }

    /// <summary>How many kinds of cells lines with these columns have.</summary>
    public static int CountOf(ImmutableArray<AlignedHeadingColumn> columns) => Math.Max((int)CellKind.FurtherFigure, columns.Max(static c => (int)c.Kind) + 1);

    /// <summary>Cuts a line; a word belongs to the column its middle lies in.</summary>
    public string[] Cut(TextLine line)
    {
        var cells = new string[CountOf(_columns)];
        Array.Fill(cells, "");
        string text = line.Text;
        (int unitStart, int unitEnd) = FindUnit(line);
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                CellKind kind = KindAt(line.Indent + ((start + end) / 2.0));
                kind = start >= unitEnd ? kind : start >= unitStart ? CellKind.Unit : kind == CellKind.Unit ? CellKind.Label : kind;
                ref string cell = ref cells[(int)kind];
                cell = cell.Length == 0 ? text[start..end] : cell + " " + text[start..end];
            }

            start = end + 1;
        }

        return MoveLabelOutOfNumber(cells);
    }

    // A known unit behind the middle of the labels with a wide gap or nothing behind it.
    private (int Start, int End) FindUnit(TextLine line)
    {
        string text = line.Text;
        for (int start = 0; start < text.Length && !double.IsPositiveInfinity(_unitsFrom); start++)
        {
            bool startsWord = (start == 0 || text[start - 1] == ' ') && (char.IsUpper(text[start]) || text[start] == '%');
            if (!startsWord || line.Indent + start <= _unitsFrom)
            {
                continue;
            }

            int end = text.IndexOf("  ", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (_vocabulary.IsUnit(FoldedText.Letters(text[start..end])))
            {
                return (start, end);
            }
        }

        return (-1, -1);
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

    // Where nothing parts two columns, numbers stand flush with their border, labels with theirs: of equally clear strips the first counts there.
    private static double LeastCrossed(int[] crossed, AlignedHeadingColumn left, AlignedHeadingColumn right)
    {
        int from = (int)left.Middle, to = (int)right.Middle;
        bool takeFirst = left.Kind == CellKind.Number;
        int fewest = int.MaxValue;
        for (int i = from; i < to; i++)
        {
            fewest = Math.Min(fewest, crossed[i]);
        }

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
