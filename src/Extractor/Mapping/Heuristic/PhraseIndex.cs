namespace Extractor.Mapping.Heuristic;

/// <summary>
/// An inverted index over the wordings of all indicators: products of the TF-IDF vectors (Salton and Buckley 1988) of a label with those of every
/// wording at the cost of the features they share. Immutable, so that threads share it.
/// </summary>
/// <remarks>A feature weighs the same wherever it stands, so that what a label adds to a wording's product is known beforehand.</remarks>
internal sealed class PhraseIndex
{
    // In one of so many wordings.
    private const int FrequentShare = 12;

    private readonly Dictionary<ulong, int> _features = [];
    private readonly float[] _weight;
    private readonly int[] _postingStart;
    private readonly int[] _postingPhrase;
    private readonly float[] _postingProduct;
    private readonly int[] _rowOfFrequent;
    private readonly float[] _frequentProducts;
    private readonly float _unknownIdf;

    /// <summary>Indexes wordings.</summary>
    public PhraseIndex(IReadOnlyList<string> keys)
    {
        int[][] phrases = ReadFeatures(keys, out List<float> weights, out int[] frequency);
        _weight = [.. weights];
        for (int id = 0; id < _weight.Length; id++)
        {
            _weight[id] *= MathF.Log(1 + ((float)keys.Count / frequency[id]));
        }

        // A word no wording has is as telling as a rare one.
        _unknownIdf = 0.8f * MathF.Log(1 + keys.Count);
        Length = FloatVectors.PaddedLength(keys.Count);
        Norms = new float[Length];
        (_postingStart, _postingPhrase, _postingProduct) = Invert(phrases, frequency);
        (_rowOfFrequent, _frequentProducts) = Spread();
    }

    /// <summary>Length of a list of products: one a wording, and room so that whole vectors can be computed.</summary>
    public int Length { get; }

    /// <summary>Length of each wording's vector.</summary>
    public float[] Norms { get; }

    /// <summary>Number of features.</summary>
    public int FeatureCount => _weight.Length;

    /// <summary>A feature's number, or -1 for one that no wording has.</summary>
    public int Find(Feature feature) => _features.TryGetValue(feature.Hash, out int id) ? id : -1;

    /// <summary>Weight of a feature that no wording has.</summary>
    public float UnknownWeight(Feature feature) => feature.Weight * _unknownIdf;

    /// <summary>Square of a feature's weight.</summary>
    public float SquareOf(int id) => _weight[id] * _weight[id];

    /// <summary>Adds what a feature contributes to the product with every wording.</summary>
    public void Add(int id, float scale, Span<float> products)
    {
        if (_rowOfFrequent[id] is >= 0 and var row)
        {
            FloatVectors.AddScaled(_frequentProducts.AsSpan(row * Length, Length), scale, products);
        }
        else
        {
            AddPostings(id, scale, products);
        }
    }

    private void AddPostings(int id, float scale, Span<float> products)
    {
        ReadOnlySpan<int> phrases = _postingPhrase.AsSpan(_postingStart[id].._postingStart[id + 1]);
        ReadOnlySpan<float> weights = _postingProduct.AsSpan(_postingStart[id], phrases.Length);
        for (int p = 0; p < phrases.Length; p++)
        {
            products[phrases[p]] += scale * weights[p];
        }
    }

    private int[][] ReadFeatures(IReadOnlyList<string> keys, out List<float> weights, out int[] frequency)
    {
        int[][] phrases = new int[keys.Count][];
        var features = new List<Feature>();
        var counts = new List<int>();
        var ids = new HashSet<int>();
        weights = [];
        for (int k = 0; k < phrases.Length; k++)
        {
            features.Clear();
            ids.Clear();
            LabelFeatures.Append(keys[k], features);
            foreach (Feature feature in features)
            {
                if (!_features.TryGetValue(feature.Hash, out int id))
                {
                    _features[feature.Hash] = id = counts.Count;
                    counts.Add(0);
                    weights.Add(feature.Weight);
                }

                counts[id] += ids.Add(id) ? 1 : 0;
            }

            phrases[k] = [.. ids];
        }

        frequency = [.. counts];
        return phrases;
    }

    // A feature that many wordings share is quicker added to all of them, several at a time, than to each one it is in.
    private (int[] Row, float[] Products) Spread()
    {
        int[] row = new int[_weight.Length];
        var products = new List<float>();
        Array.Fill(row, -1);
        for (int id = 0; id < row.Length; id++)
        {
            if ((_postingStart[id + 1] - _postingStart[id]) * FrequentShare > Length)
            {
                float[] all = new float[Length];
                AddPostings(id, 1, all);
                row[id] = products.Count / Length;
                products.AddRange(all);
            }
        }

        return (row, [.. products]);
    }

    private (int[] Start, int[] Phrase, float[] Product) Invert(int[][] phrases, int[] frequency)
    {
        int[] start = new int[frequency.Length + 1];
        for (int id = 0; id < frequency.Length; id++)
        {
            start[id + 1] = start[id] + frequency[id];
        }

        int[] next = start[..^1];
        int[] phrase = new int[start[^1]];
        float[] product = new float[start[^1]];
        for (int p = 0; p < phrases.Length; p++)
        {
            float squares = 0;
            foreach (int id in phrases[p])
            {
                squares += SquareOf(id);
            }

            Norms[p] = MathF.Sqrt(squares);
            foreach (int id in phrases[p])
            {
                phrase[next[id]] = p;
                product[next[id]++] = SquareOf(id) / Norms[p];
            }
        }

        return (start, phrase, product);
    }
}
