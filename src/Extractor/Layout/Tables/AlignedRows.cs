namespace Extractor.Layout;

/// <summary>Divides the lines of a table without vertical rules into rows: by horizontal rules, by gaps, or by what the lines say.</summary>
internal static class AlignedRows
{
    // In ems: padding between rows shows when gaps differ by more than this.
    private const double GapDifference = 0.2;

    /// <summary>Builds the table.</summary>
    public static PageTable Build(PageLayout page, AlignedRegion region)
    {
        List<TextLine> lines = page.Lines.GetRange(region.First, region.End - region.First);
        bool isRuled = RuleEdges(page, lines, region) is { Count: > 2 };
        List<double> edges = isRuled ? RuleEdges(page, lines, region) : EdgesAt(lines, Starts(lines, region));
        var cells = new List<PageCell>();
        for (int row = 0; row + 1 < edges.Count; row++)
        {
            for (int column = 0; column + 1 < region.ColumnEdges.Count; column++)
            {
                cells.Add(new PageCell(row, column, 1, 1));
            }
        }

        int columns = region.ColumnEdges.Count - 1;
        foreach (Word word in lines.SelectMany(static line => line.Words))
        {
            int row = Math.Max(0, PositionClusters.IntervalOf(edges, word.CenterY));
            int column = Math.Max(0, PositionClusters.IntervalOf(region.ColumnEdges, word.CenterX));
            cells[(row * columns) + column].Words.Add(word);
        }

        var table = new PageTable
        {
            Page = page.Number,
            Turn = page.Turn,
            ColumnEdges = region.ColumnEdges,
            RowEdges = edges,
            Cells = cells,
            IsRuled = false,
        };
        table.FindLines();
        return table;
    }

    // Rules as wide as the table bound its rows.
    private static List<double> RuleEdges(PageLayout page, List<TextLine> lines, AlignedRegion region)
    {
        double width = region.ColumnEdges[^1] - region.ColumnEdges[0];
        double top = lines[0].Baseline - (2 * lines[0].FontSize);
        double bottom = lines[^1].Baseline + (2 * lines[^1].FontSize);
        List<double> found = PositionClusters.Find(
            [.. RuleSet.Merge(page.Rules, horizontal: true, minLength: 0.7 * width).Where(rule => rule.Y0 > top && rule.Y0 < bottom).Select(static rule => rule.Y0)],
            tolerance: 3);
        if (found.Count < Math.Max(2, lines.Count / 8))
        {
            return [];
        }

        if (found[0] > lines[0].Baseline)
        {
            found.Insert(0, lines[0].Baseline - (1.1 * lines[0].FontSize));
        }

        if (found[^1] < lines[^1].Baseline)
        {
            found.Add(lines[^1].Baseline + (0.4 * lines[^1].FontSize));
        }

        return found;
    }

    private static List<double> EdgesAt(List<TextLine> lines, List<int> starts)
    {
        var edges = new List<double>();
        foreach (int start in starts)
        {
            TextLine line = lines[start];
            double top = line.Baseline - (0.9 * line.FontSize);
            edges.Add(start == 0 ? top : Math.Max(top, (lines[start - 1].Baseline + top) / 2));
        }

        edges.Add(lines[^1].Baseline + (0.35 * lines[^1].FontSize));
        return edges;
    }

    private static List<int> Starts(List<TextLine> lines, AlignedRegion region)
    {
        double em = region.FontSize;
        double least = double.MaxValue;
        double most = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            double gap = lines[i].Baseline - lines[i - 1].Baseline;
            most = Math.Max(most, gap);

            // Closer than lines of one cell can be: cells that are centred in their row.
            least = gap > 0.85 * em ? Math.Min(least, gap) : least;
        }

        // Lines of one cell are set about 1.2 em apart: where all are further apart, each is a row of its own.
        double limit = least < 1.45 * em ? least + (GapDifference * em) : 0;
        bool byGap = least >= 1.45 * em || (most > limit && GapsSeparateNumbers(lines, region, limit));
        var starts = new List<int> { 0 };
        for (int i = 1; i < lines.Count; i++)
        {
            double gap = lines[i].Baseline - lines[i - 1].Baseline;
            bool isHeading = i < region.HeadingLines;
            if (!isHeading && (byGap ? gap > limit : StartsRow(lines, i, region)))
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    // Two numbers in the first column are two rows: gaps that do not part them say nothing.
    private static bool GapsSeparateNumbers(List<TextLine> lines, AlignedRegion region, double limit)
    {
        bool hasNumber = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool isClose = i > 0 && lines[i].Baseline - lines[i - 1].Baseline <= limit;
            bool isNumber = lines[i].Left < region.ColumnEdges[1] && IsNumber(lines[i].Words[0].Text);
            if (isClose && isNumber && hasNumber)
            {
                return false;
            }

            hasNumber = isNumber || (isClose && hasNumber);
        }

        return true;
    }

    // A row brings a number, or a text beside its name; a line with a name alone goes on with the name above if that line was full.
    private static bool StartsRow(List<TextLine> lines, int index, AlignedRegion region)
    {
        TextLine line = lines[index];
        if (line.Left < region.ColumnEdges[1])
        {
            return true;
        }

        Word? name = line.Words.Find(word => word.CenterX < region.ColumnEdges[2]);
        bool hasFigure = line.Words.Exists(word => word.CenterX > region.ColumnEdges[2] && char.IsAsciiDigit(word.Text[0]));
        return name is not null && (hasFigure || (!char.IsLower(name.Text[0]) && !IsFull(lines[index - 1], name, region)));
    }

    private static bool IsFull(TextLine above, Word next, AlignedRegion region)
    {
        double right = above.Words.Where(word => word.CenterX < region.ColumnEdges[2]).Select(static word => word.Area.X1).DefaultIfEmpty(0).Max();
        return right + (0.25 * above.FontSize) + next.Area.Width > region.ColumnEdges[2] - (0.5 * above.FontSize);
    }

    private static bool IsNumber(string text) => ListMarker.IsOrdinal(text) || ListMarker.IsNumbering(text) || ListMarker.IsRoman(text);
}
