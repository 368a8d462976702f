namespace Extractor.Layout;

/// <summary>Left and right margin of the body text, as its lines show them.</summary>
internal sealed class BodyMargins
{
    // A page with fewer lines may hold only short ones.
    private const int EnoughLines = 6;

    private readonly Dictionary<int, (double Left, double Right)> _usual = [];

    /// <summary>Learns the usual margins of each page width from its pages full of text.</summary>
    public BodyMargins(IReadOnlyList<PageLayout> pages)
    {
        foreach (IGrouping<int, PageLayout> group in pages.Where(static page => page.Lines.Count >= EnoughLines).GroupBy(Width))
        {
            List<double> left = [.. group.Select(LeftOf).Order()];
            List<double> right = [.. group.Select(RightOf).Order()];
            _usual.Add(group.Key, (left[left.Count / 2], right[right.Count / 2]));
        }
    }

    /// <summary>Margins of a page.</summary>
    public (double Left, double Right) Of(PageLayout page)
    {
        if (page.Lines.Count == 0)
        {
            return (0, page.Width);
        }

        (double left, double right) = (LeftOf(page), RightOf(page));
        return page.Lines.Count < EnoughLines && _usual.TryGetValue(Width(page), out (double Left, double Right) usual)
            ? (Math.Min(left, usual.Left), Math.Max(right, usual.Right))
            : (left, right);
    }

    private static int Width(PageLayout page) => (int)Math.Round(page.Width);

    private static double LeftOf(PageLayout page) => page.Lines.Min(static line => line.Left);

    private static double RightOf(PageLayout page) => page.Lines.Max(static line => line.Right);
}
