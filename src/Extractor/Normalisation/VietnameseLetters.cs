using System.Text;

namespace Extractor.Normalisation;

/// <summary>Facts about the letters of Vietnamese.</summary>
internal static class VietnameseLetters
{
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";
    private const string Alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

    private static readonly char[] Bare = Build(WithoutMarks, static c => c);
    private static readonly char[] Toneless = Build(WithoutTone, static _ => '\0');

    /// <summary>The letter without tone and vowel marks (<c>ế</c> to <c>e</c>, <c>đ</c> to <c>d</c>).</summary>
    public static char WithoutDiacritics(char letter) => letter < Letters.TableSize ? Bare[letter] : letter;

    /// <summary>The text without tone and vowel marks, letter by letter.</summary>
    public static string WithoutDiacritics(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = WithoutDiacritics(source[i]);
        }
    });

    /// <summary>The lower-case letter without its tone (<c>Ế</c> to <c>ê</c>); U+0000 for a character that is no letter of Vietnamese.</summary>
    public static char WithoutTones(char letter) => letter < Letters.TableSize ? Toneless[letter] : '\0';

    private static char[] Build(Func<char, char> map, Func<char, char> otherwise)
    {
        var table = new char[Letters.TableSize];
        for (int i = 0; i < Letters.TableSize; i++)
        {
            table[i] = IsLatin((char)i) ? map((char)i) : otherwise((char)i);
        }

        return table;
    }

    // Only letters of these blocks are a Latin letter with marks; asking ICU for each of all others would take longer than reading a report.
    private static bool IsLatin(char c) => c is < '\u0250' or >= '\u1E00';

    private static char WithoutMarks(char letter)
    {
        if (letter is 'đ' or 'Đ')
        {
            return letter == 'đ' ? 'd' : 'D';
        }

        string parts = char.IsLetter(letter) ? letter.ToString().Normalize(NormalizationForm.FormD) : "";
        return parts.Length > 1 && char.IsAscii(parts[0]) ? parts[0] : letter;
    }

    private static char WithoutTone(char letter)
    {
        if (!char.IsLetter(letter))
        {
            return '\0';
        }

        string parts = char.ToLowerInvariant(letter).ToString().Normalize(NormalizationForm.FormD);
        string plain = string.Concat(parts.Where(c => !ToneMarks.Contains(c, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC);
        return plain.Length == 1 && Alphabet.Contains(plain[0], StringComparison.Ordinal) ? plain[0] : '\0';
    }
}
