namespace Extractor.Layout;

/// <summary>
/// Tells shading that makes a table from shading inside the cells of a drawn one: marked words, shaded cells. Where lines bound the cells,
/// the edges of shaded areas inside them say nothing.
/// </summary>
internal static class ShadedAreas
{
    private const double Tolerance = 3;
    private const int MaxCells = 20_000;

    // Drawn cells are compared with every shaded edge.
    private const long MaxComparisons = 10_000_000;

    /// <summary>The rules without the edges of shaded areas inside drawn cells.</summary>
    /// <param name="rules">Rules of a page.</param>
    /// <param name="minLength">Shorter rules bound no cell.</param>
    public static IReadOnlyList<Rule> WithoutInner(IReadOnlyList<Rule> rules, double minLength)
    {
        List<Rule> drawn = [.. rules.Where(static rule => !rule.IsShade)];
        if (drawn.Count == 0 || drawn.Count == rules.Count)
        {
            return rules;
        }

        List<Rule> horizontal = RuleSet.Merge(drawn, horizontal: true, minLength);
        List<Rule> vertical = RuleSet.Merge(drawn, horizontal: false, minLength);
        var cells = new List<(double X0, double Y0, double X1, double Y1)>();
        foreach ((List<Rule> rows, List<Rule> columns) in RuleComponents.Find(horizontal, vertical))
        {
            if (RuledGrid.From(rows, columns, MaxCells) is { ColumnEdges.Count: > 2 } grid)
            {
                cells.AddRange(grid.Cells().Select(cell => (
                    grid.ColumnEdges[cell.Column], grid.RowEdges[cell.Row],
                    grid.ColumnEdges[cell.Column + cell.ColumnSpan], grid.RowEdges[cell.Row + cell.RowSpan])));
            }
        }

        return (long)cells.Count * (rules.Count - drawn.Count) > MaxComparisons
            ? drawn
            : [.. rules.Where(rule => !rule.IsShade || !cells.Exists(cell => IsInside(rule, cell)))];
    }

    private static bool IsInside(Rule rule, (double X0, double Y0, double X1, double Y1) cell)
    {
        double x = (rule.X0 + rule.X1) / 2;
        double y = (rule.Y0 + rule.Y1) / 2;
        return x > cell.X0 - Tolerance && x < cell.X1 + Tolerance && y > cell.Y0 - Tolerance && y < cell.Y1 + Tolerance;
    }
}
