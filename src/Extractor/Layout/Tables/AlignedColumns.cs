namespace Extractor.Layout;

/// <summary>Edges of the columns of a table without vertical rules: strips its rows leave free.</summary>
internal static class AlignedColumns
{
    /// <summary>Edges from left to right.</summary>
    /// <param name="parts">Lines below each printing of the heading.</param>
    /// <param name="minStrip">Narrowest strip.</param>
    public static List<double> Edges(List<HeadedLines> parts, double minStrip)
    {
        List<(double From, double To)> gaps = FreeSpace.Of(parts[0].HeadingLine).Strips;
        List<TextLine> lines = [.. parts.SelectMany(static part => part.Lines)];
        double left = lines.Min(static line => line.Left);
        double right = lines.Max(static line => line.Right);
        FreeSpace free = FreeSpace.Between(left, right);
        foreach (TextLine line in parts.SelectMany(static part => part.Lines.Skip(part.Body)))
        {
            free = free.Without(line, minStrip);
        }

        // The heading says the same in each printing.
        HeadedLines first = parts[0];
        for (int i = first.Body - 1; i > first.Heading; i--)
        {
            free = free.WithoutInner(first.Lines[i], minStrip);
        }

        // A text of the heading may stand above several columns, which bear names of their own below it.
        free = free.WithoutInner(first.HeadingLine, minStrip);
        List<(double From, double To)> strips = free.Strips;
        strips.RemoveAll(strip => strip.From <= left || strip.To >= right || !IsNamed(first, strip, gaps));
        var edges = new List<double> { left - 2 };
        // Columns that share a name have names of their own below it: nothing is to be chosen there.
        List<(double From, double To)> unnamed = gaps.FindAll(gap => !first.Lines[(first.Heading + 1)..first.Body].Exists(line =>
            line.Words.Exists(word => word.CenterX > gap.From && word.CenterX < gap.To) && FreeSpace.Of(line).Strips.Count > 0));
        edges.AddRange(ColumnBorders.Choose(lines, unnamed, strips).Select(strip => Middle(first, strip)));
        edges.Add(right + 2);
        JoinNames(edges, parts);
        return edges;
    }

    // A name in the middle of its column may stand beside all its texts, which are flush left or right.
    private static void JoinNames(List<double> edges, List<HeadedLines> parts)
    {
        int[] named = new int[edges.Count - 1];
        int[] filled = new int[edges.Count - 1];
        foreach (HeadedLines part in parts)
        {
            for (int i = 0; i < part.Lines.Count; i++)
            {
                foreach ((double from, double to) in FreeSpace.Texts(part.Lines[i]))
                {
                    // A text above several columns names none of them.
                    int column = Math.Max(0, PositionClusters.IntervalOf(edges, from));
                    (i < part.Body ? named : filled)[column] += to <= edges[column + 1] ? 1 : 0;
                }
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

    // A border stands in a gap of the heading, or below one of its texts if further texts stand on both sides of it there.
    private static bool IsNamed(HeadedLines part, (double From, double To) strip, List<(double From, double To)> gaps)
    {
        if (gaps.Exists(gap => gap.From < strip.To && gap.To > strip.From && Math.Min(gap.To, strip.To) - Math.Max(gap.From, strip.From) > 1))
        {
            return true;
        }

        for (int i = 0; i < part.Body; i++)
        {
            TextLine line = part.Lines[i];
            if (i != part.Heading && line.Left < strip.From && line.Right > strip.To
                && line.Words.TrueForAll(word => word.Area.X1 <= strip.To || word.Area.X0 >= strip.From)
                && FreeSpace.Of(line).Strips.Exists(gap => gap.From < strip.To && gap.To > strip.From))
            {
                return true;
            }
        }

        return false;
    }

    // The middle of the strip, moved aside where a text of the heading that stands beside it reaches into it.
    private static double Middle(HeadedLines part, (double From, double To) strip)
    {
        double middle = (strip.From + strip.To) / 2;
        for (int i = 0; i < part.Body; i++)
        {
            foreach ((double from, double to) in FreeSpace.Of(part.Lines[i]).Strips)
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
