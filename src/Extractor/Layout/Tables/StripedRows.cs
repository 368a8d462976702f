namespace Extractor.Layout;

/// <summary>
/// Where only every other row is shaded, only those rows have edges. Stripes with the same columns are joined through the rows between them.
/// </summary>
internal static class StripedRows
{
    private const double Tolerance = 2;

    // In points: about eight lines of text in the row between two stripes.
    private const double MaxDistance = 120;

    private const int FewestEdges = 3;

    // More than any printed page asks for.
    private const long MaxComparisons = 2_000_000;

    /// <summary>
    /// The vertical rules, with those added that lead through unshaded rows. Where a heading names the columns, the stripes' own edges are
    /// dropped instead: the words tell the columns of all rows, those at the ends too.
    /// </summary>
    /// <param name="horizontal">Horizontal rules, merged.</param>
    /// <param name="vertical">Vertical rules, merged.</param>
    /// <param name="shaded">The vertical ones that are edges of shaded areas; where there are none, boxes drawn around some rows are taken for them.</param>
    /// <param name="words">Words of the page.</param>
    public static List<Rule> Connect(List<Rule> horizontal, List<Rule> vertical, List<Rule> shaded, List<Word> words)
    {
        List<(double Top, double Bottom, List<double> Edges)> stripes = Stripes(shaded.Count > 0 ? shaded : vertical);
        var added = new List<Rule>();
        if ((long)stripes.Count * (words.Count + horizontal.Count + vertical.Count) > MaxComparisons)
        {
            return vertical;
        }

        for (int i = 0; i + 1 < stripes.Count; i++)
        {
            (double top, double bottom, List<double> edges) = stripes[i];
            (double nextTop, double nextBottom, List<double> nextEdges) = stripes[i + 1];
            if (nextTop - bottom is > Tolerance and < MaxDistance && AreSame(edges, nextEdges)
                && (shaded.Count > 0 || !IsDrawn(vertical, bottom, nextTop))
                && (IsOneRow(horizontal, top, bottom) || IsOneRow(horizontal, nextTop, nextBottom))
                && !CrossesEdge(words, bottom, nextTop, edges))
            {
                added.AddRange(edges.Select(x => new Rule(x, bottom, x, nextTop)));
            }
        }

        if (added.Count == 0)
        {
            return vertical;
        }

        if (words.Exists(static word => TableVocabulary.IsNumberHeading(word.Text)))
        {
            double first = stripes.Min(static stripe => stripe.Top);
            double last = stripes.Max(static stripe => stripe.Bottom);
            return vertical.FindAll(rule => rule.Y1 < first - Tolerance || rule.Y0 > last + Tolerance);
        }

        // Other parts of layout rely on rules sorted by position.
        List<Rule> all = [.. vertical, .. added];
        all.Sort(static (a, b) => a.X0.CompareTo(b.X0));
        return all;
    }

    private static List<(double Top, double Bottom, List<double> Edges)> Stripes(List<Rule> vertical)
    {
        var stripes = new List<(double Top, double Bottom, List<double> Edges)>();
        foreach (Rule rule in vertical.OrderBy(static rule => rule.Y0).ThenBy(static rule => rule.X0))
        {
            if (stripes.Count > 0 && Math.Abs(stripes[^1].Top - rule.Y0) <= Tolerance && Math.Abs(stripes[^1].Bottom - rule.Y1) <= Tolerance)
            {
                stripes[^1].Edges.Add(rule.X0);
            }
            else
            {
                stripes.Add((rule.Y0, rule.Y1, [rule.X0]));
            }
        }

        stripes.ForEach(static stripe => stripe.Edges.Sort());
        stripes.RemoveAll(static stripe => stripe.Edges.Count < FewestEdges);
        return stripes;
    }

    private static bool AreSame(List<double> edges, List<double> others)
    {
        if (edges.Count != others.Count)
        {
            return false;
        }

        for (int i = 0; i < edges.Count; i++)
        {
            if (Math.Abs(edges[i] - others[i]) > Tolerance)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOneRow(List<Rule> horizontal, double top, double bottom) =>
        !horizontal.Exists(rule => rule.Y0 > top + (2 * Tolerance) && rule.Y0 < bottom - (2 * Tolerance));

    // Where some edges end and others run on, the row between is drawn too, and its cells are merged.
    private static bool IsDrawn(List<Rule> vertical, double top, double bottom) =>
        vertical.Exists(rule => rule.Y0 < top + Tolerance && rule.Y1 > bottom - Tolerance);

    private static bool CrossesEdge(List<Word> words, double top, double bottom, List<double> edges) =>
        words.Exists(word => word.CenterY > top && word.CenterY < bottom
            && edges.Exists(x => word.Area.X0 < x - Tolerance && word.Area.X1 > x + Tolerance));
}
