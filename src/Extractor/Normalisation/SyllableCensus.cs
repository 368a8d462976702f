using System.Text;

namespace Extractor.Normalisation;

/// <summary>Counts the words of many texts by whether they can be Vietnamese.</summary>
internal sealed class SyllableCensus
{
    // A sample this large settles the question for a report of any length.
    private const int MostWords = 20_000;

    /// <summary>Words looked at; abbreviations, numbers and web addresses are none.</summary>
    public int Words { get; private set; }

    /// <summary>Words that are possible syllables.</summary>
    public int Valid { get; private set; }

    /// <summary>Words with Latin-1 characters that Vietnamese does not have: what legacy fonts (TCVN3, VNI) leave in a text layer.</summary>
    public int Legacy { get; private set; }

    /// <summary>Words with a character beyond ASCII.</summary>
    public int Marked { get; private set; }

    /// <summary>Share of possible syllables; 1 if there are no words.</summary>
    public double ValidShare => Words == 0 ? 1 : (double)Valid / Words;

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length && Words < MostWords)
        {
            int end = at;
            bool isAddress = false;
            while (end < text.Length && !IsSeparator(text[end], ref isAddress))
            {
                end++;
            }

            // What stands before or behind the dots and strokes of an address is no word either.
            if (end > at && !isAddress)
            {
                AddWord(text[at..end]);
            }

            at = isAddress ? EndOfAddress(text, end) : end + 1;
        }
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        bool isValid = VietnameseText.IsSyllable(word);
        if (!isValid && (word.Length == 1 || !IsWord(word)))
        {
            return;
        }

        Words++;
        Valid += isValid ? 1 : 0;
        Legacy += !isValid && HasLegacyCharacter(word) ? 1 : 0;
        Marked += Ascii.IsValid(word) ? 0 : 1;
    }

    // Capitals inside a word of Latin letters make an abbreviation, which no rule of spelling binds.
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        bool hasInnerCapital = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (VietnameseLetters.WithoutTones(word[i]) == '\0' && word[i] is not ('f' or 'j' or 'w' or 'z' or 'F' or 'J' or 'W' or 'Z'))
            {
                return true;
            }

            hasInnerCapital |= i > 0 && char.IsUpper(word[i]);
        }

        return !hasInnerCapital;
    }

    private static bool HasLegacyCharacter(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (VietnameseLetters.WithoutTones(c) == '\0' && (c is >= '\u0080' and <= '\u00FF' || LookAlikes.IndexIn([c]) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeparator(char c, ref bool isAddress)
    {
        isAddress |= c == '@';
        return c <= '\u00A0' ? !char.IsAsciiLetter(c) : c is >= '\u2000' and <= '\u206F' or '“' or '”' or '«' or '»' or '\uFEFF' or '\u00AD';
    }

    private static int EndOfAddress(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
