using System.Text;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>Words reduced to what survives careless typing: letters and digits, lower case, without accents.</summary>
internal static class FoldedText
{
    /// <summary>The letters and digits of a word without case and accents; "%" stays, other signs go.</summary>
    public static string Word(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c) || c == '%')
            {
                folded.Append(FoldLetter(VietnameseLetters.WithoutDiacritics(char.ToLowerInvariant(c))));
            }
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a phrase, without those that have no letter or digit.</summary>
    public static List<string> Words(string phrase) => FirstWords(phrase, int.MaxValue);

    /// <summary>The first folded words of a phrase.</summary>
    public static List<string> FirstWords(string phrase, int most)
    {
        var words = new List<string>();
        foreach (Range range in phrase.AsSpan().SplitAny(" \t\r\n/\u00A0,;"))
        {
            string word = Word(phrase.AsSpan()[range]);
            if (word.Length > 0)
            {
                words.Add(word);
                if (words.Count == most)
                {
                    break;
                }
            }
        }

        return words;
    }

    /// <summary>All letters and digits of a text in a row.</summary>
    public static string Letters(string text) => string.Concat(Words(text));

    // Old PDF producers map the Vietnamese letter with a horn to a Turkic letter that looks like it.
    private static char FoldLetter(char c) => c switch
    {
        'đ' or 'ð' => 'd',
        'ƣ' => 'u',
        _ => c,
    };
}
