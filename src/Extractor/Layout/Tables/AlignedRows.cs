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
        List<Rule> rules = RowRules(page, lines, region);
        List<CellBlock>[] blocks = CellBlock.Cut(Columns(page, lines, region), region.FontSize);
        double bottom = HeadingBottom(lines, blocks, rules, region);
        List<TextLine> heading = lines.FindAll(line => line.Baseline < bottom);
        lines.RemoveRange(0, heading.Count);
        foreach (List<CellBlock> column in blocks)
        {
            column.RemoveAll(block => block.Last < bottom);
        }

        var cells = new List<PageCell>();
        List<double> edges = AlignedHeader.Build(heading, region.ColumnEdges, cells);
        AddBody(lines, blocks, rules, region, edges, cells);
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

    private static void AddBody(
        List<TextLine> lines, List<CellBlock>[] blocks, List<Rule> rules, AlignedRegion region, List<double> edges, List<PageCell> cells)
    {
        int offset = edges.Count;
        if (lines.Count == 0)
        {
            edges.Add(edges[^1] + (2 * region.FontSize));
        }
        else if (AlignedGrid.Find(lines, rules, region) is { } grid)
        {
            AlignedGrid.Add(grid, lines, edges, cells);
        }
        else if (BlockRows.Find(blocks, region.FontSize) is { } rows)
        {
            AddBlocks(rows, region, edges, cells);
        }
        else
        {
            edges.AddRange(EdgesAt(lines, Starts(lines, region)));
            AddLines(lines, region, edges, cells, offset);
        }
    }

    private static void AddBlocks(List<BlockRow> rows, AlignedRegion region, List<double> edges, List<PageCell> cells)
    {
        double em = region.FontSize;
        for (int i = 0; i < rows.Count; i++)
        {
            BlockRow row = rows[i];
            edges.Add(i == 0 ? row.Top(em) : Math.Max(edges[^1] + 0.5, (rows[i - 1].Bottom(em) + row.Top(em)) / 2));
            for (int column = row.IsInGroup ? 1 : 0; column + 1 < region.ColumnEdges.Count; column++)
            {
                var cell = new PageCell(edges.Count - 1, column, column == 0 ? row.GroupSpan : 1, 1);
                cell.Words.AddRange(row.Blocks.Where(block => block.Column == column).SelectMany(static block => block.Lines).SelectMany(static line => line.Words));
                cells.Add(cell);
            }
        }

        edges.Add(Math.Max(edges[^1] + 0.5, rows[^1].Bottom(em)));
    }

    private static void AddLines(List<TextLine> lines, AlignedRegion region, List<double> edges, List<PageCell> cells, int offset)
    {
        int columns = region.ColumnEdges.Count - 1;
        int first = cells.Count;
        for (int row = offset; row + 1 < edges.Count; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                cells.Add(new PageCell(row, column, 1, 1));
            }
        }

        foreach (Word word in lines.SelectMany(static line => line.Words))
        {
            int row = Math.Max(offset, PositionClusters.IntervalOf(edges, word.CenterY)) - offset;
            int column = Math.Max(0, PositionClusters.IntervalOf(region.ColumnEdges, word.CenterX));
            cells[first + (row * columns) + column].Words.Add(word);
        }
    }

    private static List<TextLine>[] Columns(PageLayout page, List<TextLine> lines, AlignedRegion region)
    {
        var words = new List<Word>[region.ColumnEdges.Count - 1];
        for (int column = 0; column < words.Length; column++)
        {
            words[column] = [];
        }

        foreach (Word word in lines.SelectMany(static line => line.Words))
        {
            words[Math.Max(0, PositionClusters.IntervalOf(region.ColumnEdges, word.CenterX))].Add(word);
        }

        return [.. words.Select(column => LineFinder.Find(page.Number, page.Turn, column))];
    }

    // The heading ends where a column has its second text, or at the first rule below it. Names of columns that share a name stand below that.
    private static double HeadingBottom(List<TextLine> lines, List<CellBlock>[] blocks, List<Rule> rules, AlignedRegion region)
    {
        if (region.HeadingLines == 0)
        {
            return double.MinValue;
        }

        TextLine heading = lines[region.HeadingLines - 1];
        Rule below = rules.Find(rule => rule.Y0 > heading.Baseline && rule.Length > (region.ColumnEdges[^1] - region.ColumnEdges[0]) * 0.6);
        double bottom = lines[^1].Baseline + region.FontSize;
        bool isSingle = FreeSpace.Of(heading).Strips.Count + 1 == blocks.Length;
        for (int column = 0; column < (isSingle ? blocks.Length : Math.Min(2, blocks.Length)); column++)
        {
            CellBlock? next = blocks[column].Find(block => block.First > heading.Baseline + (0.3 * region.FontSize));
            bottom = Math.Min(bottom, next?.First ?? bottom);
        }

        bottom -= 0.2 * region.FontSize;
        return below == default ? bottom : Math.Min(bottom, below.Y0);
    }

    // Rules through at least the first column or so.
    private static List<Rule> RowRules(PageLayout page, List<TextLine> lines, AlignedRegion region)
    {
        double width = region.ColumnEdges[^1] - region.ColumnEdges[0];
        double top = lines[0].Baseline - (2 * lines[0].FontSize);
        double bottom = lines[^1].Baseline + (2 * lines[^1].FontSize);
        return RuleSet.Merge(page.Rules, horizontal: true, minLength: Math.Min(0.4 * width, 0.6 * (region.ColumnEdges[1] - region.ColumnEdges[0])))
            .FindAll(rule => rule.Y0 > top && rule.Y0 < bottom && rule.X0 < region.ColumnEdges[^1] && rule.X1 > region.ColumnEdges[0]);
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
            if (byGap ? gap > limit : StartsRow(lines, i, region))
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
            bool isNumber = lines[i].Left < region.ColumnEdges[1] && ListMarker.IsNumber(lines[i].Words[0].Text);
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
}
