namespace Extractor.Layout;

/// <summary>Divides the lines of a table without vertical rules into rows: by horizontal rules, by blocks of text, or line by line.</summary>
internal static class AlignedRows
{
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

        region.NameRight = blocks[1].SelectMany(static block => block.Lines).Select(static line => line.Right).DefaultIfEmpty(double.MaxValue).Max();
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
        if (lines.Count == 0)
        {
            edges.Add(edges[^1] + (2 * region.FontSize));
        }
        else if (AlignedGrid.Find(lines, rules, region) is { } grid)
        {
            AlignedGrid.Add(grid, lines, edges, cells);
        }
        else if (LineRows.AreSetSolid(blocks, region))
        {
            LineRows.Add(lines, region, isByGap: false, edges, cells);
        }
        else if (BlockRows.Find(blocks, region.FontSize) is { } rows)
        {
            AddBlocks(rows, region, edges, cells);
        }
        else
        {
            LineRows.Add(lines, region, isByGap: true, edges, cells);
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
        double bottom = Math.Min(lines[^1].Baseline + region.FontSize, heading.Baseline + region.HeadingDepth);
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
}
