namespace Extractor.Layout;

/// <summary>
/// Finds tables without vertical rules: below a heading line of several texts, strips that stay free of words are the borders of columns.
/// A table may go on on the next page without its heading.
/// </summary>
internal sealed class AlignedTableFinder
{
    private const int FewestColumns = 3;
    private const int MaxHeadingRows = 4;

    private readonly AlignedHeadings _headings = new();
    private List<double>? _openColumns;
    private int _openPage;
    private (TextLine Heading, FreeSpace Free)? _open;

    /// <summary>Moves the lines of such tables from the pages' lines to their tables.</summary>
    public void Find(IReadOnlyList<PageLayout> pages, CancellationToken cancellationToken)
    {
        foreach (PageLayout page in pages)
        {
            NumberHeadings.Gather(page);
            ExtendHeadings(page);
            Learn(page);
        }

        foreach (PageLayout page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Find(page);
        }
    }

    // Each page that repeats a heading or goes on below it shows more of its columns: all are seen before any page is divided.
    private void Learn(PageLayout page)
    {
        int line = 0;
        if (_open is { } open && !(page.Lines.Count > 0 && IsHeading(page.Lines[0]))
            && AlignedExtent.OnNextPage(page, open.Heading, open.Free) is { } rest)
        {
            _headings.AddRest(open.Heading, page.Lines.GetRange(0, rest.End));
            line = rest.End;
            _open = line == page.Lines.Count ? (open.Heading, rest.Free) : null;
        }
        else
        {
            _open = null;
        }

        while (line < page.Lines.Count)
        {
            if (IsHeading(page.Lines[line]) && AlignedExtent.Below(page, line) is { } extent)
            {
                _headings.Add(new HeadedLines(page.Lines.GetRange(extent.First, extent.End - extent.First), line - extent.First));
                _open = extent.End == page.Lines.Count ? (page.Lines[line], extent.Free) : null;
                line = extent.End;
            }
            else
            {
                line++;
            }
        }
    }

    private void Find(PageLayout page)
    {
        List<double>? open = _openPage == page.Number - 1 && page.Tables.TrueForAll(static table => table.IsRuled) ? _openColumns : null;
        _openColumns = null;
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
                && (end == first || (page.Lines[end].Baseline - page.Lines[end - 1].Baseline < 5 * em && !AlignedExtent.CrossesTable(page, page.Lines[end - 1], page.Lines[end]))))
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

    private AlignedRegion? FindRegion(PageLayout page, int start, List<double>? open)
    {
        TextLine heading = page.Lines[start];
        if (IsHeading(heading))
        {
            return AlignedExtent.Below(page, start) is { } extent
                ? new AlignedRegion(extent.First, extent.End, start - extent.First + 1, _headings.Columns(heading, AlignedExtent.MinStrip * heading.FontSize), heading.FontSize, _headings.Depth(heading))
                : null;
        }

        // Only the first text of a page can go on with a table of the page before.
        bool isFirst = open is not null && start == 0 && page.Tables.TrueForAll(table => table.Top > page.Lines[0].Baseline);
        return isFirst ? GrowOpen(page, open!) : null;
    }

    private static AlignedRegion? GrowOpen(PageLayout page, List<double> columns)
    {
        int end = 0;
        double em = page.Lines[0].FontSize;
        while (end < page.Lines.Count && !Crosses(page.Lines[end], columns) && !IsHeading(page.Lines[end])
            && AlignedExtent.IsNear(page, end, em))
        {
            end++;
        }

        bool hasColumns = page.Lines.Take(end).Any(static line => FreeSpace.Of(line).Strips.Count > 0);
        return end > 0 && hasColumns ? new AlignedRegion(0, end, 0, columns, em) : null;
    }

    private static bool Crosses(TextLine line, List<double> columns) =>
        line.Words.Exists(word => PositionClusters.IntervalOf(columns, word.Area.X0 + 1) != PositionClusters.IntervalOf(columns, word.Area.X1 - 1));

}

/// <summary>Lines that make a table without vertical rules.</summary>
/// <param name="First">First line.</param>
/// <param name="End">Line behind the last.</param>
/// <param name="HeadingLines">How many of them are known to be heading; 0 on a page that goes on.</param>
/// <param name="ColumnEdges">Where its columns end.</param>
/// <param name="FontSize">Font size of the heading.</param>
/// <param name="HeadingDepth">How far below the line of the heading its last line may stand.</param>
internal sealed record AlignedRegion(
    int First, int End, int HeadingLines, List<double> ColumnEdges, double FontSize, double HeadingDepth = double.MaxValue)
{
    /// <summary>Right end of the widest text in the column of names.</summary>
    public double NameRight { get; set; } = double.MaxValue;
}
