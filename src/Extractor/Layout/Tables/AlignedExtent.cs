namespace Extractor.Layout;

/// <summary>Which lines below the heading of a table without vertical rules belong to the table: those that leave the gaps of the heading free.</summary>
internal static class AlignedExtent
{
    /// <summary>In ems: neighbouring columns may come as close as this.</summary>
    public const double MinStrip = 0.45;

    private const int FewestRows = 2;

    /// <summary>The lines around and below a heading, and what they leave free; null if they are too few for a table.</summary>
    public static (int First, int End, FreeSpace Free)? Below(PageLayout page, int heading)
    {
        FreeSpace free = FreeSpace.Of(page.Lines[heading]);
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
        for (; end < page.Lines.Count && IsNear(page, end, em); end++)
        {
            FreeSpace next = free.Without(page.Lines[end], MinStrip * em);
            if (next.CountInside(needed) < needed.Count || CrossesTable(page, page.Lines[end - 1], page.Lines[end]))
            {
                break;
            }

            free = next;
        }

        end = TrimTail(page, heading, end, needed);
        return end - heading > FewestRows ? (first, end, free) : null;
    }

    /// <summary>The first lines of a page that leave free what the lines of the pages before did; null if there are none.</summary>
    public static (int End, FreeSpace Free)? OnNextPage(PageLayout page, TextLine heading, FreeSpace free)
    {
        List<(double From, double To)> needed = FreeSpace.Of(heading).Strips;
        int end = 0;
        for (; end < page.Lines.Count && IsNear(page, end, heading.FontSize); end++)
        {
            FreeSpace next = free.Without(page.Lines[end], MinStrip * heading.FontSize);
            if (next.CountInside(needed) < needed.Count || AlignedTableFinder.IsHeading(page.Lines[end]) || (end > 0 && CrossesTable(page, page.Lines[end - 1], page.Lines[end])))
            {
                break;
            }

            free = next;
        }

        bool isFirst = page.Lines.Count > 0 && page.Tables.TrueForAll(table => table.Top > page.Lines[0].Baseline);
        return isFirst && page.Lines.Take(end).Any(static line => FreeSpace.Of(line).Strips.Count > 0) ? (end, free) : null;
    }

    /// <summary>Whether a line stands close enough to the one above it to be of one table.</summary>
    public static bool IsNear(PageLayout page, int line, double em) =>
        line == 0 || page.Lines[line].Baseline - page.Lines[line - 1].Baseline < 5 * em;

    /// <summary>Whether another table stands between two lines.</summary>
    public static bool CrossesTable(PageLayout page, TextLine above, TextLine below) =>
        page.Tables.Exists(table => table.Top > above.Baseline && table.Top < below.Baseline);

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
}
