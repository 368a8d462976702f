using System.Buffers;
using System.Globalization;
using System.Text;

namespace Extractor.Tables;

/// <summary>
/// A heading reduced to its lower-case base letters and digits: narrow columns break headings at any letter (<c>ST T</c>) and scans lose
/// marks, so neither blanks nor diacritics may count when a heading is recognised.
/// </summary>
internal static class SqueezedText
{
    private const char Dropped = '\0';
    private const int Latin = 0x250;
    private const int LatinAdditional = 0x1E00;
    private const int LatinAdditionalEnd = 0x1F00;

    // Nearly every text has only letters whose base letter is known beforehand; the others are asked for at Unicode's tables.
    private static readonly char[] LatinBases = Bases(0, Latin);
    private static readonly char[] LatinAdditionalBases = Bases(LatinAdditional, LatinAdditionalEnd);

    /// <summary>Reduces a text; '%' and '=' stay because units are made of them.</summary>
    public static string Of(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        char[] letters = ArrayPool<char>.Shared.Rent(text.Length);
        int length = 0;
        foreach (char c in text)
        {
            if (c >= Latin && c is not (>= (char)LatinAdditional and < (char)LatinAdditionalEnd))
            {
                length = -1;
                break;
            }

            char reduced = c < Latin ? LatinBases[c] : LatinAdditionalBases[c - LatinAdditional];
            letters[length] = reduced;
            length += reduced == Dropped ? 0 : 1;
        }

        string squeezed = length < 0 ? Decompose(text) : new string(letters, 0, length);
        ArrayPool<char>.Shared.Return(letters);
        return squeezed;
    }

    private static char[] Bases(int start, int end)
    {
        char[] bases = new char[end - start];
        for (int c = start; c < end; c++)
        {
            string reduced = Decompose(((char)c).ToString());
            bases[c - start] = reduced.Length == 0 ? Dropped : reduced[0];
        }

        return bases;
    }

    private static string Decompose(string text)
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
