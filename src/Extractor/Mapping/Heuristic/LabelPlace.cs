using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// A label as what each feature adds to its products with the wordings: of its main part, of its whole text with what stands in brackets, and of its main
/// part together with the labels above it. Not for several threads at once.
/// </summary>
internal sealed class LabelPlace
{
    private readonly PhraseIndex _phrases;
    private readonly LabelVectorReader _reader;
    private readonly float _contextShare;

    private readonly Vector4[] _amounts;
    private readonly List<int> _features = [];

    /// <summary>Prepares the buffers of one report.</summary>
    /// <param name="phrases">The wordings.</param>
    /// <param name="contextShare">Share of a label in those below it.</param>
    public LabelPlace(PhraseIndex phrases, float contextShare)
    {
        _phrases = phrases;
        _reader = new LabelVectorReader(phrases);
        _contextShare = contextShare;
        _amounts = new Vector4[phrases.FeatureCount];
    }

    /// <summary>Lengths of the three vectors; 0 for one that the label has not.</summary>
    public Vector4 Norms { get; private set; }

    /// <summary>The features that count, each once.</summary>
    public List<int> Features => _features;

    /// <summary>What a feature adds to the products, but for the wording's own length.</summary>
    public Vector4 AmountOf(int feature) => _amounts[feature];

    /// <summary>Reads a label in its place.</summary>
    public void Read(RowNode node, RowNode? parent, RowNode? grandparent)
    {
        foreach (int id in _features)
        {
            _amounts[id] = Vector4.Zero;
        }

        _features.Clear();
        LabelVector label = VectorOf(node);
        Vector4 norms = new(label.Norm, 0, 0, 0);
        Add(label, parent is null ? Vector4.UnitX : Vector4.UnitX + Vector4.UnitZ);
        if (parent is not null)
        {
            float squares = label.KnownSquares + label.UnknownSquares + AddPlace(parent, _contextShare);
            norms.Z = MathF.Sqrt(squares + (grandparent is null ? 0 : AddPlace(grandparent, _contextShare * _contextShare)));
        }

        if (node.Label.Aside.Length > 0)
        {
            LabelVector whole = _reader.Read(node.Label.Whole);
            Add(whole, Vector4.UnitY);
            norms.Y = whole.Norm;
        }

        Norms = norms;
    }

    /// <summary>The products with a wording.</summary>
    public Vector4 ProductsWith(int wording)
    {
        ReadOnlySpan<int> ids = _phrases.FeaturesOf(wording);
        ReadOnlySpan<Vector4> amounts = _amounts;
        Vector4 first = Vector4.Zero, second = Vector4.Zero, third = Vector4.Zero, fourth = Vector4.Zero;
        int i = 0;
        // Four sums do not wait for each other.
        for (; i <= ids.Length - 4; i += 4)
        {
            first += amounts[ids[i]];
            second += amounts[ids[i + 1]];
            third += amounts[ids[i + 2]];
            fourth += amounts[ids[i + 3]];
        }

        for (; i < ids.Length; i++)
        {
            first += amounts[ids[i]];
        }

        return (first + second + (third + fourth)) * _phrases.InverseNormOf(wording);
    }

    private void Add(LabelVector vector, Vector4 scale)
    {
        foreach (int id in vector.Ids)
        {
            if (_amounts[id] == Vector4.Zero)
            {
                _features.Add(id);
            }

            _amounts[id] += scale * _phrases.SquareOf(id);
        }
    }

    // A word of the place counts less, and not at all where a row further down says it: said twice is not meant twice.
    private float AddPlace(RowNode above, float share)
    {
        LabelVector vector = VectorOf(above);
        float squares = vector.UnknownSquares;
        foreach (int id in vector.Ids)
        {
            if (_amounts[id] == Vector4.Zero)
            {
                float square = _phrases.SquareOf(id);
                _amounts[id].Z = share * square;
                _features.Add(id);
                squares += square;
            }
        }

        return share * share * squares;
    }

    private LabelVector VectorOf(RowNode node) => node.Vector ??= node.SameAs is { } same ? VectorOf(same) : _reader.Read(node.Key);
}
