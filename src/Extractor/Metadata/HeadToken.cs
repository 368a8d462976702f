using System.Collections.Immutable;
using System.Globalization;
using Extractor.Normalisation;

namespace Extractor.Metadata;

/// <summary>A word of a <see cref="HeadText"/>: a run of letters and digits.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last.</param>
/// <param name="Key">The word in lower case with its tone mark in one place.</param>
/// <param name="Case">How it is capitalised.</param>
internal readonly record struct HeadToken(int Start, int End, string Key, LetterCase Case)
{
    /// <summary>Characters of the word.</summary>
    public HeadSpan Span => new(Start, End);

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapitalised => Case is LetterCase.Upper or LetterCase.Capitalised;

    /// <summary>The number it is; null if it is none.</summary>
    public int? Number =>
        Case == LetterCase.None && int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

/// <summary>Capitalisation of a word.</summary>
internal enum LetterCase
{
    /// <summary>It has no letters.</summary>
    None,

    /// <summary>Small letters first.</summary>
    Lower,

    /// <summary>A capital, then small letters.</summary>
    Capitalised,

    /// <summary>Capitals only.</summary>
    Upper,
}

/// <summary>Cuts text into words.</summary>
internal static class HeadTokens
{
    /// <summary>Appends the words of a line that starts at <paramref name="offset"/>.</summary>
    public static void Append(ReadOnlySpan<char> line, int offset, ImmutableArray<HeadToken>.Builder tokens)
    {
        int start = 0;
        while (start < line.Length)
        {
            if (!Letters.IsLetterOrDigit(line[start]))
            {
                start++;
                continue;
            }

            int end = start + 1;
            while (end < line.Length && Letters.IsLetterOrDigit(line[end]))
            {
                end++;
            }

            ReadOnlySpan<char> word = line[start..end];
            tokens.Add(new HeadToken(offset + start, offset + end, KeyOf(word), CaseOf(word)));
            start = end;
        }
    }

    /// <summary>Words of a phrase, for comparison with <see cref="HeadToken.Key"/>.</summary>
    public static string[] Phrase(string phrase)
    {
        var tokens = ImmutableArray.CreateBuilder<HeadToken>();
        Append(phrase, 0, tokens);

        return [.. tokens.Select(t => t.Key)];
    }

    /// <summary>Words of several phrases.</summary>
    public static string[][] Phrases(params string[] phrases) => [.. phrases.Select(Phrase)];

    /// <summary>Whether words begin with one of several phrases.</summary>
    public static bool StartsWithAny(this ReadOnlySpan<HeadToken> tokens, string[][] phrases)
    {
        foreach (string[] phrase in phrases)
        {
            if (tokens.StartsWith(phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words begin with a phrase.</summary>
    public static bool StartsWith(this ReadOnlySpan<HeadToken> tokens, params ReadOnlySpan<string> phrase)
    {
        if (tokens.Length < phrase.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (tokens[i].Key != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Index of the first occurrence of a phrase; -1 if there is none.</summary>
    public static int IndexOf(this ReadOnlySpan<HeadToken> tokens, params ReadOnlySpan<string> phrase)
    {
        for (int i = 0; i + phrase.Length <= tokens.Length; i++)
        {
            if (tokens[i..].StartsWith(phrase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> key = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (int i = 0; i < word.Length; i++)
        {
            // Word-made PDFs map the letter ư to its look-alike U+01A3.
            char c = Letters.ToLower(word[i]);
            key[i] = c == 'ƣ' ? 'ư' : c;
        }

        ToneFolding.Fold(key);
        return key.ToString();
    }

    private static LetterCase CaseOf(ReadOnlySpan<char> word)
    {
        bool hasLower = false;
        bool hasUpper = false;
        foreach (char c in word)
        {
            hasLower |= Letters.IsLower(c);
            hasUpper |= Letters.IsUpper(c);
        }

        return (hasUpper, hasLower) switch
        {
            (false, false) => LetterCase.None,
            (false, true) => LetterCase.Lower,
            (true, false) => LetterCase.Upper,
            _ => Letters.IsUpper(word[0]) ? LetterCase.Capitalised : LetterCase.Lower,
        };
    }
}
