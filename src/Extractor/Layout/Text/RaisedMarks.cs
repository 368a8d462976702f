namespace Extractor.Layout;

/// <summary>Tells raised note marks from words of their own and puts them on the line they belong to.</summary>
internal static class RaisedMarks
{
    private const int LongestMark = 4;

    // Marks are compared with every word; no printed page has as many.
    private const int MaxWords = 10_000;

    /// <summary>Replaces each mark by one that says so and shares the baseline of its word.</summary>
    /// <param name="words">Words of a page whose text is upright.</param>
    public static void Find(List<Word> words)
    {
        if (words.Count > MaxWords)
        {
            return;
        }

        for (int i = 0; i < words.Count; i++)
        {
            Word mark = words[i];
            if (!CanBeMark(mark))
            {
                continue;
            }

            Word? owner = null;
            foreach (Word word in words)
            {
                if (IsRaisedBeside(mark, word) && (owner is null || Gap(mark, word) < Gap(mark, owner)))
                {
                    owner = word;
                }
            }

            if (owner is not null)
            {
                words[i] = new Word
                {
                    Text = mark.Text,
                    Area = mark.Area,
                    Baseline = owner.Baseline,
                    FontSize = mark.FontSize,
                    Angle = mark.Angle,
                    IsBold = mark.IsBold,
                    IsItalic = mark.IsItalic,
                    IsRaised = true,
                    Certainty = mark.Certainty,
                };
            }
        }
    }

    private static bool CanBeMark(Word word)
    {
        if (word.Text.Length > LongestMark)
        {
            return false;
        }

        ReadOnlySpan<char> mark = word.Text.AsSpan().Trim("()[]");
        return mark.Length > 0 && (!mark.ContainsAnyExceptInRange('0', '9') || !mark.ContainsAnyExcept('*', '†', '‡')
            || (mark.Length == 1 && char.IsAsciiLetterLower(mark[0])));
    }

    private static bool IsRaisedBeside(Word mark, Word word)
    {
        double rise = word.Baseline - mark.Baseline;
        return mark.FontSize < 0.85 * word.FontSize
            && rise > 0.12 * word.FontSize && rise < 0.7 * word.FontSize
            && (Gap(mark, word) < 0.35 * word.FontSize);
    }

    // Behind the word it marks, or at the start of the note it names.
    private static double Gap(Word mark, Word word) =>
        Math.Min(Math.Abs(mark.Area.X0 - word.Area.X1), Math.Abs(word.Area.X0 - mark.Area.X1));
}
