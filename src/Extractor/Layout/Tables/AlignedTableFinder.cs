namespace Extractor.Layout;

/// <summary>
/// Finds tables without vertical rules: below a heading line of several texts, strips that stay free of words are the borders of columns.
/// A table may go on on the next page without its heading.
/// </summary>
internal sealed class AlignedTableFinder
{
    // In ems: neighbouring columns may come as close as this.
    private const double MinStrip = 0.45;

    private const int FewestColumns = 3;
    private const int FewestRows = 2;
    private const int MaxHeadingRows = 4;

    private List<double>? _openColumns;
    private int _openPage;

    /// <summary>Moves the lines of such tables from the page's lines to its tables.</summary>
    public void Find(PageLayout page)
    {
        List<double>? open = _openPage == page.Number - 1 && page.Tables.TrueForAll(static table => table.IsRuled) ? _openColumns : null;
        _openColumns = null;
        ExtendHeadings(page);
        int line = 0;
        while (line < page.Lines.Count)
        {
            if (FindRegion(page, line, open) is not { } region)
            {
                open = null;
                line++;
                continue;
            }

            PageTable table = AlignedRows.Build(page, region);
            page.Tables.Add(table);
            page.Lines.RemoveRange(region.First, region.End - region.First);
            page.Tables.Sort(static (a, b) => a.Top.CompareTo(b.Top));
            open = null;
            line = region.First;
            if (line == page.Lines.Count)
            {
                _openColumns = table.ColumnEdges;
                _openPage = page.Number;
            }
        }
    }

    /// <summary>Whether the line names columns, the first of them that of the running numbers.</summary>
    public static bool IsHeading(TextLine line)
    {
        FreeSpace free = FreeSpace.Of(line);
        return free.Strips.Count + 1 >= FewestColumns && line.Words.Count < 40
            && (TableVocabulary.IsNumberHeading(line.Words[0].Text) || (line.Words.Count > 1
                && TableVocabulary.IsNumberHeading(line.Words[0].Text + line.Words[1].Text)));
    }

    // Where only the heading is boxed or shaded, its columns are those of the lines below it.
    private static void ExtendHeadings(PageLayout page)
    {
        for (int i = 0; i < page.Tables.Count; i++)
        {
            PageTable heading = page.Tables[i];
            if (heading.RowCount > MaxHeadingRows || !heading.IsRuled || !HeaderRepetition.LooksLikeHeader(heading)
                || heading.Cells.Exists(cell => cell.Column == 0 && cell.Row + cell.RowSpan < heading.RowCount && cell.Row > 0))
            {
                continue;
            }

            int first = page.Lines.FindIndex(line => line.Baseline > heading.Bottom);
            if (first < 0 || page.Lines[first].Baseline - heading.Bottom > 3 * page.Lines[first].FontSize
                || (i + 1 < page.Tables.Count && page.Tables[i + 1].Top < page.Lines[first].Baseline))
            {
                continue;
            }

            int end = first;
            double em = page.Lines[first].FontSize;
            while (end < page.Lines.Count && !Crosses(page.Lines[end], heading.ColumnEdges) && !IsHeading(page.Lines[end])
                && (end == first || (page.Lines[end].Baseline - page.Lines[end - 1].Baseline < 5 * em && !CrossesTable(page, page.Lines[end - 1], page.Lines[end]))))
            {
                end++;
            }

            if (page.Lines.Skip(first).Take(end - first).Any(static line => FreeSpace.Of(line).Strips.Count > 0))
            {
                PageTable body = AlignedRows.Build(page, new AlignedRegion(first, end, 0, heading.ColumnEdges, em));
                page.Tables[i] = PageTable.Stack(heading, body);
                page.Lines.RemoveRange(first, end - first);
            }
        }
    }

    private static AlignedRegion? FindRegion(PageLayout page, int start, List<double>? open)
    {
        if (IsHeading(page.Lines[start]))
        {
            return Grow(page, start, FreeSpace.Of(page.Lines[start]));
        }

        // Only the first text of a page can go on with a table of the page before.
        bool isFirst = open is not null && start == 0 && page.Tables.TrueForAll(table => table.Top > page.Lines[0].Baseline);
        return isFirst ? GrowOpen(page, open!) : null;
    }

    private static AlignedRegion? Grow(PageLayout page, int heading, FreeSpace free)
    {
        List<(double From, double To)> needed = free.Strips;
        double em = page.Lines[heading].FontSize;
        int first = heading;
        while (first > 0 && page.Lines[heading].Baseline - page.Lines[first - 1].Baseline < 2 * em
            && free.Without(page.Lines[first - 1], MinStrip * em) is { } wider && wider.CountInside(needed) == needed.Count
            && FreeSpace.Of(page.Lines[first - 1]).Strips.Count + 1 < needed.Count && page.Lines[first - 1].Left > needed[0].To)
        {
            free = wider;
            first--;
        }

        int end = heading + 1;
        for (; end < page.Lines.Count && page.Lines[end].Baseline - page.Lines[end - 1].Baseline < 5 * em; end++)
        {
            FreeSpace next = free.Without(page.Lines[end], MinStrip * em);
            if (next.CountInside(needed) < needed.Count || CrossesTable(page, page.Lines[end - 1], page.Lines[end]))
            {
                break;
            }

            free = next;
        }

        end = TrimTail(page, heading, end, needed);
        return end - heading > FewestRows
            ? new AlignedRegion(first, end, heading - first + 1, AlignedColumns.Edges(page.Lines.GetRange(first, end - first), heading - first, needed, MinStrip * em), em)
            : null;
    }

    private static AlignedRegion? GrowOpen(PageLayout page, List<double> columns)
    {
        int end = 0;
        double em = page.Lines[0].FontSize;
        while (end < page.Lines.Count && !Crosses(page.Lines[end], columns) && !IsHeading(page.Lines[end])
            && (end == 0 || page.Lines[end].Baseline - page.Lines[end - 1].Baseline < 5 * em))
        {
            end++;
        }

        bool hasColumns = page.Lines.Take(end).Any(static line => FreeSpace.Of(line).Strips.Count > 0);
        return end > 0 && hasColumns ? new AlignedRegion(0, end, 0, columns, em) : null;
    }

    // Short lines behind the last line with several columns may be a text that happens to stay inside one of them.
    private static int TrimTail(PageLayout page, int heading, int end, List<(double From, double To)> needed)
    {
        int last = end;
        while (last > heading + 1 && FreeSpace.Of(page.Lines[last - 1]).Strips.Count == 0
            && page.Lines[last - 1].Left < needed[0].From)
        {
            last--;
        }

        return last;
    }

    private static bool Crosses(TextLine line, List<double> columns) =>
        line.Words.Exists(word => PositionClusters.IntervalOf(columns, word.Area.X0 + 1) != PositionClusters.IntervalOf(columns, word.Area.X1 - 1));

    private static bool CrossesTable(PageLayout page, TextLine above, TextLine below) =>
        page.Tables.Exists(table => table.Top > above.Baseline && table.Top < below.Baseline);
}

/// <summary>Lines that make a table without vertical rules.</summary>
/// <param name="First">First line.</param>
/// <param name="End">Line behind the last.</param>
/// <param name="HeadingLines">How many of them are known to be heading; 0 on a page that goes on.</param>
/// <param name="ColumnEdges">Where its columns end.</param>
/// <param name="FontSize">Font size of the heading.</param>
internal sealed record AlignedRegion(int First, int End, int HeadingLines, List<double> ColumnEdges, double FontSize);
