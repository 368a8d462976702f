namespace Extractor.Layout;

/// <summary>
/// Finds the columns a short text of a heading stands above. It may lie within one of them; but the other has no text at its height, and it
/// stands in the middle of both.
/// </summary>
internal static class AlignedHeaderSpan
{
    // In ems: texts of one level differ in height by less where one of them wraps.
    private const double Level = 0.8;
    private const double Flush = 0.2;
    private const double Centred = 0.5;

    /// <summary>First and last column of the text.</summary>
    /// <param name="texts">All texts of the heading with the columns they lie in.</param>
    /// <param name="column">The column the text lies in.</param>
    /// <param name="text">The text.</param>
    public static (int First, int Last) Of(List<(int First, int Last, List<Word> Words)> texts, int column, List<Word> text)
    {
        double limit = text[0].Baseline + (Level * text[0].FontSize);
        if (Below(texts, column, limit) is not { } own)
        {
            return (column, column);
        }

        double em = text[0].FontSize;
        bool isFlushLeft = Math.Abs(text[0].Area.X0 - own.Left) < Flush * em;
        bool isFlushRight = Math.Abs(text[^1].Area.X1 - own.Right) < Flush * em;
        double middle = Middle(text[0].Area.X0, text[^1].Area.X1);
        if (Math.Abs(Middle(own.Left, own.Right) - middle) < Centred * em || isFlushRight || (isFlushLeft && IsUnnamed(texts, 0, limit)))
        {
            // The rest of a name that wraps. Names that stand at the bottom of their cells leave the place beside its first line empty.
            return (column, column);
        }

        (int First, int Last) best = (column, column);
        double least = double.MaxValue;
        (int first, double left) = (column, own.Left);
        for (; (first == column || (!isFlushLeft && IsUnnamed(texts, first, limit))) && Below(texts, first, limit) is { } start; first--)
        {
            left = Math.Min(left, start.Left);
            (int last, double right) = (column, own.Right);
            for (; (last == column || IsUnnamed(texts, last, limit)) && Below(texts, last, limit) is { } end; last++)
            {
                right = Math.Max(right, end.Right);
                double offset = isFlushLeft ? -last : Math.Abs(Middle(left, right) - middle);
                if (last > first && offset < least)
                {
                    (best, least) = ((first, last), offset);
                }
            }
        }

        return best;
    }

    // Extent of the texts of a column below a height; null if it has none there.
    private static (double Left, double Right)? Below(List<(int First, int Last, List<Word> Words)> texts, int column, double limit)
    {
        List<List<Word>> below = [.. texts.Where(text => text.First == column && text.Last == column && text.Words[0].Baseline > limit).Select(static text => text.Words)];
        return below.Count == 0 ? null : (below.Min(static words => words[0].Area.X0), below.Max(static words => words[^1].Area.X1));
    }

    private static bool IsUnnamed(List<(int First, int Last, List<Word> Words)> texts, int column, double limit) =>
        !texts.Exists(text => text.First <= column && text.Last >= column && text.Words[0].Baseline <= limit);

    private static double Middle(double left, double right) => (left + right) / 2;
}
