using System.Globalization;
using System.Text;

namespace Extractor.Cli.Terminals;

/// <summary>Columns a text takes on a screen, so that Vietnamese in any Unicode form lines up.</summary>
internal static class TextWidth
{
    /// <summary>Columns of the text.</summary>
    public static int Of(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The text in exactly so many columns: filled with spaces, or cut with "…".</summary>
    public static string Fit(string text, int columns)
    {
        int width = Of(text);
        if (width <= columns)
        {
            return text + new string(' ', columns - width);
        }

        var cut = new StringBuilder();
        int used = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > columns - 1)
            {
                break;
            }

            cut.Append(rune.ToString());
            used += Of(rune);
        }

        return cut.Append('…').Append(' ', columns - 1 - used).ToString();
    }

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        // A mark is drawn over the letter before it.
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // The wide blocks of Unicode Standard Annex 11 that occur in office documents: CJK, Hangul, full-width forms, pictographs.
    private static bool IsWide(int value) =>
        value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
            or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
