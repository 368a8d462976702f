namespace Extractor.Mapping.Heuristic;

/// <summary>
/// The wordings of all indicators as TF-IDF vectors (Salton and Buckley 1988), each as the list of its features. Immutable, so that threads share it.
/// </summary>
/// <remarks>A feature weighs the same wherever it stands, so that what it adds to a product is known beforehand.</remarks>
internal sealed class PhraseIndex
{
    private readonly Dictionary<ulong, int> _features = [];
    private readonly float[] _squares;
    private readonly int[][] _phrases;
    private readonly float[] _norms;
    private readonly float _unknownIdf;

    /// <summary>Indexes wordings.</summary>
    public PhraseIndex(IReadOnlyList<string> keys)
    {
        _phrases = ReadFeatures(keys, out List<float> weights, out int[] frequency);
        _squares = new float[weights.Count];
        for (int id = 0; id < _squares.Length; id++)
        {
            float weight = weights[id] * MathF.Log(1 + ((float)keys.Count / frequency[id]));
            _squares[id] = weight * weight;
        }

        // A word no wording has is as telling as a rare one.
        _unknownIdf = 0.8f * MathF.Log(1 + keys.Count);
        _norms = new float[keys.Count];
        for (int phrase = 0; phrase < _norms.Length; phrase++)
        {
            float squares = 0;
            foreach (int id in _phrases[phrase])
            {
                squares += _squares[id];
            }

            _norms[phrase] = MathF.Sqrt(squares);
        }
    }

    /// <summary>Number of features.</summary>
    public int FeatureCount => _squares.Length;

    /// <summary>A feature's number, or -1 for one that no wording has.</summary>
    public int Find(Feature feature) => _features.TryGetValue(feature.Hash, out int id) ? id : -1;

    /// <summary>Weight of a feature that no wording has.</summary>
    public float UnknownWeight(Feature feature) => feature.Weight * _unknownIdf;

    /// <summary>Square of a feature's weight: what it adds to the product of two vectors that have it.</summary>
    public float SquareOf(int id) => _squares[id];

    /// <summary>Length of a wording's vector.</summary>
    public float NormOf(int phrase) => _norms[phrase];

    /// <summary>One by the length of a wording's vector; 0 for a wording that says nothing.</summary>
    public float InverseNormOf(int phrase) => _norms[phrase] > 0 ? 1 / _norms[phrase] : 0;

    /// <summary>The features of a wording, each once.</summary>
    public ReadOnlySpan<int> FeaturesOf(int phrase) => _phrases[phrase];

    private int[][] ReadFeatures(IReadOnlyList<string> keys, out List<float> weights, out int[] frequency)
    {
        int[][] phrases = new int[keys.Count][];
        var features = new List<Feature>();
        var counts = new List<int>();
        var lastIn = new List<int>();
        var ids = new List<int>();
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
                    lastIn.Add(-1);
                    weights.Add(feature.Weight);
                }

                if (lastIn[id] != k)
                {
                    lastIn[id] = k;
                    counts[id]++;
                    ids.Add(id);
                }
            }

            phrases[k] = [.. ids];
        }

        frequency = [.. counts];
        return phrases;
    }
}
