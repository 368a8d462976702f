namespace Extractor.Layout;

/// <summary>Reads the Roman numbers that number pages: "iv", "XII".</summary>
internal static class RomanNumber
{
    // Prefaces and appendices are shorter.
    private const int Longest = 7;

    /// <summary>The number, or 0 if the text is none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return 0;
        }

        int total = 0;
        int before = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            int value = text[i] switch { 'i' or 'I' => 1, 'v' or 'V' => 5, 'x' or 'X' => 10, 'l' or 'L' => 50, _ => 0 };
            if (value == 0 || char.IsUpper(text[i]) != char.IsUpper(text[0]))
            {
                return 0;
            }

            total += value < before ? -value : value;
            before = Math.Max(before, value);
        }

        return total;
    }
}
