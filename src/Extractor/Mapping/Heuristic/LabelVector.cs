namespace Extractor.Mapping.Heuristic;

/// <summary>A label as a vector of the features it shares with wordings.</summary>
/// <param name="Ids">Features some wording has, each once.</param>
/// <param name="KnownSquares">Squared length of these.</param>
/// <param name="UnknownSquares">Squared length of what no wording has.</param>
internal sealed record LabelVector(int[] Ids, float KnownSquares, float UnknownSquares)
{
    /// <summary>Its length.</summary>
    public float Norm => MathF.Sqrt(KnownSquares + UnknownSquares);
}

/// <summary>Reads labels into vectors. Not for several threads at once.</summary>
internal sealed class LabelVectorReader(PhraseIndex phrases)
{
    private readonly List<Feature> _features = [];
    private readonly List<int> _ids = [];
    private readonly int[] _readBy = new int[phrases.FeatureCount];
    private int _reading;

    /// <summary>Reads the key of a label.</summary>
    public LabelVector Read(ReadOnlySpan<char> key)
    {
        _features.Clear();
        _ids.Clear();
        _reading++;
        LabelFeatures.Append(key, _features);
        float known = 0, unknown = 0;
        foreach (Feature feature in _features)
        {
            int id = phrases.Find(feature);
            if (id < 0)
            {
                float weight = phrases.UnknownWeight(feature);
                unknown += weight * weight;
            }
            else if (_readBy[id] != _reading)
            {
                // Said twice is not meant twice.
                _readBy[id] = _reading;
                _ids.Add(id);
                known += phrases.SquareOf(id);
            }
        }

        return new LabelVector([.. _ids], known, unknown);
    }
}
