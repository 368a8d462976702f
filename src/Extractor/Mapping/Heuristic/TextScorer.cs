using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Mapping.Heuristic;

/// <summary>Compares a label, alone and together with the labels above it, with every wording. Not for several threads at once.</summary>
internal sealed class TextScorer
{
    private const float ExactFrom = 0.8f;
    private const float WholeShare = 0.98f;
    private readonly SchemaIndex _index;
    private readonly RetrievalWeights _weights;
    private readonly List<Products> _levels = [];
    private readonly LabelVectorReader _reader;
    private readonly float[] _whole;
    private readonly float[] _placed;
    private readonly float[] _near;
    private readonly int[] _seen;
    private int _seenBy;
    private float[] _own = [];
    private float _ownScale;
    private float _wholeScale;
    private float _placedScale;

    /// <summary>Prepares the buffers of one report.</summary>
    public TextScorer(SchemaIndex index, RetrievalWeights weights)
    {
        _index = index;
        _weights = weights;
        _reader = new LabelVectorReader(index.Phrases);
        _whole = new float[index.Phrases.Length];
        _placed = new float[index.Phrases.Length];
        _near = new float[index.Phrases.Length];
        _seen = new int[index.Phrases.FeatureCount];
        Similarities = new float[index.Phrases.Length];
    }

    /// <summary>What the words of the last label speak for each wording.</summary>
    public float[] Similarities { get; }

    /// <summary>Compares a label with all wordings.</summary>
    /// <param name="node">The row.</param>
    /// <param name="parent">The row above it.</param>
    /// <param name="grandparent">The row above that.</param>
    /// <param name="nearParent">By indicator, how near it is to what the rows above seem to be.</param>
    public void Compare(RowNode node, RowNode? parent, RowNode? grandparent, ReadOnlySpan<float> nearParent)
    {
        LabelVector label = VectorOf(node);
        float[] own = ProductsOf(node);
        float wholeNorm = node.Label.Aside.Length > 0 ? CompareWhole(node) : 1;
        float placedNorm = parent is null ? 1 : Place(own, label, parent, grandparent);
        foreach (int local in _index.WordingTable.Locals)
        {
            _near[local] = nearParent[_index.Wordings[local].Indicator];
        }

        _own = own;
        _ownScale = 1 / NonZero(label.Norm);
        _wholeScale = node.Label.Aside.Length > 0 ? WholeShare / NonZero(wholeNorm) : 0;
        _placedScale = parent is null ? 0 : 1 / NonZero(placedNorm);
        Combine(own, label.Norm, wholeNorm, parent is null ? -1 : placedNorm, node.IsAmbiguous ? 0 : _weights.Exactness, node.Label.Aside.Length > 0);
    }

    /// <summary>Cosine of the last label, with its brackets or without, and a wording.</summary>
    public float Own(int wording) => Math.Max(_own[wording] * _ownScale, _whole[wording] * _wholeScale);

    /// <summary>Cosine of the last label together with those above it and a wording; 0 for a label under none.</summary>
    public float Placed(int wording) => _placed[wording] * _placedScale;

