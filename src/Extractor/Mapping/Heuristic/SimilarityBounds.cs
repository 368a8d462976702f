using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// The most that any wording of an indicator can have in common with a label, at the cost of one sum an indicator instead of one a wording: of each
/// feature an indicator has the share it has in the wording where that is largest. Immutable, so that threads share it.
/// </summary>
/// <remarks>The sums are two halves: for the wordings that mean the indicator wherever they stand, and for those that need its place.</remarks>
internal sealed class SimilarityBounds
{
    // A feature that one in so many indicators has is quicker added to all of them, several at a time, than to each one that has it.
    private const int FrequentShare = 24;

    private readonly PhraseIndex _phrases;
    private readonly int[] _start;
    private readonly int[] _group;
    private readonly float[] _share;
    private readonly int[] _rowOfFrequent;
    private readonly float[] _frequent;

    /// <summary>Prepares the wordings of a schema.</summary>
    /// <param name="phrases">Their vectors.</param>
    /// <param name="wordings">The wordings, those of one indicator side by side.</param>
    /// <param name="half">Length of one half of the sums.</param>
    public SimilarityBounds(PhraseIndex phrases, ImmutableArray<Wording> wordings, int half)
    {
        _phrases = phrases;
        Half = half;
        LargestNorms = new float[Length];
        List<Share> shares = ReadShares(wordings);
        _rowOfFrequent = FindFrequent(shares, out int rows);
        _frequent = new float[rows * Half];
        List<Share> rare = [.. shares.Where(share => !IsFrequent(share))];
        foreach (Share share in shares.Where(IsFrequent))
        {
            _frequent[(_rowOfFrequent[share.Feature] * Half) + share.Group] = share.Value;
        }

        _start = new int[phrases.FeatureCount + 1];
        foreach (Share share in rare)
        {
            _start[share.Feature + 1]++;
        }

        for (int id = 0; id < phrases.FeatureCount; id++)
        {
            _start[id + 1] += _start[id];
        }

        _group = new int[rare.Count];
        _share = new float[rare.Count];
        int[] next = _start[..^1];
        foreach (Share share in rare)
        {
            int at = next[share.Feature]++;
            (_group[at], _share[at]) = (share.Group, share.Value);
        }
    }

    /// <summary>Length of one half of the sums.</summary>
    public int Half { get; }

    /// <summary>Length of the sums.</summary>
    public int Length => 2 * Half;

    /// <summary>The length of the longest vector of each indicator's wordings.</summary>
    public float[] LargestNorms { get; }

    /// <summary>Computes the most that the products with the wordings of each indicator can be.</summary>
    /// <param name="label">What each feature of a label adds to a product.</param>
    /// <param name="sums">Receives the bounds.</param>
    public void Multiply(List<(int Feature, float Amount)> label, Span<float> sums)
    {
        sums.Clear();
        Span<Row> rows = stackalloc Row[4];
        int filled = 0;
        foreach ((int feature, float amount) in label)
        {
            AddEach(feature, amount, sums);
            if (_rowOfFrequent[feature] is >= 0 and var row)
            {
                rows[filled++] = new Row(row * Half, amount);
                if (filled == rows.Length)
                {
                    AddRows(rows, sums);
                    filled = 0;
                }
            }
        }

        if (filled > 0)
        {
            // What is left of the rows adds nothing.
            rows[filled..].Clear();
            AddRows(rows, sums);
        }
    }

    // Four rows at a time, so that the sums are read and written a quarter as often.
    private void AddRows(ReadOnlySpan<Row> rows, Span<float> sums)
    {
        Span<Vector<float>> wide = FloatVectors.Wide(sums[..Half]);
        ReadOnlySpan<Vector<float>> first = Wide(rows[0]), second = Wide(rows[1]), third = Wide(rows[2]), fourth = Wide(rows[3]);
        Vector<float> a = new(rows[0].Amount), b = new(rows[1].Amount), c = new(rows[2].Amount), d = new(rows[3].Amount);
        for (int v = 0; v < wide.Length && v < first.Length && v < second.Length && v < third.Length && v < fourth.Length; v++)
        {
            Vector<float> two = Vector.MultiplyAddEstimate(a, first[v], Vector.MultiplyAddEstimate(b, second[v], wide[v]));
            wide[v] = Vector.MultiplyAddEstimate(c, third[v], Vector.MultiplyAddEstimate(d, fourth[v], two));
        }
    }

    private ReadOnlySpan<Vector<float>> Wide(Row row) => FloatVectors.Wide(_frequent.AsSpan(row.Start, Half));

    private void AddEach(int id, float scale, Span<float> sums)
    {
        ReadOnlySpan<int> groups = _group.AsSpan(_start[id].._start[id + 1]);
        ReadOnlySpan<float> shares = _share.AsSpan(_start[id], groups.Length);
        for (int g = 0; g < groups.Length; g++)
        {
            sums[groups[g]] += scale * shares[g];
        }
    }

    private List<Share> ReadShares(ImmutableArray<Wording> wordings)
    {
        var shares = new List<Share>();
        int[] lastAnywhere = new int[_phrases.FeatureCount], lastLocal = new int[_phrases.FeatureCount];
        Array.Fill(lastAnywhere, -1);
        Array.Fill(lastLocal, -1);
        for (int w = 0; w < wordings.Length; w++)
        {
            int[] last = wordings[w].IsLocal ? lastLocal : lastAnywhere;
            int group = wordings[w].Indicator + (wordings[w].IsLocal ? Half : 0);
            float value = _phrases.InverseNormOf(w);
            LargestNorms[group] = Math.Max(LargestNorms[group], _phrases.NormOf(w));
            foreach (int id in _phrases.FeaturesOf(w))
            {
                if (last[id] >= 0 && shares[last[id]].Group == group)
                {
                    ref Share known = ref CollectionsMarshal.AsSpan(shares)[last[id]];
                    known = known with { Value = Math.Max(known.Value, value) };
                }
                else
                {
                    last[id] = shares.Count;
                    shares.Add(new Share(id, group, value));
                }
            }
        }

        return shares;
    }

    private int[] FindFrequent(List<Share> shares, out int rows)
    {
        int[] count = new int[_phrases.FeatureCount], row = new int[_phrases.FeatureCount];
        foreach (Share share in shares)
        {
            count[share.Feature] += share.Group < Half ? 1 : 0;
        }

        rows = 0;
        for (int id = 0; id < row.Length; id++)
        {
            row[id] = count[id] * FrequentShare > Half ? rows++ : -1;
        }

        return row;
    }

    private bool IsFrequent(Share share) => _rowOfFrequent[share.Feature] >= 0 && share.Group < Half;

    private readonly record struct Row(int Start, float Amount);

    private readonly record struct Share(int Feature, int Group, float Value);
}
