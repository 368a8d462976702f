namespace Extractor.Layout;

/// <summary>Puts the heading of a table without vertical rules into cells; a text over several columns stands above theirs.</summary>
internal static class AlignedHeader
{
    private const double TextGap = 0.6;

    /// <summary>Cells of the heading: one row, or two where a text spans columns.</summary>
    /// <param name="words">Words of the heading.</param>
    /// <param name="columns">Edges of the columns.</param>
    /// <param name="cells">Receives the cells.</param>
    /// <returns>Upper edge of each row; empty without words.</returns>
    public static List<double> Build(List<TextLine> words, List<double> columns, List<PageCell> cells)
    {
        if (words.Count == 0)
        {
            return [];
        }

        int[] group = new int[columns.Count - 1];
        Array.Fill(group, -1);
        var above = new List<(int First, int Last, List<Word> Words)>();
        var single = new List<(int Column, Word Word)>();
        List<(int First, int Last, List<Word> Words)> texts = [.. words.SelectMany(Texts).Select(text => (First(columns, text), Last(columns, text), text))];
        foreach ((int from, int to, List<Word> text) in texts)
        {
            (int first, int last) = from == to ? AlignedHeaderSpan.Of(texts, from, text) : (from, to);
            if (last > first && group.AsSpan(first, last - first + 1).IndexOfAnyExcept(-1) < 0)
            {
                group.AsSpan(first, last - first + 1).Fill(above.Count);
                above.Add((first, last, text));
            }
            else
            {
                text.ForEach(word => single.Add((Math.Max(0, PositionClusters.IntervalOf(columns, word.CenterX)), word)));
            }
        }

        return Place(words, columns, cells, above, single, group);
    }

    private static List<double> Place(
        List<TextLine> lines, List<double> columns, List<PageCell> cells, List<(int First, int Last, List<Word> Words)> above,
        List<(int Column, Word Word)> single, int[] group)
    {
        double top = lines[0].Baseline - (1.1 * lines[0].FontSize);
        bool isDouble = above.Exists(text => single.Exists(s => s.Column >= text.First && s.Column <= text.Last && s.Word.Baseline > text.Words[0].Baseline));
        int rows = isDouble ? 2 : 1;
        for (int column = 0; column < columns.Count - 1; column++)
        {
            bool isBelow = isDouble && group[column] >= 0;
            if (isBelow && above[group[column]].First == column)
            {
                var cell = new PageCell(0, column, 1, above[group[column]].Last - column + 1);
                cell.Words.AddRange(above[group[column]].Words);
                cells.Add(cell);
            }

            var own = new PageCell(isBelow ? 1 : 0, column, isBelow ? 1 : rows, 1);
            own.Words.AddRange(single.Where(s => s.Column == column).Select(static s => s.Word));
            if (!isDouble)
            {
                own.Words.AddRange(above.SelectMany(static a => a.Words).Where(word => PositionClusters.IntervalOf(columns, word.CenterX) == column));
            }

            cells.Add(own);
        }

        return isDouble ? [top, above[0].Words[0].Baseline + (0.35 * above[0].Words[0].FontSize)] : [top];
    }

    private static int First(List<double> columns, List<Word> text) => Math.Max(0, PositionClusters.IntervalOf(columns, text[0].CenterX));

    private static int Last(List<double> columns, List<Word> text) =>
        Math.Max(First(columns, text), PositionClusters.IntervalOf(columns, text[^1].CenterX));

    private static IEnumerable<List<Word>> Texts(TextLine line)
    {
        var text = new List<Word> { line.Words[0] };
        foreach (Word word in line.Words.Skip(1))
        {
            if (word.Area.X0 - text[^1].Area.X1 > TextGap * line.FontSize)
            {
                yield return text;
                text = [];
            }

            text.Add(word);
        }

        yield return text;
    }
}
