namespace Extractor.Layout;

/// <summary>Groups words into lines by baseline, never by the order they were drawn in.</summary>
internal static class LineFinder
{
    // A share of the font size: fonts mixed on one line differ by less, the closest set lines by more.
    private const double BaselineTolerance = 0.3;

    /// <summary>Lines from top to bottom.</summary>
    public static List<TextLine> Find(int page, PageTurn turn, List<Word> words)
    {
        var lines = new List<TextLine>();
        if (words.Count == 0)
        {
            return lines;
        }

        words.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));
        var current = new List<Word> { words[0] };
        for (int i = 1; i < words.Count; i++)
        {
            Word word = words[i];
            Word anchor = current[0];
            if (word.Baseline - anchor.Baseline > BaselineTolerance * Math.Min(word.FontSize, anchor.FontSize))
            {
                lines.Add(new TextLine(page, turn, current));
                current = [];
            }

            current.Add(word);
        }

        lines.Add(new TextLine(page, turn, current));
        return lines;
    }
}
