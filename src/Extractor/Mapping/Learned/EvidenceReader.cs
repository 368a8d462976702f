using System.Numerics;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>Reads the first-pass evidence of a row's candidates. One instance a report: it keeps buffers.</summary>
internal sealed class EvidenceReader
{
    private const float ExactFrom = 0.8f;
    private const float GrandparentPresence = 0.5f;
    private const float ParentPresence = 0.7f;
    private const float BeforePresence = 0.6f;
    private const float AsidePresence = 0.9f;
    private readonly SchemaIndex _index;
    private readonly ContrastEvidence _contrasts;
    private readonly Vector4[] _presence;
    private readonly int _rows;
    private readonly List<int> _content = [];
    private readonly AffinityReader _words;
    private int _pairs;
    private int[] _aside = [];

    /// <summary>Prepares the buffers of one report.</summary>
    public EvidenceReader(SchemaIndex index, List<RowNode> nodes)
    {
        _index = index;
        _rows = nodes.Count;
        _contrasts = new ContrastEvidence(index, ContrastConflict.ToldApart(nodes, index.Contrasts.Contrasts.Length));
        _presence = new Vector4[index.Coverage.Words];
        _words = new AffinityReader(index);
    }

    /// <summary>Reads the evidence of a node whose candidates the scorer has just found.</summary>
    public void Read(int at, List<RowNode> nodes, CandidateScorer scorer)
    {
        RowNode node = nodes[at];
        var evidence = new RowEvidence(node.Candidates.Length);
        node.Evidence = evidence;
        RowNode? parent = node.Parent < 0 ? null : nodes[node.Parent];
        RowNode? grandparent = parent is null || parent.Parent < 0 ? null : nodes[parent.Parent];
        node.Words = _index.Coverage.Read(node.Key);
        _aside = node.Label.Aside.Length > 0 ? _index.Coverage.Read(node.Label.Aside) : [];
        float weight = Math.Max(1e-3f, _index.Coverage.WeightOf(node.Words));
        _pairs = _index.Content.Read(node.Key, _content);
        RowNode? before = at == 0 || nodes[at - 1].Row is null ? null : nodes[at - 1];
        Mark(node, parent, grandparent, before, true);
        ValueShape shape = ValueShape.Of(node.Row?.Value.Text);
        float position = (float)at / Math.Max(1, _rows - 1);
        float explained = 0;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            int indicator = node.Candidates[c].Indicator;
            Span<float> features = evidence.PairOf(c);
            ReadTexts(node, indicator, weight, scorer, features);
            ReadForm(node, _index.Facts[indicator], shape, features);
            features[PairFeature.NearParent] = scorer.NearParent[indicator];
            features[PairFeature.Position] = 1 - MathF.Abs(position - ((float)indicator / _index.Facts.Length));
            features[PairFeature.Depth] = 1f / (1 + Math.Abs(Math.Max(0, node.Depth - 1) - _index.Facts[indicator].Depth));
            explained = Math.Max(explained, features[PairFeature.LabelCovered]);
        }

        _words.Read(node, _aside, parent);
        ReadNone(node, parent, weight, explained, evidence.None);
        ForeignReader.Read(node, scorer.Texts);
        Mark(node, parent, grandparent, before, false);
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

    private static void ReadForm(RowNode node, IndicatorFacts facts, ValueShape shape, Span<float> features)
    {
        UnitFacts unit = node.Unit;
        bool isHeading = facts.Indicator.Kind == ValueKind.Heading;
        float scale = unit.IsInherited ? 0.5f : 1f;
        if (unit.Options > 0)
        {
            features[PairFeature.OptionsConflict] = facts.IsCoded ? 0 : scale;
            features[PairFeature.OptionsAgreement] = facts.IsCoded ? scale * (facts.Indicator.Options.Length == unit.Options ? 1 : 0.5f) : 0;
        }
        else if (unit.Keys != 0 && !isHeading)
        {
            bool agrees = (unit.Keys & facts.UnitBit) != 0;
            features[PairFeature.OptionsConflict] = facts.IsCoded ? scale : 0;
            features[PairFeature.UnitAgreement] = agrees ? scale : 0;
            features[PairFeature.UnitConflict] = agrees || facts.IsCoded ? 0 : scale;
        }

        ValueKind kind = facts.Indicator.Kind;
        features[PairFeature.RatioForm] = node.IsRatio && kind == ValueKind.Ratio ? 1 : 0;
        features[PairFeature.PercentForm] = shape.IsPercent && kind == ValueKind.Percent ? 1 : 0;
        bool conflicts = kind switch
        {
            ValueKind.Percent => shape.IsOverHundred,
            ValueKind.Boolean or ValueKind.Enum => shape is { IsNumber: true, IsCode: false },
            ValueKind.Count or ValueKind.Ratio => shape.IsPercent,
            ValueKind.Heading or ValueKind.Money => false,
            _ => throw new ArgumentOutOfRangeException(nameof(facts), kind, "Unknown kind of figure."),
        };
        features[PairFeature.ValueConflict] = conflicts ? 1 : 0;
        bool hasUnit = !unit.IsUnknown && !unit.IsInherited;
        bool isEmpty = node.Row is null or { Value.Text.Length: 0, Group.Length: 0 } && !hasUnit;
        features[PairFeature.HeadingAgreement] = isHeading && isEmpty ? (node.HasChildren ? 1 : 0.5f) : 0;
        features[PairFeature.HeadingConflict] = isHeading && (hasUnit || shape.IsNumber) ? 1 : 0;
        features[PairFeature.EmptyLeaf] = isEmpty && node.HasChildren && facts.IsLeaf ? 1 : 0;
        features[PairFeature.FigureNamed] = node.NamesFigure && facts.NamesFigure ? 1 : 0;
    }

    private void ReadNone(RowNode node, RowNode? parent, float weight, float explained, Span<float> features)
    {
        int unknown = 0;
        foreach (int word in node.Words)
        {
            unknown += word < 0 ? 1 : 0;
        }

        bool isEmpty = node.Row is null or { Value.Text.Length: 0, Unit.Text.Length: 0 };
        features[RowFeature.Always] = 1;
        features[RowFeature.UnknownWords] = Math.Min(1, 2 * unknown * _index.Coverage.UnknownRarity / weight);
        features[RowFeature.UnknownUnit] = node.Unit.IsUnknown && node.Row is { Unit.Text.Length: > 0 } ? 1 : 0;
        features[RowFeature.Unexplained] = 1 - explained;
        features[RowFeature.Heading] = isEmpty && node.HasChildren ? 1 : 0;
        features[RowFeature.ShortLabel] = 1f / node.Words.Length;
        features[RowFeature.NoUnit] = isEmpty ? 0 : node.Unit.IsUnknown ? 1 : 0;
        features[RowFeature.UnknownAbove] = parent?.Evidence?.None[RowFeature.Unexplained] ?? 0;
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
