using System.Globalization;

namespace Extractor.Ingest.Text;

/// <summary>Reads the printed numbers of rows, headings and list items: "3.3.1", "IV", "a)", "2.".</summary>
internal static class Numbering
{
    private const int MaxLength = 14;
    private const int MaxDepth = 6;

    // "đ" counts behind "d".
    private const string Letters = "abcdđefghijklmnopqrstuvwxyz";

    /// <summary>The parts of a row number, such as 3, 3, 1; Roman numbers and letters have a negative kind in front. Null if it is none.</summary>
    public static RowNumber? Parse(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(".):");
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        if (char.IsAsciiDigit(text[0]))
        {
            return ParseDigits(text);
        }

        int roman = ReadRoman(text);
        if (roman > 0)
        {
            return new RowNumber(NumberStyle.Roman, [roman]);
        }

        int letter = text.Length == 1 ? Letters.IndexOf(char.ToLowerInvariant(text[0]), StringComparison.Ordinal) + 1 : 0;
        return letter > 0 ? new RowNumber(char.IsUpper(text[0]) ? NumberStyle.Upper : NumberStyle.Lower, [letter]) : null;
    }

    /// <summary>Whether a line begins like a list item or a numbered heading.</summary>
    public static bool StartsItem(string line)
    {
        if (line[0] is '-' or '+' or '*' or '•' or '–' or '#' or '\uF0B7' or '\uF02D')
        {
            return true;
        }

        int space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> word = line.AsSpan(0, space);
        bool isClosed = word[^1] is '.' or ')' || word.Contains('.');
        return Parse(word) is not null && (isClosed || (line.Length > space + 1 && line[space + 1] == '.'));
    }

    private static RowNumber? ParseDigits(ReadOnlySpan<char> text)
    {
        var parts = new List<int>();
        foreach (Range range in text.Split('.'))
        {
            ReadOnlySpan<char> part = text[range];
            if (part.Length is 0 or > 3 || parts.Count == MaxDepth
                || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                return null;
            }

            parts.Add(value);
        }

        return new RowNumber(NumberStyle.Arabic, [.. parts]);
    }

    private static int ReadRoman(ReadOnlySpan<char> text)
    {
        int total = 0, last = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            int value = text[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };
            if (value == 0)
            {
                return 0;
            }

            total += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return total;
    }
}
