namespace Extractor.Layout;

/// <summary>Edges of the columns of a table without vertical rules: strips its rows leave free.</summary>
internal static class AlignedColumns
{
    private const int MaxHeadingLines = 6;

    /// <summary>Edges from left to right.</summary>
    /// <param name="lines">Lines of the table.</param>
    /// <param name="heading">Index of the line that names the number column.</param>
    /// <param name="gaps">Gaps between the texts of that line.</param>
    /// <param name="minStrip">Narrowest strip.</param>
    public static List<double> Edges(List<TextLine> lines, int heading, List<(double From, double To)> gaps, double minStrip)
    {
        double left = lines.Min(static line => line.Left);
        double right = lines.Max(static line => line.Right);
        int body = BodyStart(lines, heading, gaps[0]);
        FreeSpace free = FreeSpace.Between(left, right);
        for (int i = body; i < lines.Count; i++)
        {
            free = free.Without(lines[i], minStrip);
        }

        for (int i = body - 1; i > heading; i--)
        {
            free = free.WithoutInner(lines[i], minStrip);
        }

        // A text of the heading may stand above several columns, which bear names of their own below it.
        free = free.WithoutInner(lines[heading], minStrip);
        List<(double From, double To)> strips = free.Strips;
        strips.RemoveAll(strip => strip.From <= left || strip.To >= right || !IsNamed(lines, heading, body, strip, gaps));
        var edges = new List<double> { left - 2 };
        // Columns that share a name have names of their own below it: nothing is to be chosen there.
        List<(double From, double To)> unnamed = gaps.FindAll(gap => !lines[(heading + 1)..body].Exists(line =>
            line.Words.Exists(word => word.CenterX > gap.From && word.CenterX < gap.To) && FreeSpace.Of(line).Strips.Count > 0));
        edges.AddRange(ColumnBorders.Choose(lines, unnamed, strips).Select(strip => Middle(lines, body, strip)));
        edges.Add(right + 2);
        JoinNames(edges, lines, body);
        return edges;
    }

    // A name in the middle of its column may stand beside all its texts, which are flush left or right.
    private static void JoinNames(List<double> edges, List<TextLine> lines, int body)
    {
        int[] named = new int[edges.Count - 1];
        int[] filled = new int[edges.Count - 1];
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (Word word in lines[i].Words)
            {
                (i < body ? named : filled)[Math.Max(0, PositionClusters.IntervalOf(edges, word.CenterX))]++;
            }
        }

        for (int column = named.Length - 1; column > 0; column--)
        {
            bool isNameRight = named[column] > 0 && filled[column] == 0 && named[column - 1] == 0 && filled[column - 1] > 0;
            bool isNameLeft = named[column - 1] > 0 && filled[column - 1] == 0 && named[column] == 0 && filled[column] > 0;
            if (isNameRight || isNameLeft)
            {
                edges.RemoveAt(column--);
            }
        }
    }

    private static int BodyStart(List<TextLine> lines, int heading, (double From, double To) first)
    {
        int body = heading + 1;
        while (body < lines.Count && body - heading < MaxHeadingLines && lines[body].Left > (first.From + first.To) / 2)
        {
            body++;
        }

        return body;
    }

    // A border stands in a gap of the heading, or below one of its texts if further texts stand on both sides of it there.
    private static bool IsNamed(List<TextLine> lines, int heading, int body, (double From, double To) strip, List<(double From, double To)> gaps)
    {
        if (gaps.Exists(gap => gap.From < strip.To && gap.To > strip.From && Math.Min(gap.To, strip.To) - Math.Max(gap.From, strip.From) > 1))
        {
            return true;
        }

        for (int i = 0; i < body; i++)
        {
            if (i != heading && lines[i].Left < strip.From && lines[i].Right > strip.To
                && lines[i].Words.TrueForAll(word => word.Area.X1 <= strip.To || word.Area.X0 >= strip.From)
                && FreeSpace.Of(lines[i]).Strips.Exists(gap => gap.From < strip.To && gap.To > strip.From))
            {
                return true;
            }
        }

        return false;
    }

    // The middle of the strip, moved aside where a text of the heading that stands beside it reaches into it.
    private static double Middle(List<TextLine> lines, int body, (double From, double To) strip)
    {
        double middle = (strip.From + strip.To) / 2;
        for (int i = 0; i < body; i++)
        {
            foreach ((double from, double to) in FreeSpace.Of(lines[i]).Strips)
            {
                double low = Math.Max(from, strip.From);
                double high = Math.Min(to, strip.To);
                if (high - low > 1 && (middle < low || middle > high))
                {
                    middle = (low + high) / 2;
                }
            }
        }

        return middle;
    }
}
