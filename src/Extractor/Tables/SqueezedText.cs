using System.Globalization;
using System.Text;

namespace Extractor.Tables;

/// <summary>
/// A heading reduced to its lower-case base letters and digits: narrow columns break headings at any letter (<c>ST T</c>) and scans lose
/// marks, so neither blanks nor diacritics may count when a heading is recognised.
/// </summary>
internal static class SqueezedText
{
    /// <summary>Reduces a text; '%' and '=' stay because units are made of them.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case 'đ' or 'Đ':
                    letters.Append('d');
                    break;
                case 'ƣ' or 'Ƣ':
                    letters.Append('u');
                    break;
                default:
                    if (char.IsAsciiLetterOrDigit(c) || c is '%' or '=')
                    {
                        letters.Append(char.ToLowerInvariant(c));
                    }
                    else if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    {
                        letters.Append(char.ToLowerInvariant(c));
                    }

                    break;
            }
        }

        return letters.ToString();
    }
}
