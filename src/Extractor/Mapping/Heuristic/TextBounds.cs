using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>The most that a label can get from any wording of each indicator, so that only few wordings need be compared. Not for several threads at once.</summary>
internal sealed class TextBounds(SimilarityBounds index, RetrievalWeights weights)
{
    // More than sums of products lose by rounding.
    private const float Rounding = 1e-4f;

    private readonly List<(int Feature, float Amount)> _ofOwn = [];
    private readonly List<(int Feature, float Amount)> _ofWhole = [];
    private readonly List<(int Feature, float Amount)> _ofPlace = [];
    private readonly float[] _own = new float[index.Length];
    private readonly float[] _whole = new float[index.Length];
    private readonly float[] _place = new float[index.Length];
    private readonly float[] _costs = new float[index.Length];

    /// <summary>Reads the bounds, what contrasts cost subtracted.</summary>
    /// <param name="label">The label.</param>
    /// <param name="compared">How it is compared.</param>
    /// <param name="costs">What its contrasts cost.</param>
    /// <param name="near">By indicator, how near it is to what the rows above seem to be.</param>
    /// <param name="bounds">Receives one bound an indicator.</param>
    public void Read(LabelPlace label, ComparedLabel compared, List<ContrastCosts> costs, Span<float> near, Span<float> bounds)
    {
        Multiply(label);
        Array.Clear(_costs);
        foreach (ContrastCosts cost in costs)
        {
            FloatVectors.AddScaled(cost.Least, ContrastCosts.Scale, _costs);
        }

        Combine(compared, near, bounds);
    }

    private void Multiply(LabelPlace label)
    {
        _ofOwn.Clear();
        _ofWhole.Clear();
        _ofPlace.Clear();
        foreach (int id in label.Features)
        {
            Vector4 amount = label.AmountOf(id);
            if (amount.X > 0)
            {
                _ofOwn.Add((id, amount.X));
            }
            else if (amount.Z > 0)
            {
                _ofPlace.Add((id, amount.Z));
            }

            if (amount.Y > 0)
            {
                _ofWhole.Add((id, amount.Y));
            }
        }

        index.Multiply(_ofOwn, _own);
        index.Multiply(_ofWhole, _whole);
        index.Multiply(_ofPlace, _place);
    }

    private void Combine(ComparedLabel compared, Span<float> near, Span<float> bounds)
    {
        int half = index.Half / Vector<float>.Count;
        ReadOnlySpan<Vector<float>> own = FloatVectors.Wide(_own), whole = FloatVectors.Wide(_whole), place = FloatVectors.Wide(_place);
        ReadOnlySpan<Vector<float>> costs = FloatVectors.Wide(_costs), norms = FloatVectors.Wide(index.LargestNorms), nearness = FloatVectors.Wide(near);
        Span<Vector<float>> wide = FloatVectors.Wide(bounds);
        Vector<float> ownScale = new(compared.Scales.X), wholeScale = new(compared.Scales.Y), placeScale = new(compared.Scales.Z);
        Vector<float> floor = new(weights.ContextFloor), rest = new(1 - weights.ContextFloor), rounding = new(Rounding);
        Vector<float> localFloor = new(weights.LocalFloor), localRest = new(1 - weights.LocalFloor);
        Vector<float> exactness = new(compared.Exactness), exactFrom = new(TextScorer.ExactFrom), exactSlope = new(1 / (1 - TextScorer.ExactFrom));
        for (int v = 0; v < half; v++)
        {
            Vector<float> main = own[v] * ownScale;
            Vector<float> similarity = Vector.Max(main, whole[v] * wholeScale);
            if (compared.HasPlace)
            {
                Vector<float> share = Vector.Min(Vector<float>.One, main * norms[v] * ownScale);
                similarity = Vector.Max(similarity, (own[v] + place[v]) * placeScale * (floor + (rest * share)));
            }

            Vector<float> local = Vector.Max(own[v + half] * ownScale, whole[v + half] * wholeScale);
            local *= localFloor + (localRest * nearness[v]);
            similarity += exactness * Vector.Min(Vector<float>.One, Vector.Max(Vector<float>.Zero, (similarity - exactFrom) * exactSlope));
            wide[v] = rounding + Vector.Max(similarity - costs[v], local - costs[v + half]);
        }
    }
}
