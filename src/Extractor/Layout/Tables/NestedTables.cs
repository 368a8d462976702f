namespace Extractor.Layout;

/// <summary>Puts tables drawn inside a cell of another into that cell.</summary>
internal static class NestedTables
{
    private const double Tolerance = 2;

    // Tables are compared with each other's cells; no printed page has as many.
    private const int MaxTables = 200;

    // A table in a table in a table: deeper ones stay on the page.
    private const int MaxDepth = 3;

    /// <summary>Takes nested tables out of the list.</summary>
    /// <param name="tables">Tables of a page, the smallest first.</param>
    public static void Nest(List<PageTable> tables)
    {
        if (tables.Count > MaxTables)
        {
            return;
        }

        for (int i = 0; i < tables.Count; i++)
        {
            PageTable inner = tables[i];
            PageCell? cell = tables.Skip(i + 1).Select(outer => CellAround(outer, inner)).FirstOrDefault(static found => found is not null);
            if (cell is not null && DepthOf(inner) < MaxDepth)
            {
                cell.Nested.Add(inner);
                tables.RemoveAt(i--);
            }
        }
    }

    private static PageCell? CellAround(PageTable outer, PageTable inner) => outer.Cells.Find(cell =>
        outer.ColumnEdges[cell.Column] < inner.ColumnEdges[0] + Tolerance
        && outer.ColumnEdges[cell.Column + cell.ColumnSpan] > inner.ColumnEdges[^1] - Tolerance
        && outer.RowEdges[cell.Row] < inner.Top + Tolerance && outer.RowEdges[cell.Row + cell.RowSpan] > inner.Bottom - Tolerance);

    private static int DepthOf(PageTable table) =>
        1 + table.Cells.SelectMany(static cell => cell.Nested).Select(DepthOf).DefaultIfEmpty(0).Max();
}
