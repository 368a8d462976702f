using Extractor.Normalisation;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>Tells numbers that name something (dates, documents, levels, years, standards) from numbers that count.</summary>
internal static class ReferenceFigures
{
    /// <summary>Whether the figure counts nothing.</summary>
    public static bool IsReference(string text, Figure figure)
    {
        if (IsGlued(text, figure) || IsRange(text, figure))
        {
            return true;
        }

        string before = WordBefore(text, figure.Start, out int wordStart);
        if (before is "số" && WordBefore(text, wordStart, out _) is not ("tổng" or "cộng" or "có"))
        {
            return true;
        }

        string behind = WordBehind(text, figure.End, out int wordEnd);
        if (ProseWords.Reference.Contains(before) && IsName(figure, before, text, wordStart))
        {
            return true;
        }

        if (figure.Kind == FigureKind.Number && ProseWords.Period.Contains(behind)
            && !(behind is "cấp" && WordBehind(text, wordEnd, out _) is "xã" or "huyện" or "tỉnh"))
        {
            return true;
        }

        return IsYear(figure) && behind.Length == 0 && !IsAfterColon(text, figure.Start);
    }

    // Days, levels and places in a list have one or two digits: "trong năm 512 hồ sơ" counts, "cung cấp 4 dịch vụ" does too.
    private static bool IsName(Figure figure, string before, string text, int wordStart) =>
        figure.Kind == FigureKind.Percent
            ? before is not ("mức" or "mức độ" or "cấp")
            : (figure.Value < 100 || IsYear(figure)) && !(before is "cấp" && WordBefore(text, wordStart, out _) is "cung");

    private static bool IsGlued(string text, Figure figure)
    {
        char before = figure.Start > 0 ? text[figure.Start - 1] : ' ';
        char behind = figure.End < text.Length ? text[figure.End] : ' ';
        bool isPartBefore = char.IsLetterOrDigit(before) || before is '/' or '_' or '.' or '@'
            || (before is ':' && figure.Start > 1 && char.IsDigit(text[figure.Start - 2]))
            || (before is '-' && figure.Start > 1 && char.IsLetterOrDigit(text[figure.Start - 2]));
        bool isPartBehind = (char.IsLetter(behind) && !IsMissingBlank(text, figure.End)) || behind is '/' or '_' or '@' or '='
            || (behind is ':' or '.' or ',' && figure.End + 1 < text.Length && char.IsDigit(text[figure.End + 1]));
        return isPartBefore || isPartBehind;
    }

    // "375hồ sơ" lacks a blank, "14a", "15h" and "4G" name something.
    private static bool IsMissingBlank(string text, int end) =>
        end + 1 < text.Length && char.IsLower(text[end]) && char.IsLetter(text[end + 1]);

    private static bool IsRange(string text, Figure figure)
    {
        int behind = FigureReader.SkipBlanks(text, figure.End);
        int next = behind < text.Length && text[behind] is '-' or '–' ? FigureReader.SkipBlanks(text, behind + 1) : text.Length;
        int before = figure.Start - 1;
        while (before > 0 && text[before] == ' ')
        {
            before--;
        }

        bool endsRange = before > 0 && text[before] is '-' or '–' && PreviousInk(text, before - 1) is { } ink && (char.IsDigit(ink) || ink == '%');
        return endsRange || (next < text.Length && char.IsDigit(text[next]));
    }

    private static char? PreviousInk(string text, int at)
    {
        while (at >= 0 && text[at] == ' ')
        {
            at--;
        }

        return at >= 0 ? text[at] : null;
    }

    private static bool IsYear(Figure figure) =>
        figure is { Kind: FigureKind.Number, Notation: NumberNotation.Plain, Length: 4, Value: >= 1900 and <= 2100 };

    private static bool IsAfterColon(string text, int start) => PreviousInk(text, start - 1) == ':';

    // "mức độ" is one word here, as are all others single syllables.
    private static string WordBefore(string text, int end, out int start)
    {
        int last = end;
        while (last > 0 && text[last - 1] is ' ' or '\u00A0')
        {
            last--;
        }

        start = last;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        string word = MatchKey.Of(text[start..last]);
        return word is "độ" && text.AsSpan(0, start).TrimEnd().EndsWith("ức", StringComparison.Ordinal) ? "mức độ" : word;
    }

    private static string WordBehind(string text, int start, out int end)
    {
        int first = FigureReader.SkipBlanks(text, start);
        end = first;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return MatchKey.Of(text[first..end]);
    }
}
