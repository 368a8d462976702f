namespace Extractor.Layout;

/// <summary>Decides whether the first row of a page is the rest of the row the page before ended with.</summary>
internal static class RowContinuation
{
    // A row is cut because the next line had no room: less than about three lines are left below it.
    private const double MaxLinesLeft = 3;

    private const double MaxSliver = 8;

    // In ems: a column of numbers, too narrow for names.
    private const double NarrowColumn = 6;

    /// <summary>Whether the row is cut. Every text of the lower part must go on with a text of the upper part.</summary>
    /// <param name="above">The cells of the table's last row, one a column.</param>
    /// <param name="last">The part above.</param>
    /// <param name="next">The part below.</param>
    /// <param name="row">First row of the lower part that is no header.</param>
    /// <param name="mapping">Maps columns of the lower part to those of the table.</param>
    public static bool IsCut(DraftCell[] above, PageTable last, PageTable next, int row, ColumnMapping mapping)
    {
        CellSupport weakest = CellSupport.Certain;
        CellSupport strongest = CellSupport.Against;
        bool hasText = false;
        bool isNamed = IsNamed(last, next, row);
        double lowest = LowestBaseline(above, last);
        foreach (PageCell cell in next.Cells)
        {
            if (cell.Row != row)
            {
                continue;
            }

            (int column, int span) = mapping.Columns(cell);
            if (above[column] is not { } upper || upper.Column != column || upper.ColumnSpan != span)
            {
                return false;
            }

            if (cell.Lines.Count == 0)
            {
                continue;
            }

            hasText = true;
            if (IsGroup(upper) && IsSpanContinued(upper, cell))
            {
                // The name of a group of rows says nothing about where one of its rows ends.
                continue;
            }

            bool canGoOn = upper.Lines.Count > 0 && upper.Lines[^1].Page == last.Page && !EndsEarly(upper.Lines[^1], lowest);
            CellSupport support = canGoOn ? CellContinuation.Judge(upper, cell, isNamed) : CellSupport.Against;
            support = support == CellSupport.Possible && IsOnlyRest(last, next, cell) ? CellSupport.Likely : support;
            weakest = support < weakest ? support : weakest;
            strongest = support > strongest ? support : strongest;
        }

        if (hasText)
        {
            // One text that surely goes on outweighs others that may start anew, but none that surely does.
            return weakest > CellSupport.Against && strongest >= CellSupport.Likely && IsAtBottom(last)
                && (weakest > CellSupport.None || strongest == CellSupport.Certain);
        }

        // Nothing but an edge is left of the row.
        return next.RowEdges[row + 1] - next.RowEdges[row] < MaxSliver;
    }

    // A text alone in its row, in a table where no other row has that text alone.
    private static bool IsOnlyRest(PageTable last, PageTable next, PageCell cell) =>
        IsAlone(next, cell) && !last.Cells.Exists(other => IsAlone(last, other)) && !next.Cells.Exists(other => other.Row != cell.Row && IsAlone(next, other));

    private static bool IsAlone(PageTable part, PageCell cell) =>
        cell.Lines.Count > 0 && !part.Cells.Exists(other => other != cell && other.Row <= cell.Row && cell.Row < other.Row + other.RowSpan && other.Lines.Count > 0);

    private static bool IsGroup(DraftCell cell) =>
        cell.Column == 0 && cell.Lines.Count > 0 && !CellContinuation.IsNumber(cell.Lines) && !IsRowNumber(cell.Lines)
        && cell.Lines[^1].Room < NarrowColumn * cell.Lines[^1].FontSize;

    // "d", "đ)", "A.1": letters number rows as digits do.
    private static bool IsRowNumber(List<TextLine> lines) =>
        lines is [{ Words: [{ } word] }] && (ListMarker.IsNumber(word.Text) || ListMarker.IsLetter(word.Text));

    // A row has a number or a name: texts that stand right of both, and are no figure, belong to the row above.
    private static bool IsNamed(PageTable last, PageTable next, int row)
    {
        int[] phrases = new int[Math.Max(last.ColumnCount, next.ColumnCount)];
        foreach (PageCell cell in last.Cells)
        {
            phrases[cell.Column] += cell.Lines.Count > 0 && cell.Lines[0].Words.Count > 1 ? 1 : 0;
        }

        int name = Array.IndexOf(phrases, phrases.Max());
        return next.Cells.Exists(cell => cell.Row == row && cell.Column <= name && cell.Lines.Count > 0);
    }

    /// <summary>
    /// Whether a cell that spans rows goes on from the page before. Words in a narrow first column name a group of rows ("Trong đó"), so an
    /// empty cell below them is theirs; a number belongs to its own row unless the cell below it spans rows.
    /// </summary>
    public static bool IsSpanContinued(DraftCell above, PageCell below)
    {
        if (above.Lines.Count == 0)
        {
            return false;
        }

        if (below.Lines.Count == 0)
        {
            return IsGroup(above) || below.RowSpan > 1 || (above.RowSpan > 1 && !CellContinuation.IsNumber(above.Lines));
        }

        string first = below.Lines[0].Words[0].Text;
        return IsGroup(above) && char.IsLower(first[0]) && !ListMarker.IsOrdinal(first) && !ListMarker.IsLetter(first);
    }

    private static bool IsAtBottom(PageTable table)
    {
        double lineHeight = table.Cells.SelectMany(static cell => cell.Lines).Select(static line => line.FontSize).DefaultIfEmpty(12).Max() * 1.3;
        return table.BodyBottom - table.Bottom < MaxLinesLeft * lineHeight;
    }

    private static double LowestBaseline(DraftCell[] cells, PageTable table)
    {
        double lowest = 0;
        foreach (DraftCell cell in cells)
        {
            if (cell is { RowSpan: 1, Lines.Count: > 0 } && cell.Lines[^1].Page == table.Page)
            {
                lowest = Math.Max(lowest, cell.Lines[^1].Baseline);
            }
        }

        return lowest;
    }

    private static bool EndsEarly(TextLine line, double lowest) => line.Baseline < lowest - (0.6 * line.FontSize);
}
