using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Ingest.Text;

/// <summary>
/// Takes footnotes off the ends of pages, and their marks off the words they are glued to: printed texts keep a raised mark as a letter like others
/// ("giao1", "1.2341", "12[1]"). A block of notes is known by marks of its own above it, or because it counts on from one that is.
/// </summary>
internal static class PageNotes
{
    private const int MostLinesOfBlock = 24;
    private const int MostLinesOfNote = 3;
    private const int FewestWords = 3;

    /// <summary>Takes the notes out of the lines; theirs are empty then.</summary>
    /// <param name="lines">Lines of the file, which change.</param>
    public static ImmutableArray<Note> TakeOut(List<TextLine> lines)
    {
        var notes = ImmutableArray.CreateBuilder<Note>();
        int from = 0, last = 0;
        for (int end = 1; end <= lines.Count; end++)
        {
            if (end < lines.Count && !lines[end].StartsPage)
            {
                continue;
            }

            if ((FindBlock(lines, from, end, last + 1) ?? (last > 0 ? FindBlock(lines, from, end, 1) : null)) is { } block)
            {
                bool isFounded = NoteMarks.Find(lines, from, block.Start, block.First, block.Count, isSure: block.First > 1);
                if (isFounded)
                {
                    TakeBlock(lines, block, end, notes);
                    (from, last) = (end, block.First + block.Count - 1);
                }
            }
        }

        return notes.ToImmutable();
    }

    // The lines at the end of a page that begin with a number and count on from it; longer notes wrap.
    private static (int Start, int First, int Count)? FindBlock(List<TextLine> lines, int from, int end, int first)
    {
        for (int start = Math.Max(from, end - MostLinesOfBlock); start < end; start++)
        {
            if (Starts(lines[start], first) && CountFrom(lines, start, end, first) is > 0 and var count)
            {
                return (start, first, count);
            }
        }

        return null;
    }

    private static int CountFrom(List<TextLine> lines, int start, int end, int first)
    {
        int count = 0, wrapped = 0;
        for (int i = start; i < end; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            bool starts = Starts(lines[i], first + count);
            wrapped = starts ? 0 : wrapped + 1;
            count += starts ? 1 : 0;
            if (wrapped >= MostLinesOfNote || (!starts && Numbering.StartsItem(lines[i].Text)))
            {
                return 0;
            }
        }

        return count;
    }

    private static bool Starts(TextLine line, int number) => TextOf(line.Text, number) is { } text
        && text.Length > 0 && (char.IsUpper(text[0]) || text[0] is '(' or '“' or '"') && FoldedText.FirstWords(text, FewestWords).Count == FewestWords
        && !FigureRun.IsFigure(text.AsSpan(text.LastIndexOf(' ') + 1));

    // "1 Theo …", "(1) Theo …", "[1] Theo …"
    private static string? TextOf(string line, int number)
    {
        string mark = number.ToString(CultureInfo.InvariantCulture);
        foreach (string printed in (ReadOnlySpan<string>)[mark, $"({mark})", $"[{mark}]"])
        {
            if (line.StartsWith(printed, StringComparison.Ordinal) && line.Length > printed.Length && line[printed.Length] is ' ' or '\u00A0')
            {
                return line[printed.Length..].Trim();
            }
        }

        return null;
    }

    private static void TakeBlock(List<TextLine> lines, (int Start, int First, int Count) block, int end, ImmutableArray<Note>.Builder notes)
    {
        int number = block.First - 1;
        var words = new List<string>();
        for (int i = block.Start; i < end; i++)
        {
            if (Starts(lines[i], number + 1))
            {
                Flush();
                number++;
                words.Add(TextOf(lines[i].Text, number) ?? "");
            }
            else if (!lines[i].IsBlank)
            {
                words.Add(lines[i].Text);
            }

            lines[i] = lines[i] with { Text = "", Indent = 0, Trailing = 0 };
        }

        Flush();

        void Flush()
        {
            if (words.Count > 0)
            {
                notes.Add(new Note(number.ToString(CultureInfo.InvariantCulture), new PlacedText(string.Join(' ', words))));
                words.Clear();
            }
        }
    }
}
