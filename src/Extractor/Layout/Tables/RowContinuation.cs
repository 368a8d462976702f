using System.Buffers;

namespace Extractor.Layout;

/// <summary>Decides whether the first row of a page is the rest of the row the page before ended with.</summary>
internal static class RowContinuation
{
    // A row is cut because the next line had no room: less than about three lines are left below it.
    private const double MaxLinesLeft = 3;

    // In ems: a column of numbers, too narrow for names.
    private const double NarrowColumn = 6;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,/%-IVX");

    /// <summary>Whether the row is cut. Every text of the lower part must go on with a text of the upper part.</summary>
    /// <param name="above">The cells of the table's last row, one a column.</param>
    /// <param name="last">The part above.</param>
    /// <param name="next">The part below.</param>
    /// <param name="row">First row of the lower part that is no header.</param>
    /// <param name="mapping">Maps columns of the lower part to those of the table.</param>
    public static bool IsCut(DraftCell[] above, PageTable last, PageTable next, int row, ColumnMapping mapping)
    {
        int weight = 0;
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
            int support = upper.Lines.Count == 0 || upper.Lines[^1].Page != last.Page || EndsEarly(upper.Lines[^1], lowest)
                ? 0
                : Support(upper.Lines, cell.Lines, isNamed);
            if (support == 0)
            {
                return false;
            }

            weight = Math.Max(weight, support);
        }

        bool isSliver = next.RowEdges[row + 1] - next.RowEdges[row] < 8;
        return hasText ? weight >= 2 && IsAtBottom(last) : isSliver;
    }

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

        bool isNumber = IsNumber(above.Lines);
        bool isGroup = above.Column == 0 && !isNumber && above.Lines[^1].Room < NarrowColumn * above.Lines[^1].FontSize;
        if (below.Lines.Count == 0)
        {
            return isGroup || below.RowSpan > 1 || (above.RowSpan > 1 && !isNumber);
        }

        string first = below.Lines[0].Words[0].Text;
        return isGroup && char.IsLower(first[0]) && !ListMarker.IsOrdinal(first);
    }

    // 0: starts something new; 1: may go on; 2: goes on.
    private static int Support(List<TextLine> upper, List<TextLine> lower, bool isNamed)
    {
        TextLine line = upper[^1];
        TextLine next = lower[0];
        string lastWord = line.Words[^1].Text;
        string firstWord = next.Words[0].Text;
        bool isOpen = lastWord[^1] is '=' or ',' or '(' or '-' or '/' || HasOpenBracket(upper);
        bool fits = LineJoiner.Fits(line, next, 0.2);
        if (IsNumber(lower))
        {
            return lastWord[^1] is '=' or '/' && !fits ? 2 : 0;
        }

        if (!isNamed)
        {
            return 2;
        }

        if (ListMarker.Starts(next) && !isOpen)
        {
            return 0;
        }

        // Abbreviations are capital wherever they stand, so they say as little as small letters about where a text starts.
        bool goesOn = char.IsLower(firstWord[0]) || !char.IsLetter(firstWord[0]) || IsAbbreviation(firstWord);
        if (isOpen)
        {
            return !fits || goesOn ? 2 : 1;
        }

        if (fits)
        {
            return goesOn && char.IsLower(firstWord[0]) ? 1 : 0;
        }

        return goesOn ? 2 : lastWord[^1] is '.' or ';' ? 0 : 1;
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

    private static bool IsNumber(List<TextLine> lines) =>
        lines.TrueForAll(static line => line.Words.TrueForAll(static word => !word.Text.AsSpan().ContainsAnyExcept(NumberCharacters)));

    private static bool IsAbbreviation(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]);

    private static bool HasOpenBracket(List<TextLine> lines)
    {
        int depth = 0;
        foreach (TextLine line in lines)
        {
            foreach (Word word in line.Words)
            {
                depth += word.Text.AsSpan().Count('(') - word.Text.AsSpan().Count(')');
            }
        }

        return depth > 0;
    }
}
