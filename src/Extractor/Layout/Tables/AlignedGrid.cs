namespace Extractor.Layout;

/// <summary>Rows of a table ruled only horizontally. A rule that leaves out the first column runs through the rows of a group.</summary>
internal static class AlignedGrid
{
    // In points.
    private const double EdgeTolerance = 3;

    private const double CoverShare = 0.6;

    // Shorter rules underline words or bound parts of rows.
    private const double RowShare = 0.4;

    /// <summary>Cells between the rules; null if the rules bound groups of rows, or hardly anything.</summary>
    public static RuledGrid? Find(List<TextLine> lines, List<Rule> all, AlignedRegion region)
    {
        double width = region.ColumnEdges[^1] - region.ColumnEdges[0];
        List<Rule> rules = all.FindAll(rule => rule.Length >= RowShare * width);
        double top = lines[0].Baseline - (1.1 * lines[0].FontSize);
        double bottom = lines[^1].Baseline + (0.4 * lines[^1].FontSize);
        List<double> edges = PositionClusters.Find([.. rules.Select(static rule => rule.Y0).Where(y => y > top - region.FontSize && y < bottom + (2 * region.FontSize))], EdgeTolerance);
        if (edges.Count < Math.Max(2, lines.Count / 12))
        {
            return null;
        }

        List<double> columns = region.ColumnEdges;
        if (edges[0] > lines[0].Baseline - (0.5 * lines[0].FontSize))
        {
            edges.Insert(0, top);
        }

        if (edges[^1] < lines[^1].Baseline)
        {
            edges.Add(bottom);
        }

        if (BoundsGroups(lines, edges, columns))
        {
            return null;
        }

        var horizontal = new List<Rule> { new(columns[0], edges[0], columns[^1], edges[0]), new(columns[0], edges[^1], columns[^1], edges[^1]) };
        for (int i = 1; i + 1 < edges.Count; i++)
        {
            List<Rule> here = all.FindAll(rule => Math.Abs(rule.Y0 - edges[i]) <= EdgeTolerance);
            for (int column = 0; column + 1 < columns.Count; column++)
            {
                double covered = here.Sum(rule => Math.Max(0, Math.Min(rule.X1, columns[column + 1]) - Math.Max(rule.X0, columns[column])));
                if (column > 0 || covered > CoverShare * (columns[1] - columns[0]))
                {
                    horizontal.Add(new Rule(columns[column], edges[i], columns[column + 1], edges[i]));
                }
            }
        }

        return RuledGrid.From(horizontal, [.. columns.Select(x => new Rule(x, edges[0], x, edges[^1]))], int.MaxValue);
    }

    /// <summary>Adds the rows and cells with their words.</summary>
    public static void Add(RuledGrid grid, List<TextLine> lines, List<double> edges, List<PageCell> cells)
    {
        int offset = edges.Count;
        List<PageCell> found = grid.Cells();
        var owner = new PageCell[grid.RowEdges.Count - 1, grid.ColumnEdges.Count - 1];
        foreach (PageCell cell in found)
        {
            var placed = new PageCell(cell.Row + offset, cell.Column, cell.RowSpan, cell.ColumnSpan);
            cells.Add(placed);
            for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    owner[row, column] = placed;
                }
            }
        }

        foreach (Word word in lines.SelectMany(static line => line.Words))
        {
            int row = Math.Clamp(PositionClusters.IntervalOf(grid.RowEdges, word.CenterY), 0, grid.RowEdges.Count - 2);
            int column = Math.Clamp(PositionClusters.IntervalOf(grid.ColumnEdges, word.CenterX), 0, grid.ColumnEdges.Count - 2);
            owner[row, column].Words.Add(word);
        }

        for (int i = cells.Count - 1; i >= 0; i--)
        {
            SplitNumber(cells, i, grid, offset);
        }

        edges.AddRange(grid.RowEdges);
    }

    // A rule is missing where a page break cut a group: a number that does not stand in the middle of its cell belongs to its own row alone.
    private static void SplitNumber(List<PageCell> cells, int index, RuledGrid grid, int offset)
    {
        PageCell cell = cells[index];
        if (cell.Row < offset || cell.RowSpan == 1 || cell.Column > 0 || cell.Words.Count == 0 || !cell.Words.TrueForAll(static word => ListMarker.IsNumber(word.Text)))
        {
            return;
        }

        int first = cell.Row - offset;
        double center = (cell.Words.Min(static word => word.CenterY) + cell.Words.Max(static word => word.CenterY)) / 2;
        int own = PositionClusters.IntervalOf(grid.RowEdges, center);
        double middle = (grid.RowEdges[first] + grid.RowEdges[first + cell.RowSpan]) / 2;
        if (own <= first || Math.Abs(center - middle) < 0.6 * cell.Words[0].FontSize)
        {
            return;
        }

        cells[index] = new PageCell(cell.Row, 0, own - first, 1);
        var rest = new PageCell(own + offset, 0, cell.RowSpan - (own - first), 1);
        rest.Words.AddRange(cell.Words);
        cells.Add(rest);
    }

    // Several numbers between two rules are several rows.
    private static bool BoundsGroups(List<TextLine> lines, List<double> edges, List<double> columns)
    {
        int crowded = 0;
        int last = -1;
        foreach (TextLine line in lines)
        {
            if (line.Words[0].CenterX < columns[1] && ListMarker.IsNumber(line.Words[0].Text) && line.Words[0].Text[^1] is not ('.' or ')'))
            {
                int row = PositionClusters.IntervalOf(edges, line.Words[0].CenterY);
                crowded += row == last ? 1 : 0;
                last = row;
            }
        }

        return crowded > 1;
    }
}
