using System.Buffers;
using System.Globalization;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>Finds the marks of some notes in the lines above them and takes them off; a figure that may end with a mark is doubted.</summary>
internal static class NoteMarks
{
    private const int ThousandsAndMark = 4;
    private static readonly SearchValues<char> GroupedDigits = SearchValues.Create("0123456789.");

    /// <summary>Takes the marks off the words they are glued to.</summary>
    /// <param name="lines">Lines of the file, which change where the notes are founded.</param>
    /// <param name="from">First line the marks may stand on.</param>
    /// <param name="to">Line behind the last.</param>
    /// <param name="first">Number of the first note.</param>
    /// <param name="count">Number of notes.</param>
    /// <param name="isSure">Whether the notes are known for ones without their marks.</param>
    /// <returns>Whether the notes are ones.</returns>
    public static bool Find(List<TextLine> lines, int from, int to, int first, int count, bool isSure)
    {
        var found = new (int Line, int Start, int Length)?[count];
        int line = from;
        for (int n = 0; n < count; n++)
        {
            found[n] = FindGlued(lines, line, to, first + n);
            line = found[n]?.Line ?? line;
        }

        if (!isSure && Array.TrueForAll(found, static mark => mark is null))
        {
            return false;
        }

        for (int n = 0; n < count; n++)
        {
            if (found[n] is null)
            {
                int after = Array.FindLastIndex(found, n, n + 1, static mark => mark is not null);
                int before = Array.FindIndex(found, n, static mark => mark is not null);
                DoubtFigures(lines, after < 0 ? from : found[after]!.Value.Line, before < 0 ? to : found[before]!.Value.Line + 1, first + n);
            }
        }

        // From the last to the first, so that the places on a line stay what they are.
        for (int n = count - 1; n >= 0; n--)
        {
            if (found[n] is { } mark)
            {
                string text = lines[mark.Line].Text;
                lines[mark.Line] = lines[mark.Line] with { Text = (text[..mark.Start] + new string(' ', mark.Length) + text[(mark.Start + mark.Length)..]).TrimEnd() };
            }
        }

        return true;
    }

    private static (int Line, int Start, int Length)? FindGlued(List<TextLine> lines, int from, int to, int number)
    {
        string mark = number.ToString(CultureInfo.InvariantCulture);
        for (int i = from; i < to; i++)
        {
            string text = lines[i].Text;
            for (int start = 0; start < text.Length;)
            {
                int end = text.IndexOf(' ', start);
                end = end < 0 ? text.Length : end;
                if (end > start && GluedLength(text.AsSpan(start, end - start).TrimEnd(",;.:"), mark) is > 0 and var length)
                {
                    int word = text.AsSpan(start, end - start).TrimEnd(",;.:").Length;
                    return (i, start + word - length, length);
                }

                start = end + 1;
            }
        }

        return null;
    }

    // "giao1", "sơ(1)", "12[1]", "1.2341": nothing else can be meant.
    private static int GluedLength(ReadOnlySpan<char> word, string mark)
    {
        foreach (string printed in (ReadOnlySpan<string>)[$"({mark})", $"[{mark}]"])
        {
            if (word.Length > printed.Length && word.EndsWith(printed, StringComparison.Ordinal))
            {
                return printed.Length;
            }
        }

        if (word.Length <= mark.Length || !word.EndsWith(mark, StringComparison.Ordinal))
        {
            return 0;
        }

        ReadOnlySpan<char> rest = word[..^mark.Length];
        bool isWord = rest.IndexOfAnyInRange('0', '9') < 0 && char.IsLower(rest[^1]) && VietnameseText.IsSyllable(rest.TrimStart("(“\"").ToString());
        return isWord || IsOverfull(word, mark.Length) ? mark.Length : 0;
    }

    // Four digits behind the point of thousands, one behind a percent sign.
    private static bool IsOverfull(ReadOnlySpan<char> word, int mark)
    {
        int point = word.LastIndexOf('.');
        bool isGrouped = point > 0 && point <= 3 && word[0] != '0' && word.Length - point - 1 == ThousandsAndMark && mark == 1 && word.IndexOfAnyExcept(GroupedDigits) < 0;
        return isGrouped || (word.Length > mark + 1 && word[^(mark + 1)] == '%' && char.IsAsciiDigit(word[0]));
    }

    // "99," and "1.70" are no figures.
    private static bool IsWhole(ReadOnlySpan<char> figure) =>
        char.IsAsciiDigit(figure[^1]) && (figure.LastIndexOf('.') is var point && (point < 0 || figure.Length - point - 1 == ThousandsAndMark - 1));

    private static void DoubtFigures(List<TextLine> lines, int from, int to, int number)
    {
        string mark = number.ToString(CultureInfo.InvariantCulture);
        for (int i = from; i < to; i++)
        {
            string text = lines[i].Text;
            string figure = text[(text.LastIndexOf(' ') + 1)..];
            if (figure.Length > mark.Length && figure.EndsWith(mark, StringComparison.Ordinal) && FigureRun.IsFigure(figure) && IsWhole(figure.AsSpan()[..^mark.Length]))
            {
                lines[i] = lines[i] with
                {
                    Doubt = new LocalText(
                        $"Không thấy dấu của chú thích {mark} ở chỗ nào khác: chữ số cuối của “{figure}” có thể là dấu ấy, số liệu khi đó là “{figure[..^mark.Length]}”.",
                        $"The mark of note {mark} was found nowhere else: the last digit of “{figure}” may be it, and the figure “{figure[..^mark.Length]}”."),
                };
            }
        }
    }
}
