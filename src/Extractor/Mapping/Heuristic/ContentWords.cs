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

    private readonly HashSet<ulong>[] _pairs;

    /// <summary>Collects the pairs of all wordings, those of each indicator's parent included.</summary>
    public ContentWords(ImmutableArray<IndicatorFacts> facts, ImmutableArray<Wording> wordings)
    {
        Dictionary<string, HashSet<ulong>> byCode = facts.ToDictionary(f => f.Indicator.Code, _ => new HashSet<ulong>(), StringComparer.Ordinal);
        _pairs = [.. facts.Select(f => byCode[f.Indicator.Code])];
        foreach (Wording wording in wordings)
        {
            Append(wording.Key, _pairs[wording.Indicator]);
        }

        foreach (IndicatorFacts fact in facts)
        {
            if (fact.Indicator.Parent is { } parent && byCode.TryGetValue(parent, out HashSet<ulong>? above))
            {
                byCode[fact.Indicator.Code].UnionWith(above);
            }
        }
    }

    /// <summary>The pairs of a label; null for one too short to judge, or typed without accents.</summary>
    public static HashSet<ulong>? Of(string key)
    {
        if (Ascii.IsValid(key))
        {
            return null;
        }

        var pairs = new HashSet<ulong>();
        Append(key, pairs);
        return pairs.Count >= FewestPairs ? pairs : null;
    }

    /// <summary>Share of a label's pairs that an indicator's wordings have.</summary>
    public double Share(HashSet<ulong> label, int indicator)
    {
        int shared = 0;
        foreach (ulong pair in label)
        {
            shared += _pairs[indicator].Contains(pair) ? 1 : 0;
        }

        return (double)shared / label.Count;
    }

    private static void Append(string key, HashSet<ulong> pairs)
    {
        ulong previous = 0;
        Span<Range> words = stackalloc Range[MostWords];
        ReadOnlySpan<char> text = key;
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

            if (previous != 0)
            {
                pairs.Add((previous * 31) ^ hash);
            }

            previous = hash;
        }
    }
}
