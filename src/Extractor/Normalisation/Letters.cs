namespace Extractor.Normalisation;

/// <summary>What .NET says of letters, from tables: beyond Latin-1 asking it costs several times as much, and most Vietnamese vowels stand there.</summary>
internal static class Letters
{
    /// <summary>Characters that tables of letters cover: Latin Extended Additional, where Vietnamese ends, ends below.</summary>
    public const int TableSize = 0x1F00;

    private static readonly char[] Lower = BuildLower();
    private static readonly Traits[] TraitsOf = BuildTraits();

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Letter = 1,
        Digit = 2,
        Lower = 4,
        Upper = 8,
    }

    /// <summary>Whether a character is a letter.</summary>
    public static bool IsLetter(char c) => c < TableSize ? (TraitsOf[c] & Traits.Letter) != 0 : char.IsLetter(c);

    /// <summary>Whether a character is a letter or a digit.</summary>
    public static bool IsLetterOrDigit(char c) => c < TableSize ? (TraitsOf[c] & (Traits.Letter | Traits.Digit)) != 0 : char.IsLetterOrDigit(c);

    /// <summary>Whether a character is a small letter.</summary>
    public static bool IsLower(char c) => c < TableSize ? (TraitsOf[c] & Traits.Lower) != 0 : char.IsLower(c);

    /// <summary>Whether a character is a capital.</summary>
    public static bool IsUpper(char c) => c < TableSize ? (TraitsOf[c] & Traits.Upper) != 0 : char.IsUpper(c);

    /// <summary>The small letter of a character, whatever the culture.</summary>
    public static char ToLower(char c) => c < TableSize ? Lower[c] : char.ToLowerInvariant(c);

    private static char[] BuildLower()
    {
        var table = new char[TableSize];
        for (int c = 0; c < TableSize; c++)
        {
            table[c] = (char)c;
        }

        ReadOnlySpan<char> all = [.. table];
        all.ToLowerInvariant(table);
        return table;
    }

    private static Traits[] BuildTraits()
    {
        var table = new Traits[TableSize];
        for (int i = 0; i < TableSize; i++)
        {
            char c = (char)i;
            table[i] = (char.IsLetter(c) ? Traits.Letter : 0) | (char.IsDigit(c) ? Traits.Digit : 0)
                | (char.IsLower(c) ? Traits.Lower : 0) | (char.IsUpper(c) ? Traits.Upper : 0);
        }

        return table;
    }
}
