using System.Globalization;
using System.Text;

namespace Extractor.Storage;

/// <summary>Vietnamese text without case, diacritics and doubled spaces, so that "ha long" finds "Hạ Long".</summary>
public static class FoldedText
{
    /// <summary>The folded form.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            char lower = char.ToLowerInvariant(c);
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(lower))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else
            {
                folded.Append(lower == 'đ' ? 'd' : lower);
            }
        }

        return folded.ToString().TrimEnd();
    }
}
