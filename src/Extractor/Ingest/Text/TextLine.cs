using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>A line of a text file with the blanks around its words, which in a text layer stand for empty cells.</summary>
/// <param name="Raw">The line as it stands.</param>
/// <param name="Text">The words, trimmed, in NFC.</param>
/// <param name="Indent">Blanks in front of the words; all blanks of a line without words.</param>
/// <param name="Trailing">Blanks behind the words.</param>
/// <param name="StartsPage">Whether a form feed stands in front of the line.</param>
internal readonly record struct TextLine(string Raw, string Text, int Indent, int Trailing, bool StartsPage)
{
    private const int TabWidth = 8;

    /// <summary>Why its figures may not be what they look like; null where nothing speaks against them.</summary>
    public LocalText? Doubt { get; init; }

    /// <summary>Whether the line has no words.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>Cuts a text into lines at every kind of line end; a form feed also ends a line.</summary>
    /// <exception cref="LimitExceededException">More lines or longer ones than the options allow.</exception>
    public static List<TextLine> Split(string text, TextOptions options)
    {
        var lines = new List<TextLine>();
        bool startsPage = false;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (c is not ('\n' or '\r' or '\f' or '\u2028' or '\u2029' or '\v'))
            {
                continue;
            }

            if (i - start > options.MaxLineLength)
            {
                throw TextLimit.LineLength(options.MaxLineLength);
            }

            if (i > start || c != '\f')
            {
                if (lines.Count == options.MaxLines)
                {
                    throw TextLimit.Lines(options.MaxLines);
                }

                lines.Add(Create(text.AsSpan(start, i - start), startsPage));
                startsPage = false;
            }

            startsPage |= c == '\f';
            i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            start = i + 1;
        }

        return lines;
    }

    private static TextLine Create(ReadOnlySpan<char> raw, bool startsPage)
    {
        ReadOnlySpan<char> words = raw.Trim();
        if (words.IsEmpty)
        {
            return new TextLine(raw.ToString(), "", WidthOf(raw), 0, startsPage);
        }

        int start = raw.Length - raw.TrimStart().Length;
        return new TextLine(raw.ToString(), words.ToString(), WidthOf(raw[..start]), WidthOf(raw[(start + words.Length)..]), startsPage);
    }

    private static int WidthOf(ReadOnlySpan<char> blanks)
    {
        int width = 0;
        foreach (char c in blanks)
        {
            width += c == '\t' ? TabWidth - (width % TabWidth) : 1;
        }

        return width;
    }
}
