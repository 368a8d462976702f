namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Words typed with the dipping tone for the creaky one or the other way round ("trể hạn"): south of Nghệ An the two are one sound and the commonest
/// misspelling. Only a word that no wording has is changed, and only into one that some wording has.
/// </summary>
internal static class ToneSlips
{
    private const string Dipping = "ảẳẩẻểỉỏổởủửỷ";
    private const string Creaky = "ãẵẫẽễĩõỗỡũữỹ";

    /// <summary>The slips of the words of match keys, each with the word it is mended into.</summary>
    public static Dictionary<string, string> Of(IEnumerable<string> keys)
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

        return mended;
    }

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
