using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Tells how much of what a label speaks of is anywhere in an indicator's wordings. Most Vietnamese words are two syllables, and a single one means little
/// ("diện tích" and "tích hợp"), so pairs of neighbouring syllables with their accents are compared.
/// </summary>
internal sealed class ContentWords
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int FewestPairs = 2;
    private const int MostWords = 64;
    private static readonly FrozenSet<string> Leads =
        new[] { "số", "tổng", "lượng", "tỷ", "lệ", "các", "đã", "được", "của", "và", "về", "do", "tại", "có", "cho", "trong" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<ulong, int> _pairs = [];
    private readonly BitArray[] _indicators;

    /// <summary>Collects the pairs of all wordings, those of each indicator's parent included.</summary>
    public ContentWords(ImmutableArray<IndicatorFacts> facts, ImmutableArray<Wording> wordings)
    {
        Dictionary<string, HashSet<ulong>> byCode = facts.ToDictionary(f => f.Indicator.Code, _ => new HashSet<ulong>(), StringComparer.Ordinal);
        Span<ulong> pairs = stackalloc ulong[MostWords];
        foreach (Wording wording in wordings)
        {
            foreach (ulong pair in pairs[..ReadPairs(wording.Key, pairs)])
            {
                _pairs.TryAdd(pair, _pairs.Count);
                byCode[facts[wording.Indicator].Indicator.Code].Add(pair);
            }
        }

        foreach (IndicatorFacts fact in facts)
        {
            if (fact.Indicator.Parent is { } parent && byCode.TryGetValue(parent, out HashSet<ulong>? above))
            {
                byCode[fact.Indicator.Code].UnionWith(above);
            }
        }

        _indicators = new BitArray[facts.Length];
        for (int i = 0; i < facts.Length; i++)
        {
            _indicators[i] = new BitArray(_pairs.Count);
            foreach (ulong pair in byCode[facts[i].Indicator.Code])
            {
                _indicators[i][_pairs[pair]] = true;
            }
        }
    }

    /// <summary>Reads the pairs of a label.</summary>
    /// <param name="key">Match key of the label.</param>
    /// <param name="known">Receives those that some wording has.</param>
    /// <returns>How many pairs it has; 0 for a label too short to judge, or typed without accents.</returns>
    public int Read(string key, List<int> known)
    {
        known.Clear();
        if (Ascii.IsValid(key))
        {
            return 0;
        }

        Span<ulong> pairs = stackalloc ulong[MostWords];
        pairs = pairs[..ReadPairs(key, pairs)];
        foreach (ulong pair in pairs)
        {
            if (_pairs.TryGetValue(pair, out int id))
            {
                known.Add(id);
            }
        }

        return pairs.Length >= FewestPairs ? pairs.Length : 0;
    }

    /// <summary>How many of a label's pairs an indicator's wordings have.</summary>
    public int CountShared(List<int> label, int indicator)
    {
        int shared = 0;
        BitArray own = _indicators[indicator];
        foreach (int pair in label)
        {
            shared += own[pair] ? 1 : 0;
        }

        return shared;
    }

    // Each pair once.
    private static int ReadPairs(ReadOnlySpan<char> text, Span<ulong> pairs)
    {
        int found = 0;
        ulong previous = 0;
        Span<Range> words = stackalloc Range[MostWords];
        int count = text.Split(words, ' ');
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> leads = Leads.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int w = 0; w < count; w++)
        {
            ReadOnlySpan<char> word = text[words[w]];
            if (leads.Contains(word))
            {
                previous = 0;
                continue;
            }

            ulong hash = Offset;
            foreach (char c in word)
            {
                hash = (hash ^ c) * Prime;
            }

            ulong pair = (previous * 31) ^ hash;
            if (previous != 0 && !pairs[..found].Contains(pair))
            {
                pairs[found++] = pair;
            }

            previous = hash;
        }

        return found;
    }
}
