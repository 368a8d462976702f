namespace Extractor.Layout;

/// <summary>The vertical strips of a group of lines that no word reaches into; where they persist, columns end.</summary>
internal sealed class FreeSpace
{
    /// <summary>Words closer than this share of the font size belong to one text: word spaces are half as wide.</summary>
    public const double TextGap = 0.5;

    private FreeSpace(List<(double From, double To)> strips) => Strips = strips;

    /// <summary>Free strips between the leftmost and rightmost word, from left to right.</summary>
    public List<(double From, double To)> Strips { get; }

    /// <summary>One strip.</summary>
    public static FreeSpace Between(double from, double to) => new([(from, to)]);

    /// <summary>Strips between the texts of a line.</summary>
    public static FreeSpace Of(TextLine line)
    {
        List<(double From, double To)> texts = Texts(line);
        return new FreeSpace([.. texts.Skip(1).Select((text, i) => (texts[i].To, text.From))]);
    }

    /// <summary>What is left when the texts of another line are taken out; strips narrower than the minimum are lost.</summary>
    public FreeSpace Without(TextLine line, double minWidth)
    {
        List<(double From, double To)> texts = Texts(line);
        var left = new List<(double From, double To)>();
        foreach ((double from, double to) in Strips)
        {
            double start = from;
            foreach ((double x0, double x1) in texts)
            {
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

    /// <summary>What is left when the texts of a line are taken out that stand in one strip alone: names of columns that are empty.</summary>
    public FreeSpace WithoutInner(TextLine line, double minWidth)
    {
        FreeSpace left = this;
        foreach ((double x0, double x1) in Texts(line))
        {
            (double from, double to) = left.Strips.Find(strip => strip.From <= x0 && strip.To >= x1);
            if (to > from && (x0 - from >= minWidth || to - x1 >= minWidth))
            {
                List<(double From, double To)> strips = [.. left.Strips.Where(strip => strip.From != from), (from, x0), (x1, to)];
                strips.RemoveAll(strip => strip.To - strip.From < minWidth);
                strips.Sort();
                left = new FreeSpace(strips);
            }
        }

        return left;
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

    /// <summary>First word of each text of a line.</summary>
    public static List<Word> Firsts(TextLine line)
    {
        List<(double From, double To)> texts = Texts(line);
        return line.Words.FindAll(word => texts.Exists(text => text.From == word.Area.X0));
    }

    /// <summary>Extents of the texts of a line: words of one text are taken with the spaces between them.</summary>
    public static List<(double From, double To)> Texts(TextLine line)
    {
        var texts = new List<(double From, double To)>();
        foreach (Word word in line.Words)
        {
            if (texts.Count > 0 && word.Area.X0 - texts[^1].To <= TextGap * line.FontSize)
            {
                texts[^1] = (texts[^1].From, Math.Max(texts[^1].To, word.Area.X1));
            }
            else
            {
                texts.Add((word.Area.X0, word.Area.X1));
            }
        }

        return texts;
    }
}
