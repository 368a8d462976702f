namespace Extractor.Layout;

/// <summary>How the columns of a part of a table map to the columns of the whole table.</summary>
internal sealed class ColumnMapping
{
    // Pages of one table are drawn from the same widths; rounding and shifted margins stay below this.
    private const double Tolerance = 4;

    private readonly int[] _places;

    private ColumnMapping(List<double> edges, int[] places)
    {
        Edges = edges;
        _places = places;
    }

    /// <summary>Edges of the whole table once the part is in, from its left border on.</summary>
    public List<double> Edges { get; }

    /// <summary>The mapping of a first part.</summary>
    public static ColumnMapping Identity(PageTable table) =>
        new(table.ColumnEdges, [.. Enumerable.Range(0, table.ColumnEdges.Count)]);

    /// <summary>Maps a part to a table, or null if their columns are not those of one table.</summary>
    /// <param name="whole">Edges of the table so far.</param>
    /// <param name="part">The part that may continue it.</param>
    /// <param name="repeatsHeader">Whether the part starts with the table's header; then widths may differ.</param>
    public static ColumnMapping? Find(List<double> whole, PageTable part, bool repeatsHeader)
    {
        // Odd and even pages may have other margins: only the distances from the left border count.
        List<double> edges = part.ColumnEdges;
        double shift = whole[0] - edges[0];
        if (part.IsRuled && Math.Abs(whole[^1] - edges[^1] - shift) <= Tolerance)
        {
            List<double> union = PositionClusters.Find([.. whole, .. edges.Select(edge => edge + shift)], Tolerance);
            if (union.Count == Math.Max(whole.Count, edges.Count) || (repeatsHeader && union.Count <= whole.Count + 2))
            {
                return new ColumnMapping(union, [.. edges.Select(edge => PositionClusters.Nearest(union, edge + shift))]);
            }
        }

        // On a page of another width the columns are stretched, but they are the same columns.
        return whole.Count == edges.Count && (repeatsHeader || !part.IsRuled || IsProportional(whole, edges))
            ? new ColumnMapping(whole, [.. Enumerable.Range(0, edges.Count)])
            : null;
    }

    /// <summary>Column and span of a cell of the part within the whole table.</summary>
    public (int Column, int Span) Columns(PageCell cell)
    {
        int column = _places[cell.Column];
        return (column, _places[cell.Column + cell.ColumnSpan] - column);
    }

    /// <summary>Where each of the given edges stands among <see cref="Edges"/>.</summary>
    public int[] Places(List<double> edges) => [.. edges.Select(edge => PositionClusters.Nearest(Edges, edge))];

    private static bool IsProportional(List<double> whole, List<double> edges)
    {
        double scale = (edges[^1] - edges[0]) / (whole[^1] - whole[0]);
        for (int i = 1; i < whole.Count; i++)
        {
            if (Math.Abs(((whole[i] - whole[0]) * scale) - (edges[i] - edges[0])) > Tolerance)
            {
                return false;
            }
        }

        return true;
    }
}
