using System.Numerics;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>Reads the first-pass evidence that a row's words give. One instance a report: it keeps buffers.</summary>
internal sealed class EvidenceReader
{
    private const float ExactFrom = 0.8f;
    private const float GrandparentPresence = 0.5f;
    private const float ParentPresence = 0.7f;
    private const float BeforePresence = 0.6f;
    private const float AsidePresence = 0.9f;
    private const float MostStrange = 2;
    private readonly SchemaIndex _index;
    private readonly ContrastEvidence _contrasts;
    private readonly Vector4[] _presence;
    private readonly List<int> _content = [];
    private readonly AffinityReader _words;
    private int _pairs;
    private int[] _aside = [];

    /// <summary>Prepares the buffers of one report.</summary>
    public EvidenceReader(SchemaIndex index, List<RowNode> nodes)
    {
        _index = index;
        _contrasts = new ContrastEvidence(index, ContrastConflict.ToldApart(nodes, index.Contrasts.Contrasts.Length));
        _presence = new Vector4[index.Coverage.Words];
        _words = new AffinityReader(index);
    }

    /// <summary>Reads what the words of a node say in their place; the scorer has just found its candidates.</summary>
    public RowReading Read(int at, List<RowNode> nodes, CandidateScorer scorer)
    {
        RowNode node = nodes[at];
        RowNode? parent = node.Parent < 0 ? null : nodes[node.Parent];
        RowNode? grandparent = parent is null || parent.Parent < 0 ? null : nodes[parent.Parent];
        node.Words = _index.Coverage.Read(node.Key);
        _aside = node.Label.Aside.Length > 0 ? _index.Coverage.Read(node.Label.Aside) : [];
        float weight = Math.Max(1e-3f, _index.Coverage.WeightOf(node.Words));
        _pairs = _index.Content.Read(node.Key, _content);
        Mark(node, parent, grandparent, RowBefore(at, nodes), true);
        float[] pairs = new float[node.Candidates.Length * PairFeature.Count];
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            int indicator = node.Candidates[c].Indicator;
            Span<float> features = pairs.AsSpan(c * PairFeature.Count, PairFeature.Count);
            ReadTexts(node, indicator, weight, scorer, features);
            features[PairFeature.NearParent] = scorer.NearParent[indicator];
            ReadScope(node, indicator, features);
        }

