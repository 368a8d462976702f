namespace Extractor.Layout;

/// <summary>Recognises words that start a list item: "-", "+", "•", "1.", "a)", "IV.".</summary>
internal static class ListMarker
{
    private const string Bullets = "-–—+*•●○▪■◦";

    /// <summary>Whether a line starts with a marker that a text follows.</summary>
    public static bool Starts(TextLine line)
    {
        string first = line.Words[0].Text;
        if (IsBullet(first) || IsOrdinal(first))
        {
            return line.Words.Count > 1;
        }

        return first.Length > 1 && Bullets.Contains(first[0], StringComparison.Ordinal) && char.IsLetter(first[1]);
    }

    /// <summary>Whether the word is a bullet of its own.</summary>
    public static bool IsBullet(string word) => word.Length == 1 && Bullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>Whether the word is a number or letter of a list: "1.", "2)", "3.1.", "a)", "IV.".</summary>
    public static bool IsOrdinal(string word)
    {
        if (word.Length is < 2 or > 8 || word[^1] is not ('.' or ')' or '/'))
        {
            return false;
        }

        ReadOnlySpan<char> body = word.AsSpan(0, word.Length - 1);
        return IsNumbering(body) || (body.Length == 1 && char.IsLetter(body[0])) || IsRoman(body);
    }

    /// <summary>Whether the word numbers a row: "1", "2.1.", "a)", "IV".</summary>
    public static bool IsNumber(string word) => IsOrdinal(word) || IsNumbering(word) || IsRoman(word) || IsSectioned(word);

    /// <summary>Whether the word is a single letter, as rows of a section are numbered: "a", "đ", "B".</summary>
    public static bool IsLetter(string word) => word.Length == 1 && char.IsLetter(word[0]);

    // "A.1", "II.3.2": the section stands in front.
    private static bool IsSectioned(string word)
    {
        int point = word.IndexOf('.', StringComparison.Ordinal);
        ReadOnlySpan<char> section = word.AsSpan(0, Math.Max(0, point));
        return point + 1 < word.Length && (IsRoman(section) || (section.Length == 1 && char.IsLetter(section[0]))) && IsNumbering(word.AsSpan(point + 1));
    }

    /// <summary>Whether the characters are digits and dots that start with a digit.</summary>
    public static bool IsNumbering(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is not (>= '0' and <= '9' or '.'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] != '.';
    }

    /// <summary>Whether the characters are capital Roman digits.</summary>
    public static bool IsRoman(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept("IVXLC");
}
