using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Says which column each strip of letters belongs to: in order, near its heading, by what it holds, and rather one strip a column.</summary>
internal static class IslandAssignment
{
    private const double WrongContent = 8;
    private const double SecondIsland = 1.5;
    private const int WidestGap = 5;
    private const double MostOfLines = 0.6;
    private const double FarthestHeading = 20;

    // Columns that nothing parts make one strip, which starts with the first of them.
    private const double StartsApart = 0.02;

    /// <summary>The index of the column of each strip.</summary>
    public static int[] Assign(List<TextIsland> islands, ImmutableArray<AlignedHeadingColumn> columns)
    {
        var cost = new double[islands.Count + 1, columns.Length];
        var before = new int[islands.Count + 1, columns.Length];
        for (int i = 1; i <= islands.Count; i++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                (double best, int from) = (i == 1 ? 0 : double.PositiveInfinity, 0);
                for (int p = 0; i > 1 && p <= c; p++)
                {
                    double total = cost[i - 1, p] + (p == c ? SecondIsland * Math.Min(WidestGap, islands[i - 1].Start - islands[i - 2].End) : 0);
                    (best, from) = total < best ? (total, p) : (best, from);
                }

                cost[i, c] = best + CostOf(islands[i - 1], columns[c]);
                before[i, c] = from;
            }
        }

        var owners = new int[islands.Count];
        int column = Enumerable.Range(0, columns.Length).MinBy(c => cost[islands.Count, c]);
        for (int i = islands.Count; i > 0; i--)
        {
            owners[i - 1] = column;
            column = before[i, column];
        }

        return owners;
    }

    private static double CostOf(TextIsland island, AlignedHeadingColumn column)
    {
        double away = Math.Max(0, Math.Max(island.Start - column.End, column.Start - island.End));
        double cost = Math.Min(away, FarthestHeading) + (StartsApart * Math.Abs(island.Start - column.Start));
        bool isFigures = island.FigureShare > MostOfLines;
        bool isUnits = island.UnitShare > MostOfLines;
        return cost + (column.Kind switch
        {
            CellKind.Label when isFigures || isUnits => WrongContent,
            CellKind.Unit when isFigures => WrongContent,
            CellKind.Value or >= CellKind.FurtherFigure when isUnits => WrongContent,
            CellKind.Note when isFigures || isUnits => WrongContent / 2,
            _ => 0,
        });
    }
}