        _words.Read(node, _aside, parent, pairs);
        LiftNarrow(node, pairs);
        Mark(node, parent, grandparent, RowBefore(at, nodes), false);
        return new RowReading([.. node.Candidates], pairs, node.Words, node.Vector!, weight, ForeignReader.Read(node, scorer.Texts));
    }

    /// <summary>The row printed before a node; null where a caption or nothing is.</summary>
    public static RowNode? RowBefore(int at, List<RowNode> nodes) => at == 0 || nodes[at - 1].Row is null ? null : nodes[at - 1];

    private void ReadScope(RowNode node, int indicator, Span<float> features)
    {
        IndicatorScope scope = _index.Scope;
        features[PairFeature.ScopeConflict] = scope.Conflict(indicator, node);
        features[PairFeature.OutOfScope] = scope.IsOutside(indicator, node) ? 1 : 0;
        (bool isSaid, bool isHinted) = scope.Narrower(indicator, node);
        features[PairFeature.NarrowerSaid] = isSaid ? 1 : 0;
        features[PairFeature.NarrowerHinted] = isHinted ? 1 : 0;
        features[PairFeature.NameUnsaid] = scope.Unsaid(indicator, node);
        features[PairFeature.Strange] = Math.Min(MostStrange, scope.Strange(indicator, node.Words));
    }

    // A narrow indicator is also said by the words of the wide one and what it adds.
    private void LiftNarrow(RowNode node, float[] pairs)
    {
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            int parent = _index.Scope.ParentOf(node.Candidates[c].Indicator);
            int above = parent < 0 ? -1 : Array.FindIndex(node.Candidates, other => other.Indicator == parent);
            if (above < 0 || _index.Facts[parent].Indicator.Kind == ValueKind.Heading || !_index.Scope.IsSaidToNarrow(parent, node.Candidates[c].Indicator, node))
            {
                continue;
            }

            Span<float> own = pairs.AsSpan(c * PairFeature.Count, PairFeature.Count), wide = pairs.AsSpan(above * PairFeature.Count, PairFeature.Count);
            foreach (int feature in PairFeature.OfTexts)
            {
                own[feature] = Math.Max(own[feature], wide[feature]);
            }
        }
    }

    private void ReadTexts(RowNode node, int indicator, float weight, CandidateScorer scorer, Span<float> features)
    {
        float best = float.NegativeInfinity;
        (int first, int end) = _index.WordingTable.Of(indicator);
        for (int w = first; w < end; w++)
        {
            Wording wording = _index.Wordings[w];
            float own = scorer.Texts.Own(w);
            Vector4 present = _index.Coverage.Present(w, _presence, out float share);
            float covered = Math.Min(1, present.X / weight);
            if (wording.IsLocal)
            {
                features[PairFeature.Local] = Math.Max(features[PairFeature.Local], own);
                features[PairFeature.LocalBelowParent] = Math.Max(features[PairFeature.LocalBelowParent], own * Math.Min(1, scorer.NearParent[indicator]));
            }
            else
            {
                float has = present.Y * share, hasWithPlace = present.Z * share, hasWithBefore = present.W * share;
                features[PairFeature.Own] = Math.Max(features[PairFeature.Own], own);
                features[PairFeature.Placed] = Math.Max(features[PairFeature.Placed], node.Parent < 0 ? own : scorer.Texts.Placed(w) * Math.Min(1, 0.35f + own));
                features[PairFeature.WordingCovered] = Math.Max(features[PairFeature.WordingCovered], has);
                features[PairFeature.WordingCoveredWithPlace] = Math.Max(features[PairFeature.WordingCoveredWithPlace], hasWithPlace * Math.Min(1, 0.3f + covered));
                features[PairFeature.WordingCoveredWithBefore] =
                    Math.Max(features[PairFeature.WordingCoveredWithBefore], hasWithBefore * Math.Min(1, 0.3f + covered));
                features[PairFeature.LabelCoveredByName] = w == first ? covered : features[PairFeature.LabelCoveredByName];
                features[PairFeature.BothCovered] = Math.Max(features[PairFeature.BothCovered], covered * hasWithPlace);
                if (wording.IsSpecific)
                {
                    features[PairFeature.Exact] = Math.Max(features[PairFeature.Exact], Math.Clamp((own - ExactFrom) / (1 - ExactFrom), 0, 1));
                }
            }

            features[PairFeature.LabelCovered] = Math.Max(features[PairFeature.LabelCovered], covered);
            // The contrasts are those of the wording that fits best with them.
            int statement = _index.Statements.Of(w);
            float text = own + (0.5f * covered) - (0.5f * _contrasts.CostOf(statement, node));
            if (text > best)
            {
                best = text;
                _contrasts.FeaturesOf(statement).CopyTo(features[PairFeature.Conflict..]);
            }
        }

        features[PairFeature.AmbiguousOwn] = node.IsAmbiguous ? features[PairFeature.Own] : 0;
        if (_pairs > 0)
        {
            float share = (float)_index.Content.CountShared(_content, indicator) / _pairs;
            features[PairFeature.Content] = share;
            features[PairFeature.NoContent] = Math.Max(0, 1 - (share / 0.25f));
        }
        else
        {
            features[PairFeature.Content] = 0.5f;
        }
    }

    // How far each word is present: in the label itself, in it with its brackets, in these and the rows above, in these and the row before.
    private void Mark(RowNode node, RowNode? parent, RowNode? grandparent, RowNode? before, bool isSet)
    {
        MarkWords(before?.Words, BeforePresence * Vector4.UnitW, isSet);
        MarkWords(grandparent?.Words, GrandparentPresence * (Vector4.UnitZ + Vector4.UnitW), isSet);
        MarkWords(parent?.Words, ParentPresence * (Vector4.UnitZ + Vector4.UnitW), isSet);
        MarkWords(_aside, AsidePresence * (Vector4.One - Vector4.UnitX), isSet);
        MarkWords(node.Words, Vector4.One, isSet);
    }

    private void MarkWords(ReadOnlySpan<int> words, Vector4 presence, bool isSet)
    {
        foreach (int word in words)
        {
            if (word >= _index.Coverage.Words)
            {
                foreach (int alike in _index.Coverage.Alikes(word))
                {
                    _presence[alike] = isSet ? presence : Vector4.Zero;
                }
            }
            else if (word >= 0)
            {
                _presence[word] = isSet ? presence : Vector4.Zero;
            }
        }
    }
}
