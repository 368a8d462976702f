using System.Collections.Frozen;

namespace Extractor.Normalisation;

/// <summary>Tells Vietnamese text from a ruined or wrongly encoded text layer by the share of its words that are possible syllables.</summary>
internal static class VietnameseText
{
    private const int LongestSyllable = 7;
    private const int LongestOnset = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Onsets = ReadParts("onset");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Rimes = ReadParts("rime");
    private static readonly LetterSet RimeStarts = new(Rimes.Set.Select(rime => rime[0]));

    /// <summary>Whether a word, whatever its case, is spelt as a Vietnamese syllable can be.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestSyllable)
        {
            return false;
        }

        Span<char> plain = stackalloc char[word.Length];
        for (int i = 0; i < word.Length; i++)
        {
            plain[i] = VietnameseLetters.WithoutTones(word[i]);
            if (plain[i] == '\0')
            {
                return false;
            }
        }

        for (int onset = 0; onset <= LongestOnset && onset < plain.Length; onset++)
        {
            if (RimeStarts.Contains(plain[onset]) && (onset == 0 || Onsets.Contains(plain[..onset])) && Rimes.Contains(plain[onset..]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadParts(string part) =>
        EmbeddedTable.Read("syllables.csv").Where(row => row["part"] == part).Select(row => row["text"])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
