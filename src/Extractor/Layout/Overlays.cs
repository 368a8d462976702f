using Extractor.Models;

namespace Extractor.Layout;

/// <summary>Finds what is printed over a page and not part of it: stamps, and watermarks in huge letters across other words.</summary>
internal static class Overlays
{
    // Titles are up to twice as large as the text.
    private const double HugeShare = 2.2;
    private const double HugeSize = 28;

    /// <summary>Takes such words out of both lists.</summary>
    /// <param name="words">Words in the direction of the page.</param>
    /// <param name="across">Words in other directions.</param>
    public static List<Word> Take(List<Word> words, List<Word> across)
    {
        List<Word> overlay = words.FindAll(static word => word.IsStamp);
        overlay.AddRange(across.FindAll(static word => word.IsStamp));
        double limit = Math.Max(HugeSize, HugeShare * UsualSize(words));
        overlay.AddRange(across.FindAll(word => !word.IsStamp && word.FontSize > limit));
        List<Word> huge = words.FindAll(word => !word.IsStamp && word.FontSize > limit);
        foreach (Word word in huge)
        {
            // A huge title stands alone; a watermark lies across the text, with all its words.
            if (words.Exists(other => other.FontSize < limit && !other.IsStamp && Overlap(word, other)))
            {
                overlay.AddRange(huge.FindAll(other => Math.Abs(other.Baseline - word.Baseline) < 0.3 * word.FontSize && !overlay.Contains(other)));
            }
        }

        if (overlay.Count > 0)
        {
            HashSet<Word> taken = [.. overlay];
            words.RemoveAll(taken.Contains);
            across.RemoveAll(taken.Contains);
        }

        return overlay;
    }

    private static double UsualSize(List<Word> words)
    {
        List<double> sizes = [.. words.Select(static word => word.FontSize).Order()];
        return sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
    }

    // The body of the letters, without the room above and below them.
    private static bool Overlap(Word huge, Word word)
    {
        Box body = new(huge.Area.X0, huge.Baseline - (0.7 * huge.FontSize), huge.Area.X1, huge.Baseline);
        return body.Contains(word.CenterX, word.CenterY);
    }
}
