using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// An inverted index over the wordings of all indicators: cosine similarity of TF-IDF vectors (Salton and Buckley 1988) of a label with every
/// wording at the cost of the features they share. Immutable, so that threads share it.
/// </summary>
internal sealed class PhraseIndex
{
    // In one of so many wordings.
    private const int FrequentShare = 10;

    private readonly Dictionary<ulong, int> _features = [];
    private readonly float[] _idf;
    private readonly int[] _postingStart;
    private readonly int[] _postingPhrase;
    private readonly float[] _postingWeight;
    private readonly int[] _rowOfFrequent;
    private readonly float[] _frequentWeights;
    private readonly float _unknownIdf;

    /// <summary>Indexes wordings.</summary>
    public PhraseIndex(IReadOnlyList<string> keys)
    {
        var phrases = new List<Dictionary<int, float>>(keys.Count);
        var frequency = new List<int>();
        var features = new List<Feature>();
        foreach (string key in keys)
        {
            features.Clear();
            LabelFeatures.Append(key, features);
            var vector = new Dictionary<int, float>();
            foreach (Feature feature in features)
            {
                if (!_features.TryGetValue(feature.Hash, out int id))
                {
                    _features[feature.Hash] = id = frequency.Count;
                    frequency.Add(0);
                }

                if (vector.TryAdd(id, feature.Weight))
                {
                    frequency[id]++;
                }
            }

            phrases.Add(vector);
        }

        _idf = new float[frequency.Count];
        for (int id = 0; id < _idf.Length; id++)
        {
            _idf[id] = MathF.Log(1 + ((float)keys.Count / frequency[id]));
        }

        // A word no wording has is as telling as a rare one.
        _unknownIdf = 0.8f * MathF.Log(1 + keys.Count);
        Norms = new float[keys.Count];
        (_postingStart, _postingPhrase, _postingWeight) = Invert(phrases, frequency);
        (_rowOfFrequent, _frequentWeights) = Spread();
    }

    /// <summary>Length of each wording's vector.</summary>
    public float[] Norms { get; }

    /// <summary>Adds a key's features to a query with a weight.</summary>
    public void Add(ReadOnlySpan<char> key, float weight, PhraseQuery query)
    {
        query.Scratch.Clear();
        LabelFeatures.Append(key, query.Scratch);
        foreach (Feature feature in query.Scratch)
        {
            if (_features.TryGetValue(feature.Hash, out int id))
            {
                query.Raise(id, weight * feature.Weight * _idf[id]);
            }
            else
            {
                query.AddUnknown(weight * feature.Weight * _unknownIdf);
            }
        }
    }

    /// <summary>Writes the cosine of a query with every wording and returns the query's length.</summary>
    public float Compare(PhraseQuery query, Span<float> cosines)
    {
        cosines.Clear();
        float squares = query.UnknownSquares;
        foreach (int id in query.Ids)
        {
            float weight = query.WeightOf(id);
            squares += weight * weight;
            if (_rowOfFrequent[id] is >= 0 and var row)
            {
                AddScaled(_frequentWeights.AsSpan(row * cosines.Length, cosines.Length), weight, cosines);
            }
            else
            {
                AddPostings(id, weight, cosines);
            }
        }

        float norm = MathF.Sqrt(squares);
        for (int i = 0; i < cosines.Length; i++)
        {
            cosines[i] /= norm > 0 ? norm : 1;
        }

        return norm;
    }

    /// <summary>Adds a vector, scaled, to another.</summary>
    public static void AddScaled(ReadOnlySpan<float> vector, float scale, Span<float> sum)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(vector);
        Span<Vector<float>> wideSum = MemoryMarshal.Cast<float, Vector<float>>(sum)[..wide.Length];
        var wideScale = new Vector<float>(scale);
        for (int i = 0; i < wide.Length; i++)
        {
            wideSum[i] += wideScale * wide[i];
        }

        for (int i = wide.Length * Vector<float>.Count; i < vector.Length; i++)
        {
            sum[i] += scale * vector[i];
        }
    }

    /// <summary>An empty query for this index.</summary>
    public PhraseQuery NewQuery() => new(_idf.Length);

    private void AddPostings(int id, float weight, Span<float> cosines)
    {
        ReadOnlySpan<int> phrases = _postingPhrase.AsSpan(_postingStart[id].._postingStart[id + 1]);
        ReadOnlySpan<float> weights = _postingWeight.AsSpan(_postingStart[id], phrases.Length);
        for (int p = 0; p < phrases.Length; p++)
        {
            cosines[phrases[p]] += weight * weights[p];
        }
    }

    // A feature that many wordings share is quicker added to all of them, several at a time, than to each one it is in.
    private (int[] Row, float[] Weights) Spread()
    {
        int[] row = new int[_idf.Length];
        var weights = new List<float>();
        for (int id = 0; id < row.Length; id++)
        {
            bool isFrequent = (_postingStart[id + 1] - _postingStart[id]) * FrequentShare > Norms.Length;
            row[id] = isFrequent ? weights.Count / Norms.Length : -1;
            if (isFrequent)
            {
                float[] all = new float[Norms.Length];
                AddPostings(id, 1, all);
                weights.AddRange(all);
            }
        }

        return (row, [.. weights]);
    }

    private (int[] Start, int[] Phrase, float[] Weight) Invert(List<Dictionary<int, float>> phrases, List<int> frequency)
    {
        int[] start = new int[frequency.Count + 1];
        for (int id = 0; id < frequency.Count; id++)
        {
            start[id + 1] = start[id] + frequency[id];
        }

        int[] next = start[..^1];
        int[] phrase = new int[start[^1]];
        float[] weight = new float[start[^1]];
        for (int p = 0; p < phrases.Count; p++)
        {
            float squares = 0;
            foreach ((int id, float w) in phrases[p])
            {
                squares += w * _idf[id] * w * _idf[id];
            }

            Norms[p] = MathF.Sqrt(squares);
            foreach ((int id, float w) in phrases[p])
            {
                phrase[next[id]] = p;
                weight[next[id]++] = w * _idf[id] / Norms[p];
            }
        }

        return (start, phrase, weight);
    }
}
