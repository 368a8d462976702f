namespace Extractor.Layout;

/// <summary>Finds tables whose cells are bounded by drawn lines.</summary>
internal static class RuledTableFinder
{
    private const int MaxCellsPerPage = 200_000;

    // Hatching and maps; the densest printed table has some ten thousand crossings.
    private const long MaxCrossings = 4_000_000;

    // Shorter than a line of the smallest print: underlines of single letters and decoration, no edge of a cell.
    private const double MinRuleLength = 5;

    /// <summary>Tables of the page with their words; words of no table stay in the list.</summary>
    /// <param name="page">The page, upright.</param>
    /// <param name="turn">The turn it was read with.</param>
    /// <param name="words">Words not yet placed; those that fall into a cell are taken out.</param>
    public static List<PageTable> Find(PageContent page, PageTurn turn, List<Word> words)
    {
        var tables = new List<PageTable>();
        IReadOnlyList<Rule> rules = ShadedAreas.WithoutInner(page.Rules, MinRuleLength);
        List<Rule> horizontal = RuleSet.Merge(rules, horizontal: true, MinRuleLength);
        List<Rule> vertical = RuleSet.Merge(rules, horizontal: false, MinRuleLength);
        if ((long)horizontal.Count * vertical.Count > MaxCrossings)
        {
            return tables;
        }

        List<Rule> shaded = RuleSet.Merge([.. rules.Where(static rule => rule.IsShade)], horizontal: false, MinRuleLength);
        foreach ((List<Rule> rows, List<Rule> columns) in RuleComponents.Find(horizontal, StripedRows.Connect(horizontal, vertical, shaded, words)))
        {
            if (RuledGrid.From(rows, columns, MaxCellsPerPage) is not { } grid)
            {
                continue;
            }

            List<PageCell> cells = grid.Cells();
            if (cells.Count > 1 && grid.ColumnEdges.Count > 2)
            {
                tables.Add(new PageTable
                {
                    Page = page.Number,
                    Turn = turn,
                    ColumnEdges = grid.ColumnEdges,
                    RowEdges = grid.RowEdges,
                    Cells = cells,
                });
            }
        }

        // A table inside a cell of another takes its words first.
        tables.Sort(static (a, b) => (a.Area.Width * a.Area.Height).CompareTo(b.Area.Width * b.Area.Height));
        foreach (PageTable table in tables)
        {
            TakeWords(table, words);
            table.FindLines();
        }

        tables.RemoveAll(static table => table.Cells.TrueForAll(static cell => cell.Lines.Count == 0));
        NestedTables.Nest(tables);
        return tables;
    }

    private static void TakeWords(PageTable table, List<Word> words)
    {
        var owner = new PageCell[table.RowCount * table.ColumnCount];
        foreach (PageCell cell in table.Cells)
        {
            for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                Array.Fill(owner, cell, (row * table.ColumnCount) + cell.Column, cell.ColumnSpan);
            }
        }

        words.RemoveAll(word =>
        {
            int row = PositionClusters.IntervalOf(table.RowEdges, word.CenterY);
            int column = PositionClusters.IntervalOf(table.ColumnEdges, word.CenterX);
            if (row < 0 || column < 0)
            {
                return false;
            }

            owner[(row * table.ColumnCount) + column].Words.Add(word);
            return true;
        });
        TakeOverhang(table, words, owner);
    }

    // A browser lets the last line of a cell that spans rows hang out below the page's part of the table.
    private static void TakeOverhang(PageTable table, List<Word> words, PageCell[] owner)
    {
        int lastRow = (table.RowCount - 1) * table.ColumnCount;
        words.RemoveAll(word =>
        {
            double depth = word.Baseline - table.Bottom;
            int column = depth > 0 && depth < 1.3 * word.FontSize ? PositionClusters.IntervalOf(table.ColumnEdges, word.CenterX) : -1;
            if (column < 0 || word.Area.X0 < table.ColumnEdges[column] || word.Area.X1 > table.ColumnEdges[column + 1])
            {
                return false;
            }

            PageCell cell = owner[lastRow + column];
            bool followsText = cell.Words.Exists(above =>
                word.Baseline - above.Baseline > 0 && word.Baseline - above.Baseline < 1.4 * word.FontSize);
            bool isAlone = !words.Exists(other => other != word && Math.Abs(other.Baseline - word.Baseline) < 2 * word.FontSize
                && (other.Area.X1 < table.ColumnEdges[column] || other.Area.X0 > table.ColumnEdges[column + 1]));
            if (followsText && isAlone)
            {
                cell.Words.Add(word);
            }

            return followsText && isAlone;
        });
    }
}
