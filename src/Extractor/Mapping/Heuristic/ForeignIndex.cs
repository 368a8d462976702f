using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>By feature, the foreign phrases that have it: their products with a label at the cost of what they share. Immutable, so that threads share it.</summary>
internal sealed class ForeignIndex
{
    private readonly ForeignPhrases _phrases;
    private readonly int[] _start;
    private readonly int[] _having;
    private readonly float[] _inverseNorms;

    /// <summary>Indexes phrases.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <param name="vectors">Their vectors.</param>
    /// <param name="first">Number of the first of them among the vectors.</param>
    public ForeignIndex(ForeignPhrases phrases, PhraseIndex vectors, int first)
    {
        _phrases = phrases;
        _inverseNorms = [.. Enumerable.Range(first, Count).Select(vectors.InverseNormOf)];
        _start = new int[vectors.FeatureCount + 1];
        for (int p = 0; p < Count; p++)
        {
            foreach (int id in vectors.FeaturesOf(first + p))
            {
                _start[id + 1]++;
            }
        }

        for (int id = 0; id < vectors.FeatureCount; id++)
        {
            _start[id + 1] += _start[id];
        }

        _having = new int[_start[^1]];
        int[] next = _start[..^1];
        for (int p = 0; p < Count; p++)
        {
            foreach (int id in vectors.FeaturesOf(first + p))
            {
                _having[next[id]++] = p;
            }
        }
    }

    /// <summary>Number of phrases.</summary>
    public int Count => _phrases.Alone.Length + _phrases.Placed.Length;

    /// <summary>Cosines of a label, alone and with its place, and the phrase most like it that says nothing else; the bound where none is more like it.</summary>
    /// <param name="label">The label.</param>
    /// <param name="scales">What its products are scaled by.</param>
    /// <param name="node">The row.</param>
    /// <param name="least">The bound.</param>
    /// <param name="products">Room for one product a phrase.</param>
    public (float Own, float Placed) Compare(LabelPlace label, Vector4 scales, RowNode node, float least, Span<Vector4> products)
    {
        products.Clear();
        foreach (int id in label.Features)
        {
            Vector4 amount = label.AmountOf(id);
            foreach (int phrase in _having.AsSpan(_start[id].._start[id + 1]))
            {
                products[phrase] += amount;
            }
        }

        float own = least, placed = least;
        for (int p = 0; p < products.Length; p++)
        {
            Vector4 cosines = products[p] * scales * _inverseNorms[p];
            bool isAlone = p < _phrases.Alone.Length;
            float cosine = isAlone ? Math.Max(cosines.X, cosines.Y) : cosines.Z;
            if (cosine > (isAlone ? own : placed) && !_phrases.Contradicts(p, node))
            {
                (own, placed) = isAlone ? (cosine, placed) : (own, cosine);
            }
        }

        return (own, placed);
    }
}
