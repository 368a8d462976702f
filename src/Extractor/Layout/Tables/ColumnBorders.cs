namespace Extractor.Layout;

/// <summary>Chooses which free strips are borders of columns where the heading leaves more than one between two of its texts.</summary>
internal static class ColumnBorders
{
    /// <summary>The strips that are borders, from left to right.</summary>
    /// <param name="lines">Lines of the table.</param>
    /// <param name="gaps">Gaps between the texts of the heading.</param>
    /// <param name="strips">Strips free of words in all lines, from left to right.</param>
    public static List<(double From, double To)> Choose(
        List<TextLine> lines, List<(double From, double To)> gaps, List<(double From, double To)> strips)
    {
        var borders = new List<(double From, double To)>(strips);
        foreach ((double from, double to) in gaps)
        {
            for (int i = 0; i + 1 < borders.Count;)
            {
                // What stands between two strips of one gap is a column of its own only if texts stand beside it on both sides.
                bool isSameGap = borders[i].From >= from && borders[i + 1].To <= to;
                int merged = isSameGap ? MergeSide(lines, borders, i) : 0;
                if (merged == 0)
                {
                    i++;
                }
                else
                {
                    borders.RemoveAt(merged < 0 ? i : i + 1);
                    i = Math.Max(0, i - 1);
                }
            }
        }

        return borders;
    }

    // -1: the words between the strips belong to the left, 1: to the right, 0: they are a column.
    private static int MergeSide(List<TextLine> lines, List<(double From, double To)> borders, int index)
    {
        double left = index == 0 ? double.MinValue : borders[index - 1].To;
        double right = index + 2 == borders.Count ? double.MaxValue : borders[index + 2].From;
        double start = borders[index].To;
        double end = borders[index + 1].From;
        int withLeft = 0;
        int withRight = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (HasWord(lines[i], start, end))
            {
                withLeft += HasWordBeside(lines, i, left, borders[index].From) ? 1 : 0;
                withRight += HasWordBeside(lines, i, borders[index + 1].To, right) ? 1 : 0;
            }
        }

        if (withLeft > 0 && withRight > 0)
        {
            return 0;
        }

        bool isLeft = withLeft == 0 && withRight == 0
            ? borders[index].To - borders[index].From < borders[index + 1].To - borders[index + 1].From
            : withLeft == 0;
        return isLeft ? -1 : 1;
    }

    // Cells centred in their row stand up to half a line above or below their neighbours.
    private static bool HasWordBeside(List<TextLine> lines, int index, double from, double to)
    {
        double reach = 0.8 * lines[index].FontSize;
        for (int i = Math.Max(0, index - 2); i < lines.Count && lines[i].Page <= lines[index].Page && lines[i].Baseline <= lines[index].Baseline + reach; i++)
        {
            if (lines[i].Page == lines[index].Page && lines[i].Baseline >= lines[index].Baseline - reach && HasWord(lines[i], from, to))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(TextLine line, double from, double to) =>
        line.Words.Exists(word => word.CenterX > from && word.CenterX < to);
}
