namespace Extractor.Layout;

/// <summary>
/// Gathers the heading of a narrow number column, "Số" above "TT", into the line that names the other columns, so that one line tells
/// the columns of a table without vertical rules.
/// </summary>
internal static class NumberHeadings
{
    // In ems: lines of one heading stand no further apart.
    private const double Reach = 3.2;

    // In ems: words of one narrow column stand in its middle.
    private const double Aside = 1;

    private const int LinesSearched = 4;

    /// <summary>Moves the words of such headings to one line each.</summary>
    public static void Gather(PageLayout page)
    {
        for (int i = 0; i + 1 < page.Lines.Count; i++)
        {
            if (TableVocabulary.StartsNumberHeading(page.Lines[i].Words[0].Text) && StandsAlone(page.Lines[i]))
            {
                Gather(page, i);
            }
        }
    }

    private static void Gather(PageLayout page, int first)
    {
        List<TextLine> lines = page.Lines;
        Word start = lines[first].Words[0];
        int widest = first;
        for (int i = first + 1; i < lines.Count && i <= first + LinesSearched && lines[i].Baseline - lines[first].Baseline < Reach * start.FontSize; i++)
        {
            widest = lines[i].Words.Count > lines[widest].Words.Count ? i : widest;
            Word rest = lines[i].Words[0];
            if (Math.Abs(rest.CenterX - start.CenterX) < Aside * start.FontSize && TableVocabulary.IsNumberHeading(start.Text + rest.Text) && StandsAlone(lines[i]))
            {
                Move(page, first, i, widest);
                return;
            }
        }
    }

    private static void Move(PageLayout page, int first, int last, int target)
    {
        var words = new List<Word>(page.Lines[target].Words);
        foreach (int line in (ReadOnlySpan<int>)[first, last])
        {
            if (line != target)
            {
                words.Add(page.Lines[line].Words[0]);
            }
        }

        TextLine heading = page.Lines[target];
        page.Lines[target] = new TextLine(heading.Page, heading.Turn, words, heading.Baseline, heading.FontSize);
        for (int line = last; line >= first; line--)
        {
            if (line != target && (line == first || line == last))
            {
                TextLine old = page.Lines[line];
                if (old.Words.Count == 1)
                {
                    page.Lines.RemoveAt(line);
                }
                else
                {
                    page.Lines[line] = new TextLine(old.Page, old.Turn, old.Words.GetRange(1, old.Words.Count - 1));
                }
            }
        }
    }

    private static bool StandsAlone(TextLine line) =>
        line.Words.Count == 1 || line.Words[1].Area.X0 - line.Words[0].Area.X1 > FreeSpace.TextGap * line.FontSize;
}