    private void Combine(float[] own, float norm, float wholeNorm, float placedNorm, float exactness, bool hasAside)
    {
        ReadOnlySpan<Vector<float>> mains = FloatVectors.Wide(own), norms = FloatVectors.Wide(_index.Phrases.Norms);
        ReadOnlySpan<Vector<float>> wholes = FloatVectors.Wide(_whole), places = FloatVectors.Wide(_placed), near = FloatVectors.Wide(_near);
        ReadOnlySpan<Vector<int>> locals = MemoryMarshal.Cast<int, Vector<int>>(_index.WordingTable.LocalMask);
        ReadOnlySpan<Vector<int>> specifics = MemoryMarshal.Cast<int, Vector<int>>(_index.WordingTable.SpecificMask);
        Span<Vector<float>> similarities = FloatVectors.Wide(Similarities);
        Vector<float> scale = new(1 / NonZero(norm)), wholeScale = new(WholeShare / NonZero(wholeNorm)), placedScale = new(1 / NonZero(placedNorm));
        Vector<float> localFloor = new(_weights.LocalFloor), localRest = new(1 - _weights.LocalFloor);
        Vector<float> contextFloor = new(_weights.ContextFloor), contextRest = new(1 - _weights.ContextFloor);
        Vector<float> exactFrom = new(ExactFrom), exactSlope = new(1 / (1 - ExactFrom)), exact = new(exactness);
        for (int v = 0; v < similarities.Length; v++)
        {
            Vector<float> main = mains[v] * scale;
            Vector<float> similarity = hasAside ? Vector.Max(main, wholes[v] * wholeScale) : main;
            Vector<float> local = similarity * (localFloor + (localRest * near[v]));
            if (placedNorm >= 0)
            {
                // The share of the row's own words that the wording has: a place alone makes no match.
                Vector<float> share = Vector.Min(Vector<float>.One, main * norms[v] * scale);
                similarity = Vector.Max(similarity, places[v] * placedScale * (contextFloor + (contextRest * share)));
            }

            similarity = Vector.ConditionalSelect(locals[v], local, similarity);
            // A label that says all of a name says it wherever it stands; short ones may only look so.
            Vector<float> all = exact * Vector.Min(Vector<float>.One, Vector.Max(Vector<float>.Zero, (similarity - exactFrom) * exactSlope));
            similarities[v] = similarity + Vector.ConditionalSelect(specifics[v], all, Vector<float>.Zero);
        }
    }

    private float CompareWhole(RowNode node)
    {
        LabelVector whole = _reader.Read(node.Label.Whole);
        Multiply(whole, _whole);
        return whole.Norm;
    }

    // A word of the place counts less, and not at all where a row further down says it: said twice is not meant twice.
    private float Place(float[] own, LabelVector label, RowNode parent, RowNode? grandparent)
    {
        own.AsSpan().CopyTo(_placed);
        _seenBy++;
        foreach (int id in label.Ids)
        {
            _seen[id] = _seenBy;
        }

        float share = _weights.ContextShare;
        float squares = label.KnownSquares + label.UnknownSquares + AddPlace(parent, share);
        return MathF.Sqrt(squares + (grandparent is null ? 0 : AddPlace(grandparent, share * share)));
    }

    private float AddPlace(RowNode above, float share)
    {
        PhraseIndex phrases = _index.Phrases;
        LabelVector vector = VectorOf(above);
        FloatVectors.AddScaled(ProductsOf(above), share, _placed);
        float squares = vector.UnknownSquares;
        foreach (int id in vector.Ids)
        {
            if (_seen[id] == _seenBy)
            {
                phrases.Add(id, -share, _placed);
            }
            else
            {
                _seen[id] = _seenBy;
                squares += phrases.SquareOf(id);
            }
        }

        return share * share * squares;
    }

    private LabelVector VectorOf(RowNode node) => node.Vector ??= _reader.Read(node.Key);

    // The rows above a row come before it, so one buffer a level of the outline holds all that is asked for.
    private float[] ProductsOf(RowNode node)
    {
        while (_levels.Count <= node.Level)
        {
            _levels.Add(new Products(null, new float[_index.Phrases.Length]));
        }

        Products products = _levels[node.Level];
        if (!ReferenceEquals(products.Of, node))
        {
            Multiply(VectorOf(node), products.Values);
            _levels[node.Level] = products with { Of = node };
        }

        return products.Values;
    }

    private void Multiply(LabelVector label, float[] products)
    {
        Array.Clear(products);
        foreach (int id in label.Ids)
        {
            _index.Phrases.Add(id, 1, products);
        }
    }

    private static float NonZero(float norm) => norm > 0 ? norm : 1;

    private readonly record struct Products(RowNode? Of, float[] Values);
}
