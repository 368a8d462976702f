namespace Extractor.Layout;

/// <summary>The vertical strips of a group of lines that no word reaches into; where they persist, columns end.</summary>
internal sealed class FreeSpace
{
    // Words closer than this share of the font size belong to one text.
    private const double TextGap = 0.9;

    private FreeSpace(List<(double From, double To)> strips) => Strips = strips;

    /// <summary>Free strips between the leftmost and rightmost word, from left to right.</summary>
    public List<(double From, double To)> Strips { get; }

    /// <summary>Strips between the texts of a line.</summary>
    public static FreeSpace Of(TextLine line)
    {
        var strips = new List<(double From, double To)>();
        double end = line.Words[0].Area.X1;
        foreach (Word word in line.Words)
        {
            if (word.Area.X0 - end > TextGap * line.FontSize)
            {
                strips.Add((end, word.Area.X0));
            }

            end = Math.Max(end, word.Area.X1);
        }

        return new FreeSpace(strips);
    }

    /// <summary>What is left when the texts of another line are taken out; strips narrower than the minimum are lost.</summary>
    public FreeSpace Without(TextLine line, double minWidth)
    {
        var left = new List<(double From, double To)>();
        foreach ((double from, double to) in Strips)
        {
            double start = from;
            for (int i = 0; i < line.Words.Count;)
            {
                // Words of one text are taken out with the spaces between them.
                double x0 = line.Words[i].Area.X0;
                double x1 = line.Words[i++].Area.X1;
                while (i < line.Words.Count && line.Words[i].Area.X0 - x1 <= TextGap * line.FontSize)
                {
                    x1 = Math.Max(x1, line.Words[i++].Area.X1);
                }

                if (x1 <= start || x0 >= to)
                {
                    continue;
                }

                if (x0 - start >= minWidth)
                {
                    left.Add((start, x0));
                }

                start = x1;
            }

            if (to - start >= minWidth)
            {
                left.Add((start, to));
            }
        }

        return new FreeSpace(left);
    }

    /// <summary>How many of the given strips still hold a free strip.</summary>
    public int CountInside(List<(double From, double To)> strips)
    {
        int count = 0;
        foreach ((double from, double to) in strips)
        {
            count += Strips.Exists(strip => strip.From >= from && strip.To <= to) ? 1 : 0;
        }

        return count;
    }
}
