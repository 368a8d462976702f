using System.Globalization;
using System.Text;

namespace Extractor.Normalisation;

/// <summary>Unicode composition (NFC) that takes any string, broken ones too.</summary>
internal static class NfcText
{
    /// <summary>The text in NFC; the same instance if it already is.</summary>
    public static string Of(string text)
    {
        if (IsPlainlyComposed(text))
        {
            return text;
        }

        string valid = WithoutInvalid(text);
        return valid.IsNormalized(NormalizationForm.FormC) ? valid : valid.Normalize(NormalizationForm.FormC);
    }

    /// <summary>A composed text without soft hyphens, zero-width characters and marks that stand on no letter; the same instance if it has none.</summary>
    public static string WithoutInvisible(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsInvisible(text[i]))
            {
                return string.Concat(text.Where(c => !IsInvisible(c)));
            }
        }

        return text;
    }

    private static bool IsInvisible(char c) =>
        c == '\u00AD' || (c >= '\u0300' && !(c is >= '\u1E00' and <= '\u1EFF')
            && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    // All of ASCII, Latin-1, Latin Extended-A/B and Latin Extended Additional is composed: nearly every text ends here without asking ICU.
    private static bool IsPlainlyComposed(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c >= '\u0300' && c is not ((>= '\u1E00' and <= '\u1EF9') or (>= '\u2010' and <= '\u2026')))
            {
                return false;
            }
        }

        return true;
    }

    // string.Normalize throws on half a surrogate pair and on U+FFFE.
    private static string WithoutInvalid(string text)
    {
        StringBuilder? mended = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] >= '\uFFFE')
            {
                (mended ??= new StringBuilder(text))[i] = '\uFFFD';
            }
        }

        return mended?.ToString() ?? text;
    }
}
