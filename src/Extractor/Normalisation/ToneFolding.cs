using System.Collections.Frozen;

namespace Extractor.Normalisation;

/// <summary>
/// Two schools put the tone of <c>oa</c>, <c>oe</c> and <c>uy</c> on different letters (hòa/hoà, ủy/uỷ), and typists mix in mistakes (hòan,
/// qúy). In a key, a pair that ends the syllable has it on the first letter, any other pair and <c>quy</c> on the second.
/// </summary>
internal static class ToneFolding
{
    private static readonly FrozenDictionary<int, int> ToFirst = ReadPairs("new_style", "old_style");
    private static readonly FrozenDictionary<int, int> ToSecond = ReadPairs("old_style", "new_style");

    private static readonly LetterSet Firsts = new(ToFirst.Keys.Concat(ToSecond.Keys).Select(pair => (char)(pair >> 16)));

    /// <summary>Folds a syllable in lower-case NFC in place.</summary>
    public static void Fold(Span<char> syllable)
    {
        for (int i = 0; i + 1 < syllable.Length; i++)
        {
            if (!Firsts.Contains(syllable[i]))
            {
                continue;
            }

            bool onFirst = i + 2 == syllable.Length && !(i > 0 && syllable[i - 1] == 'q');
            FrozenDictionary<int, int> pairs = onFirst ? ToFirst : ToSecond;
            if (pairs.TryGetValue(Join(syllable[i], syllable[i + 1]), out int pair))
            {
                syllable[i] = (char)(pair >> 16);
                syllable[i + 1] = (char)pair;
            }
        }
    }

    private static int Join(char first, char second) => (first << 16) | second;

    private static FrozenDictionary<int, int> ReadPairs(string from, string to) =>
        EmbeddedTable.Read("tone_placement.csv").ToFrozenDictionary(
            row => Join(row[from][0], row[from][1]), row => Join(row[to][0], row[to][1]));
}
