using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>Reads percentages with a blank behind the decimal comma: "99, 75%".</summary>
internal static class BrokenPercent
{
    private const int MostDecimals = 2;

    /// <summary>The percentage whose first digit stands at a place; null if there is none, or a list such as "năm 2020, 75%".</summary>
    public static Figure? ReadAt(string text, int start)
    {
        int comma = start;
        while (comma < text.Length && char.IsAsciiDigit(text[comma]))
        {
            comma++;
        }

        if (comma - start > MostDecimals || comma + 1 >= text.Length || text[comma] != ',' || text[comma + 1] != ' ' || (start > 0 && !IsFree(text[start - 1])))
        {
            return null;
        }

        int first = FigureReader.SkipBlanks(text, comma + 1);
        int last = first;
        while (last < text.Length && char.IsAsciiDigit(text[last]))
        {
            last++;
        }

        int sign = FigureReader.SkipBlanks(text, last);
        if (last == first || last - first > MostDecimals || sign >= text.Length || text[sign] != '%')
        {
            return null;
        }

        decimal value = NumberOf(text.AsSpan(start, comma - start));
        decimal part = NumberOf(text.AsSpan(first, last - first)) / (last - first == 1 ? 10 : 100);
        return new Figure(FigureKind.Percent, value + part, 0, start, sign + 1 - start, NumberNotation.BrokenDecimal);
    }

    private static bool IsFree(char before) => before is ' ' or '\u00A0' or '(' or ':';

    private static decimal NumberOf(ReadOnlySpan<char> digits)
    {
        decimal number = 0;
        foreach (char c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
