namespace Extractor.Layout;

/// <summary>Lines of one column that follow each other as closely as lines of one cell do.</summary>
/// <param name="Column">The column.</param>
/// <param name="Lines">Its lines, never empty.</param>
internal sealed record CellBlock(int Column, List<TextLine> Lines)
{
    private const int FewGaps = 20;
    private const int FewNumbers = 6;

    /// <summary>Baseline of the first line.</summary>
    public double First => Lines[0].Baseline;

    /// <summary>Baseline of the last line.</summary>
    public double Last => Lines[^1].Baseline;

    /// <summary>Half way between them.</summary>
    public double Middle => (First + Last) / 2;

    /// <summary>Whether it is a running number.</summary>
    public bool IsNumber => Lines.TrueForAll(static line => ListMarker.IsNumber(line.Words[0].Text));

    /// <summary>Cuts each column into blocks.</summary>
    /// <param name="columns">Lines of each column.</param>
    /// <param name="em">Font size of the table.</param>
    public static List<CellBlock>[] Cut(List<TextLine>[] columns, double em)
    {
        double limit = Math.Min(Limit(columns, em), NumberDistance(columns[0]));
        var blocks = new List<CellBlock>[columns.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            blocks[column] = [];
            List<TextLine> lines = columns[column];
            for (int i = 0; i < lines.Count; i++)
            {
                if (i > 0 && lines[i].Baseline - lines[i - 1].Baseline < limit)
                {
                    blocks[column][^1].Lines.Add(lines[i]);
                }
                else
                {
                    blocks[column].Add(new CellBlock(column, [lines[i]]));
                }
            }
        }

        return blocks;
    }

    // Two rows follow each other as closely as their numbers do: whatever is as far apart stands in two cells.
    private static double NumberDistance(List<TextLine> numbers)
    {
        var gaps = new List<double>();
        for (int i = 1; i < numbers.Count; i++)
        {
            if (IsRowNumber(numbers[i - 1]) && IsRowNumber(numbers[i]))
            {
                gaps.Add(numbers[i].Baseline - numbers[i - 1].Baseline);
            }
        }

        gaps.Sort();
        return gaps.Count < FewNumbers ? double.MaxValue : gaps[gaps.Count / FewNumbers] - (0.02 * numbers[0].FontSize);
    }

    private static bool IsRowNumber(TextLine line) => line.Words.Count == 1 && (ListMarker.IsNumber(line.Words[0].Text) || ListMarker.IsBullet(line.Words[0].Text));

    // Lines of one cell share one distance; the padding between two cells makes theirs larger. The limit lies in the widest gap between both.
    private static double Limit(List<TextLine>[] columns, double em)
    {
        var gaps = new List<double>();
        foreach (List<TextLine> lines in columns)
        {
            for (int i = 1; i < lines.Count; i++)
            {
                gaps.Add(lines[i].Baseline - lines[i - 1].Baseline);
            }
        }

        gaps.RemoveAll(gap => gap < 0.85 * em);
        gaps.Sort();
        // In a long table a distance that occurs once is an accident: a letter of another font, a mark.
        int first = gaps.Count < FewGaps ? 0 : Math.Max(0, gaps.FindIndex(gap => gaps.Count(other => other >= gap && other < gap + (0.05 * em)) > 1));
        if (gaps.Count == 0 || gaps[first] > 1.45 * em)
        {
            return 0;
        }

        double least = gaps[first];
        double limit = least + (0.25 * em);
        double widest = 0.03 * em;
        for (int i = first + 1; i < gaps.Count && gaps[i - 1] < least + (0.3 * em); i++)
        {
            if (gaps[i] - gaps[i - 1] > widest && gaps[i - 1] < least + (0.1 * em))
            {
                widest = gaps[i] - gaps[i - 1];
                limit = gaps[i - 1] + (Math.Min(widest, 0.5 * em) / 2);
            }
        }

        return limit;
    }
}
