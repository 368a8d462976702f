namespace Extractor.Mapping.Heuristic;

/// <summary>A sparse vector that is filled and cleared many times without being allocated anew. Not for several threads at once.</summary>
internal sealed class PhraseQuery(int featureCount)
{
    private readonly float[] _weights = new float[featureCount];
    private readonly List<int> _ids = [];

    /// <summary>Room for the features of one key.</summary>
    public List<Feature> Scratch { get; } = [];

    /// <summary>Features with a weight.</summary>
    public List<int> Ids => _ids;

    /// <summary>Squared length of the features the index does not know.</summary>
    public float UnknownSquares { get; private set; }

    /// <summary>Weight of a feature.</summary>
    public float WeightOf(int id) => _weights[id];

    /// <summary>Gives a feature at least this weight: said twice is not meant twice.</summary>
    public void Raise(int id, float weight)
    {
        if (_weights[id] == 0)
        {
            _ids.Add(id);
        }

        _weights[id] = Math.Max(_weights[id], weight);
    }

    /// <summary>Counts a feature the index does not know.</summary>
    public void AddUnknown(float weight) => UnknownSquares += weight * weight;

    /// <summary>Empties the query.</summary>
    public void Clear()
    {
        foreach (int id in _ids)
        {
            _weights[id] = 0;
        }

        _ids.Clear();
        UnknownSquares = 0;
    }
}
