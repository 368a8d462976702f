using System.Globalization;
using System.Text;

namespace Extractor.Tables;

/// <summary>The running number of a row as forms print it: <c>3.3.1.</c>, <c>IV</c>, <c>a)</c>, <c>(2)</c>, <c>II.1</c>, <c>-</c>.</summary>
internal static class PrintedNumber
{
    private const int LongestNumber = 14;

    /// <summary>The number without the blanks and line ends a narrow column puts into it; null where the text is no number.</summary>
    public static string? Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            // Zero-width characters count as blanks; digits of East Asian keyboards are digits.
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            if (mended.Length == LongestNumber)
            {
                return null;
            }

            mended.Append(char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c);
        }

        string number = mended.ToString();
        return IsNumber(number) ? number : null;
    }

    /// <summary>Whether a text without blanks is a running number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is "-" or "+" or "*" or "–" or "•")
        {
            return true;
        }

        text = text.TrimStart('(').TrimEnd("). ,:/");
        if (text.IsEmpty)
        {
            return false;
        }

        foreach (Range range in text.SplitAny('.', ',', '/', '-'))
        {
            if (!IsPart(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Length of the number a label starts with, blanks behind it included; 0 where it starts with a word.</summary>
    public static int LeadingLength(ReadOnlySpan<char> label)
    {
        int end = label.IndexOfAny(' ', '\u00A0');
        if (end is <= 0 or > LongestNumber || !IsNumber(label[..end]))
        {
            return 0;
        }

        // "5 phường" is a count, "A Sào" a name: a number in front of a label ends with a sign, has parts, or is Roman.
        ReadOnlySpan<char> number = label[..end];
        bool isMarked = number[^1] is '.' or ')' or '/' or ':' || number.Contains('.') || (number.Length > 1 && IsRoman(number));
        if (!isMarked || number is "-" or "+")
        {
            return 0;
        }

        while (end < label.Length && char.IsWhiteSpace(label[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsPart(ReadOnlySpan<char> part) =>
        part.Length is > 0 and <= 3 && !part.ContainsAnyExceptInRange('0', '9')
        || (part.Length == 1 && char.IsLetter(part[0]))
        || (part.Length <= 6 && IsRoman(part));

    private static bool IsRoman(ReadOnlySpan<char> part) => !part.IsEmpty && !part.ContainsAnyExcept("IVXL");
}
