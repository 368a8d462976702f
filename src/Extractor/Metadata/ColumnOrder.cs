namespace Extractor.Metadata;

/// <summary>
/// Letterhead and signature stand side by side. Where a page is read line by line their words are mixed, so words that know their place are put
/// in order again: the left column, then the right one.
/// </summary>
internal static class ColumnOrder
{
    // Wider than any gap between words, narrower than any gutter between the two columns.
    private const double MinGutter = 9;

    /// <summary>Lines of text in reading order; null where there are no two columns, or no places to tell them by.</summary>
    public static List<ColumnLine>? Find(IReadOnlyList<PlacedText> texts)
    {
        List<ColumnWord> words = [.. texts.SelectMany((text, index) => text.Words.Select(word => new ColumnWord(index, word)))];
        if (words.Count < 4 || words.Exists(w => w.Word.Page != words[0].Word.Page) || Gutter(words) is not { } gutter)
        {
            return null;
        }

        var lines = new List<ColumnLine>();
        Append(lines, words.Where(w => w.Word.Area.X1 <= gutter));
        Append(lines, words.Where(w => w.Word.Area.X1 > gutter));

        return lines;
    }

    // The widest upright strip that no word touches.
    private static double? Gutter(List<ColumnWord> words)
    {
        double covered = double.NegativeInfinity;
        double widest = MinGutter;
        double? gutter = null;
        foreach (ColumnWord word in words.OrderBy(w => w.Word.Area.X0))
        {
            if (!double.IsInfinity(covered) && word.Word.Area.X0 - covered > widest)
            {
                widest = word.Word.Area.X0 - covered;
                gutter = covered + (widest / 2);
            }

            covered = Math.Max(covered, word.Word.Area.X1);
        }

        return gutter;
    }

    private static void Append(List<ColumnLine> lines, IEnumerable<ColumnWord> column)
    {
        var line = new List<ColumnWord>();
        foreach (ColumnWord word in column.OrderBy(w => w.Middle))
        {
            if (line.Count > 0 && word.Middle - line[0].Middle > line[0].Word.Area.Height / 2)
            {
                AppendLine(lines, line);
                line.Clear();
            }

            line.Add(word);
        }

        AppendLine(lines, line);
    }

    // Words of one paragraph that follow each other there stay together, so that they can be quoted.
    private static void AppendLine(List<ColumnLine> lines, List<ColumnWord> line)
    {
        ColumnLine? last = null;
        foreach (ColumnWord word in line.OrderBy(w => w.Word.Area.X0))
        {
            int end = word.Word.Start + word.Word.Length;
            if (last is { } open && open.Text == word.Text && word.Word.Start >= open.End && word.Word.Start - open.End <= 2)
            {
                last = open with { End = end };
                lines[^1] = last.Value;
            }
            else
            {
                last = new ColumnLine(word.Text, word.Word.Start, end);
                lines.Add(last.Value);
            }
        }
    }

    private readonly record struct ColumnWord(int Text, PlacedWord Word)
    {
        public double Middle => (Word.Area.Y0 + Word.Area.Y1) / 2;
    }
}

/// <summary>A part of a text that is one line of a column.</summary>
/// <param name="Text">Index of the text.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last.</param>
internal readonly record struct ColumnLine(int Text, int Start, int End);
