using System.Collections.Immutable;
using System.Numerics;
using Extractor.Mapping.Heuristic;
using Extractor.Normalisation;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Whole words of the wordings with the weight their rarity gives them: how much of a label a wording has, and how much of a wording a label has.
/// Words are compared without diacritics where a label was typed without any.
/// </summary>
internal sealed class WordCoverage
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bareIds = new(StringComparer.Ordinal);
    // Words that are one without diacritics ("số", "sở"), numbered behind the words themselves.
    private readonly int[][] _alikes;
    private readonly float[] _rarity;
    private readonly int[][] _wordsOf;
    private readonly float[] _weightOf;

    /// <summary>Collects the words of all wordings.</summary>
    public WordCoverage(int indicators, ImmutableArray<Wording> wordings)
    {
        var owners = new List<HashSet<int>>();
        _wordsOf = new int[wordings.Length][];
        for (int w = 0; w < wordings.Length; w++)
        {
            string[] words = wordings[w].Key.Split(' ');
            int[] ids = new int[words.Length];
            for (int i = 0; i < words.Length; i++)
            {
                if (!_ids.TryGetValue(words[i], out ids[i]))
                {
                    _ids[words[i]] = ids[i] = owners.Count;
                    owners.Add([]);
                }

                owners[ids[i]].Add(wordings[w].Indicator);
            }

            Array.Sort(ids);
            _wordsOf[w] = [.. ids.Distinct()];
        }

        _rarity = [.. owners.Select(o => MathF.Log(1 + ((float)indicators / o.Count)))];
        _alikes = CollectAlikes();
        UnknownRarity = 0.8f * MathF.Log(1 + indicators);
        _weightOf = [.. _wordsOf.Select(words => words.Sum(id => _rarity[id]))];
    }

    /// <summary>Weight of a word that no wording has.</summary>
    public float UnknownRarity { get; }

    /// <summary>Number of known words.</summary>
    public int Words => _rarity.Length;

    /// <summary>The words of a label, each once; -1 for those no wording has, beyond <see cref="Words"/> for one that may be several.</summary>
    public int[] Read(string key)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids =
            (System.Text.Ascii.IsValid(key) ? _bareIds : _ids).GetAlternateLookup<ReadOnlySpan<char>>();
        int[] words = new int[key.AsSpan().Count(' ') + 1];
        int count = 0;
        foreach (Range range in key.AsSpan().Split(' '))
        {
            int id = ids.TryGetValue(key.AsSpan(range), out int known) ? known : -1;
            if (id < 0 || Array.IndexOf(words, id, 0, count) < 0)
            {
                words[count++] = id;
            }
        }

        return words[..count];
    }

    /// <summary>Weight of a label's words.</summary>
    public float WeightOf(ReadOnlySpan<int> words)
    {
        float weight = 0;
        foreach (int word in words)
        {
            weight += RarityOf(word);
        }

        return weight;
    }

    /// <summary>Weight of a word of a label.</summary>
    public float RarityOf(int word) => word < 0 ? UnknownRarity : word < Words ? _rarity[word] : _alikes[word - Words].Min(w => _rarity[w]);

    /// <summary>The words of a wording, each once.</summary>
    public ReadOnlySpan<int> WordsOf(int wording) => _wordsOf[wording];

    /// <summary>The words that a word of <see cref="Words"/> or beyond may be.</summary>
    public ReadOnlySpan<int> Alikes(int word) => _alikes[word - Words];

    /// <summary>
    /// How much of a wording is present in each of four places at once, as weights of its words; <paramref name="share"/> relates the sums to the whole wording.
    /// </summary>
    public Vector4 Present(int wording, ReadOnlySpan<Vector4> presence, out float share)
    {
        Vector4 sum = Vector4.Zero;
        foreach (int word in _wordsOf[wording])
        {
            sum += _rarity[word] * presence[word];
        }

        share = _weightOf[wording] > 0 ? 1 / _weightOf[wording] : 0;
        return sum;
    }

    private int[][] CollectAlikes()
    {
        var alikes = new List<int[]>();
        foreach (IGrouping<string, KeyValuePair<string, int>> group in _ids.GroupBy(pair => VietnameseLetters.WithoutDiacritics(pair.Key), StringComparer.Ordinal))
        {
            int[] members = [.. group.Select(pair => pair.Value)];
            _bareIds[group.Key] = members.Length == 1 ? members[0] : Words + alikes.Count;
            if (members.Length > 1)
            {
                alikes.Add(members);
            }
        }

        return [.. alikes];
    }
}
