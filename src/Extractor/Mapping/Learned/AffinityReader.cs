using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>Reads what single words say for a row's candidates, and by how much they say more for another indicator. One instance a report: it keeps buffers.</summary>
internal sealed class AffinityReader(SchemaIndex index)
{
    private const float AsideShare = 0.5f;
    private const float ParentShare = 0.5f;
    private const float LargestLead = 6;
    private readonly float[] _own = new float[index.PaddedCount];
    private readonly float[] _placed = new float[index.PaddedCount];

    /// <summary>Reads the features of a row's candidates.</summary>
    /// <param name="node">The row, its words known.</param>
    /// <param name="aside">Words in brackets.</param>
    /// <param name="parent">The row above it.</param>
    /// <param name="pairs">Features of its candidates, side by side.</param>
    public void Read(RowNode node, ReadOnlySpan<int> aside, RowNode? parent, Span<float> pairs)
    {
        Array.Clear(_own);
        index.Affinity.AddTo(node.Words, 1, index.Coverage, _own);
        index.Affinity.AddTo(aside, AsideShare, index.Coverage, _own);
        _own.CopyTo(_placed, 0);
        if (parent is not null)
        {
            index.Affinity.AddTo(parent.Words, ParentShare, index.Coverage, _placed);
        }

        Leading own = LeadingOf(_own), placed = LeadingOf(_placed);
        float words = node.Words.Length, placedWords = words + (ParentShare * (parent?.Words.Length ?? 0));
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            int indicator = node.Candidates[c].Indicator;
            Span<float> features = pairs.Slice(c * PairFeature.Count, PairFeature.Count);
            features[PairFeature.Affinity] = _own[indicator] / words;
            features[PairFeature.AffinityLead] = own.LeadOf(indicator, _own);
            features[PairFeature.PlacedAffinity] = _placed[indicator] / placedWords;
            features[PairFeature.PlacedAffinityLead] = placed.LeadOf(indicator, _placed);
        }
    }

    private Leading LeadingOf(ReadOnlySpan<float> evidence)
    {
        int best = 0;
        float most = float.NegativeInfinity, next = float.NegativeInfinity;
        for (int i = 0; i < index.Facts.Length; i++)
        {
            if (evidence[i] > most)
            {
                (best, most, next) = (i, evidence[i], most);
            }
            else
            {
                next = Math.Max(next, evidence[i]);
            }
        }

        return new Leading(best, most, next);
    }

    private readonly record struct Leading(int Best, float Most, float Next)
    {
        public float LeadOf(int indicator, float[] evidence) =>
            Math.Clamp((evidence[indicator] - (indicator == Best ? Next : Most)) / LargestLead, -1, 1);
    }
}
