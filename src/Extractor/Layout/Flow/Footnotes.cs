namespace Extractor.Layout;

/// <summary>Finds the notes at the foot of a page: small print below a short rule, or starting with a raised mark.</summary>
internal static class Footnotes
{
    /// <summary>Takes the note lines out of the page's lines and splits them into notes.</summary>
    /// <param name="page">The page.</param>
    /// <param name="bodySize">Font size of most of the document.</param>
    public static List<(string Mark, List<TextLine> Lines)> Take(PageLayout page, double bodySize)
    {
        var notes = new List<(string Mark, List<TextLine> Lines)>();
        int start = FindStart(page, bodySize);
        if (start < 0)
        {
            return notes;
        }

        for (int i = start; i < page.Lines.Count; i++)
        {
            TextLine line = page.Lines[i];
            if (MarkOf(line) is { } mark && line.Words.Count > 1)
            {
                var text = new TextLine(page.Number, page.Turn, [.. line.Words.Skip(1)]);
                notes.Add((mark, [text]));
            }
            else if (notes.Count > 0)
            {
                notes[^1].Lines.Add(line);
            }
        }

        page.Lines.RemoveRange(start, page.Lines.Count - start);
        return notes;
    }

    private static int FindStart(PageLayout page, double bodySize)
    {
        double lowestTable = page.Tables.Count > 0 ? page.Tables.Max(static table => table.Bottom) : 0;
        int start = page.Lines.Count;
        while (start > 0 && page.Lines[start - 1].FontSize < bodySize + 0.5 && page.Lines[start - 1].Baseline > lowestTable)
        {
            start--;
        }

        for (int i = start; i < page.Lines.Count; i++)
        {
            TextLine line = page.Lines[i];
            bool isSmall = line.FontSize < bodySize - 0.8;
            bool isRaised = line.Words[0].IsRaised;
            if (MarkOf(line) is not null && line.Words.Count > 1 && ((isRaised && isSmall) || HasRuleAbove(page, line, i)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasRuleAbove(PageLayout page, TextLine line, int index)
    {
        double above = index > 0 ? page.Lines[index - 1].Baseline : 0;
        foreach (Rule rule in page.Rules)
        {
            if (rule.IsHorizontal && rule.Length > 36 && rule.Length < page.Width / 2 && rule.X0 < page.Width / 3
                && rule.Y0 > above + 2 && rule.Y0 < line.Baseline - (0.5 * line.FontSize)
                && rule.Y0 > page.Height / 3 && line.Baseline - rule.Y0 < 2.5 * line.FontSize
                && line.Left < page.Width / 3)
            {
                return true;
            }
        }

        return false;
    }

    private static string? MarkOf(TextLine line)
    {
        Word first = line.Words[0];
        string mark = first.Text.Trim('(', ')', '[', ']');
        bool isMark = mark.Length is > 0 and <= 3
            && (ListMarker.IsNumbering(mark) || mark.AsSpan().ContainsAnyExcept("*†‡") == false || first.IsRaised);
        return isMark ? mark : null;
    }
}
