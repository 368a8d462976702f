using System.Collections.Frozen;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Mends words typed with the dipping tone for the creaky one or the other way round ("trể hạn"): south of Nghệ An the two are one sound and the commonest
/// misspelling. Only a word that no wording has is changed, and only into one that some wording has.
/// </summary>
internal sealed class ToneSlips
{
    private const string Dipping = "ảẳẩẻểỉỏổởủửỷ";
    private const string Creaky = "ãẵẫẽễĩõỗỡũữỹ";
    private readonly FrozenDictionary<string, string> _mended;

    /// <summary>Collects the words of match keys.</summary>
    public ToneSlips(IEnumerable<string> keys)
    {
        HashSet<string> words = [.. keys.SelectMany(key => key.Split(' '))];
        var mended = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string word in words.Order(StringComparer.Ordinal))
        {
            if (Swap(word) is { } slip && !words.Contains(slip))
            {
                mended.TryAdd(slip, word);
            }
        }

        _mended = mended.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The word as wordings write it.</summary>
    public string Mend(string word) => _mended.GetValueOrDefault(word, word);

    // A syllable has one tone.
    private static string? Swap(string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            int dipping = Dipping.IndexOf(word[i], StringComparison.Ordinal), creaky = Creaky.IndexOf(word[i], StringComparison.Ordinal);
            if (dipping >= 0 || creaky >= 0)
            {
                return string.Concat(word.AsSpan(0, i), (dipping >= 0 ? Creaky[dipping] : Dipping[creaky]).ToString(), word.AsSpan(i + 1));
            }
        }

        return null;
    }
}
