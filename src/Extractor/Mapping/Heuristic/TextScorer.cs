using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>Compares a label, alone and together with the labels above it, with wordings. Not for several threads at once.</summary>
internal sealed class TextScorer
{
    /// <summary>Similarity from which a long wording counts as said in full.</summary>
    public const float ExactFrom = 0.8f;

    private const float WholeShare = 0.98f;
    private readonly SchemaIndex _index;
    private readonly RetrievalWeights _weights;
    private readonly LabelPlace _label;
    private readonly TextBounds _bounds;
    private readonly Vector4[] _cosines;
    private readonly Vector4[] _foreign;
    private ComparedLabel _compared;

    /// <summary>Prepares the buffers of one report.</summary>
    public TextScorer(SchemaIndex index, RetrievalWeights weights)
    {
        _index = index;
        _weights = weights;
        _label = new LabelPlace(index.Phrases, weights.ContextShare);
        _bounds = new TextBounds(index.Bounds, weights);
        _cosines = new Vector4[index.Wordings.Length];
        _foreign = new Vector4[index.ForeignTexts.Count];
    }

    /// <summary>Takes up a label to compare with wordings.</summary>
    /// <param name="node">The row.</param>
    /// <param name="parent">The row above it.</param>
    /// <param name="grandparent">The row above that.</param>
    public void Read(RowNode node, RowNode? parent, RowNode? grandparent)
    {
        _label.Read(node, parent, grandparent);
        Vector4 norms = _label.Norms;
        var scales = new Vector4(
            1 / NonZero(norms.X), node.Label.Aside.Length > 0 ? WholeShare / NonZero(norms.Y) : 0, parent is null ? 0 : 1 / NonZero(norms.Z), 0);
        _compared = new ComparedLabel(scales, parent is not null, node.IsAmbiguous ? 0 : _weights.Exactness);
    }

    /// <summary>By indicator, the most that any of its wordings can get, what contrasts cost subtracted.</summary>
    public void Bound(List<ContrastCosts> costs, Span<float> near, Span<float> bounds) => _bounds.Read(_label, _compared, costs, near, bounds);

    /// <summary>What the words of the label speak for a wording.</summary>
    /// <param name="wording">The wording.</param>
    /// <param name="near">How near its indicator is to what the rows above seem to be.</param>
    public float Compare(int wording, float near)
    {
        Vector4 cosines = _label.ProductsWith(wording) * _compared.Scales;
        _cosines[wording] = cosines;
        float similarity = Math.Max(cosines.X, cosines.Y);
        if (_index.WordingTable.IsLocal(wording))
        {
            return similarity * (_weights.LocalFloor + ((1 - _weights.LocalFloor) * near));
        }

        if (_compared.HasPlace)
        {
            // The share of the row's own words that the wording has: a place alone makes no match.
            float share = Math.Min(1, cosines.X * _index.Phrases.NormOf(wording) * _compared.Scales.X);
            similarity = Math.Max(similarity, cosines.Z * (_weights.ContextFloor + ((1 - _weights.ContextFloor) * share)));
        }

        // A label that says all of a name says it wherever it stands; short ones may only look so.
        return _index.WordingTable.IsSpecific(wording)
            ? similarity + (_compared.Exactness * Math.Min(1, Math.Max(0, (similarity - ExactFrom) * (1 / (1 - ExactFrom)))))
            : similarity;
    }

    /// <summary>Cosine of the label, with its brackets or without, and a wording it was compared with.</summary>
    public float Own(int wording) => Math.Max(_cosines[wording].X, _cosines[wording].Y);

    /// <summary>Cosine of the label together with those above it and a wording it was compared with; 0 for a label under none.</summary>
    public float Placed(int wording) => _cosines[wording].Z;

    /// <summary>Cosines of the label, alone and with its place, and the foreign phrase most like it; the bound where none is more like it.</summary>
    public (float Own, float Placed) CompareForeign(RowNode node, float least) => _index.ForeignTexts.Compare(_label, _compared.Scales, node, least, _foreign);

    private static float NonZero(float norm) => norm > 0 ? norm : 1;
}
