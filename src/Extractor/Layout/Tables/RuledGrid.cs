namespace Extractor.Layout;

/// <summary>The grid one group of touching rules draws: where rows and columns end, and which edges of its cells are really there.</summary>
internal sealed class RuledGrid
{
    // Double lines stand up to 3 pt apart; no row or column of text is that small.
    private const double EdgeTolerance = 3;

    private const double NarrowestCell = 5;

    // An outer border is missing where rules run on beyond the outermost line by more than they do at a crossing.
    private const double Overhang = 6;

    // An edge counts as drawn if this share of it is: crossings and rounded corners leave small gaps.
    private const double CoverShare = 0.6;

    private readonly bool[] _right;
    private readonly bool[] _below;

    private RuledGrid(List<double> columnEdges, List<double> rowEdges, List<Rule> horizontal, List<Rule> vertical)
    {
        ColumnEdges = columnEdges;
        RowEdges = rowEdges;
        _right = Covered(columnEdges, rowEdges, vertical, static rule => (rule.X0, rule.Y0, rule.Y1));
        _below = Covered(rowEdges, columnEdges, horizontal, static rule => (rule.Y0, rule.X0, rule.X1));
    }

    /// <summary>Vertical edges from left to right.</summary>
    public List<double> ColumnEdges { get; }

    /// <summary>Horizontal edges from top to bottom.</summary>
    public List<double> RowEdges { get; }

    /// <summary>Builds the grid, or null if the rules bound no cell or more cells than allowed.</summary>
    public static RuledGrid? From(List<Rule> horizontal, List<Rule> vertical, int maxCells)
    {
        List<double> columns = Edges(vertical.Select(static rule => rule.X0));
        List<double> rows = Edges(horizontal.Select(static rule => rule.Y0));
        AddMissingBorders(columns, [.. horizontal.Select(static rule => rule.X0)], [.. horizontal.Select(static rule => rule.X1)]);
        AddMissingBorders(rows, [.. vertical.Select(static rule => rule.Y0)], [.. vertical.Select(static rule => rule.Y1)]);

        return columns.Count < 2 || rows.Count < 2 || (long)columns.Count * rows.Count > maxCells
            ? null
            : new RuledGrid(columns, rows, horizontal, vertical);
    }

    /// <summary>Cells as the largest rectangles that no drawn edge divides, in reading order.</summary>
    public List<PageCell> Cells()
    {
        int rows = RowEdges.Count - 1;
        int columns = ColumnEdges.Count - 1;
        bool[] taken = new bool[rows * columns];
        var cells = new List<PageCell>();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (taken[(row * columns) + column])
                {
                    continue;
                }

                int lastColumn = column;
                while (lastColumn + 1 < columns && !HasRightEdge(row, lastColumn) && !taken[(row * columns) + lastColumn + 1])
                {
                    lastColumn++;
                }

                int lastRow = row;
                while (lastRow + 1 < rows && IsOpenBelow(lastRow, column, lastColumn, taken))
                {
                    lastRow++;
                }

                for (int r = row; r <= lastRow; r++)
                {
                    taken.AsSpan((r * columns) + column, lastColumn - column + 1).Fill(true);
                }

                cells.Add(new PageCell(row, column, lastRow - row + 1, lastColumn - column + 1));
            }
        }

        return cells;
    }

    private bool HasRightEdge(int row, int column) => _right[((column + 1) * (RowEdges.Count - 1)) + row];

    private bool IsOpenBelow(int row, int firstColumn, int lastColumn, bool[] taken)
    {
        int columns = ColumnEdges.Count - 1;
        for (int column = firstColumn; column <= lastColumn; column++)
        {
            if (_below[((row + 1) * columns) + column] || taken[((row + 1) * columns) + column]
                || (column < lastColumn && HasRightEdge(row + 1, column)))
            {
                return false;
            }
        }

        // The cell below must be no wider than this one, or the two are not one rectangle.
        return (lastColumn + 1 == columns || HasRightEdge(row + 1, lastColumn))
            && (firstColumn == 0 || HasRightEdge(row + 1, firstColumn - 1));
    }

    // Triple lines and frames inside frames have their lines further apart, but still too close for a text between them.
    private static List<double> Edges(IEnumerable<double> positions)
    {
        List<double> edges = PositionClusters.Find([.. positions], EdgeTolerance);
        for (int i = edges.Count - 1; i > 0; i--)
        {
            if (edges[i] - edges[i - 1] < NarrowestCell)
            {
                edges[i - 1] = (edges[i] + edges[i - 1]) / 2;
                edges.RemoveAt(i);
            }
        }

        return edges;
    }

    private static void AddMissingBorders(List<double> edges, List<double> starts, List<double> ends)
    {
        if (starts.Count < 2)
        {
            return;
        }

        // The second outermost end: one stray rule alone makes no border.
        starts.Sort();
        ends.Sort();
        double first = starts[1];
        double last = ends[^2];
        if (edges.Count == 0 || first < edges[0] - Overhang)
        {
            edges.Insert(0, first);
        }

        if (last > edges[^1] + Overhang)
        {
            edges.Add(last);
        }
    }

    // For each line across, which of the intervals along it the rules cover.
    private static bool[] Covered(
        List<double> lines, List<double> along, List<Rule> rules, Func<Rule, (double Position, double From, double To)> place)
    {
        int intervals = along.Count - 1;
        double[] covered = new double[lines.Count * intervals];
        foreach (Rule rule in rules)
        {
            (double position, double from, double to) = place(rule);
            int line = PositionClusters.Nearest(lines, position);
            for (int i = Math.Max(0, PositionClusters.Nearest(along, from) - 1); i < intervals && along[i] < to; i++)
            {
                covered[(line * intervals) + i] += Math.Max(0, Math.Min(to, along[i + 1]) - Math.Max(from, along[i]));
            }
        }

        bool[] isCovered = new bool[covered.Length];
        for (int i = 0; i < covered.Length; i++)
        {
            int interval = i % intervals;
            isCovered[i] = covered[i] >= CoverShare * (along[interval + 1] - along[interval]);
        }

        return isCovered;
    }
}
