using System.Numerics;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>Weighs what a row itself and the rows above it say about being each indicator.</summary>
internal sealed class CandidateScorer
{
    private const float CostScale = 0.5f;
    private const float ExactFrom = 0.8f;
    private const float Narrowing = 0.8f;
    private const double SharedSubject = 0.25;
    private readonly SchemaIndex _index;
    private readonly HeuristicWeights _weights;
    private readonly PhraseQuery _query;
    private readonly float[] _main;
    private readonly float[] _whole;
    private readonly float[] _placed;
    private readonly float[] _nearParent;
    private readonly float[] _text;
    private readonly float[] _score;
    private readonly ulong _told;

    /// <summary>Prepares the buffers of one report.</summary>
    public CandidateScorer(SchemaIndex index, HeuristicWeights weights, List<RowNode> nodes)
    {
        _told = ToldApart(nodes, index.Contrasts.Contrasts.Length);
        _index = index;
        _weights = weights;
        _query = index.Phrases.NewQuery();
        _main = new float[index.Wordings.Length];
        _whole = new float[index.Wordings.Length];
        _placed = new float[index.Wordings.Length];
        _nearParent = new float[index.Facts.Length];
        _text = new float[index.Facts.Length];
        _score = new float[index.Facts.Length];
    }

    /// <summary>Finds the candidates of a node; those of the nodes above it must be known.</summary>
    public void Score(RowNode node, List<RowNode> nodes)
    {
        RowNode? parent = node.Parent < 0 ? null : nodes[node.Parent];
        RowNode? grandparent = parent is null || parent.Parent < 0 ? null : nodes[parent.Parent];
        RelateToParents(parent, grandparent);
        CompareTexts(node, parent, grandparent);
        for (int i = 0; i < _score.Length; i++)
        {
            _score[i] = _text[i] + Unit(node, _index.Facts[i]) + ValueForm(node, _index.Facts[i]) + Heading(node, _index.Facts[i]) + (_weights.Parent * _nearParent[i]);
        }

        node.Candidates = CandidateList.Best(_text, _score, _weights.CandidatesKept);
        RejectOtherSubjects(node);
    }

    // Letters and single syllables can look alike where nothing that is spoken of is the same.
    private void RejectOtherSubjects(RowNode node)
    {
        if (ContentWords.Of(node.Key) is not { } content)
        {
            return;
        }

        for (int c = 0; c < node.Candidates.Length; c++)
        {
            Candidate candidate = node.Candidates[c];
            double share = _index.Content.Share(content, candidate.Indicator);
            float cost = _weights.OtherSubject * (float)Math.Max(0, 1 - (share / SharedSubject));
            node.Candidates[c] = candidate with { Text = candidate.Text - cost, Base = candidate.Base - cost, Score = candidate.Score - cost };
        }

        Array.Sort(node.Candidates, static (a, b) => b.Score.CompareTo(a.Score));
    }

    // How near each indicator is to what the rows above seem to be.
    private void RelateToParents(RowNode? parent, RowNode? grandparent)
    {
        Array.Clear(_nearParent);
        if (parent is null)
        {
            // What stands under nothing is mostly a section.
            for (int i = 0; i < _nearParent.Length; i++)
            {
                _nearParent[i] = _index.Facts[i].Indicator is { Parent: null, Kind: ValueKind.Heading } ? 0.4f : 0;
            }

            return;
        }

        AddRelations(parent, grandparent is null ? 1f : 0.7f);
        if (grandparent is not null)
        {
            AddRelations(grandparent, 0.3f);
        }
    }

    private void AddRelations(RowNode above, float weight)
    {
        foreach ((int indicator, float probability) in CandidateList.Probabilities(above, _weights.Foreign))
        {
            PhraseIndex.AddScaled(_index.RelationsBelow(indicator), weight * probability, _nearParent);
        }
    }

    private void CompareTexts(RowNode node, RowNode? parent, RowNode? grandparent)
    {
        PhraseIndex phrases = _index.Phrases;
        _query.Clear();
        phrases.Add(node.Key, 1, _query);
        float norm = phrases.Compare(_query, _main);
        bool hasAside = node.Label.Aside.Length > 0;
        if (hasAside)
        {
            _query.Clear();
            phrases.Add(node.Label.Whole, 1, _query);
            phrases.Compare(_query, _whole);
            _query.Clear();
            phrases.Add(node.Key, 1, _query);
        }

        if (parent is not null)
        {
            phrases.Add(parent.Key, _weights.ContextShare, _query);
            if (grandparent is not null)
            {
                phrases.Add(grandparent.Key, _weights.ContextShare * _weights.ContextShare, _query);
            }

            phrases.Compare(_query, _placed);
        }

        Array.Fill(_text, -10f);
        for (int w = 0; w < _main.Length; w++)
        {
            Wording wording = _index.Wordings[w];
            float similarity = hasAside ? Math.Max(_main[w], 0.98f * _whole[w]) : _main[w];
            if (wording.IsLocal)
            {
                similarity *= _weights.LocalFloor + ((1 - _weights.LocalFloor) * _nearParent[wording.Indicator]);
            }
            else if (parent is not null)
            {
                // The share of the row's own words that the wording has: a place alone makes no match.
                float own = Math.Min(1, _main[w] * phrases.Norms[w] / Math.Max(norm, 1e-6f));
                similarity = Math.Max(similarity, _placed[w] * (_weights.ContextFloor + ((1 - _weights.ContextFloor) * own)));
            }

            // A contradiction only costs, so a wording that falls short of another of its indicator without one need not be checked for any.
            float text = similarity + (node.IsAmbiguous ? 0 : Exactness(similarity, wording));
            ref float best = ref _text[wording.Indicator];
            best = text > best ? Math.Max(best, text - Contradiction(node, wording)) : best;
        }
    }

    // A label that says all of a name says it wherever it stands; short ones may only look so.
    private float Exactness(float similarity, Wording wording) =>
        wording.IsLocal || !wording.IsSpecific ? 0
            : _weights.Exactness * Math.Clamp((similarity - ExactFrom) / (1 - ExactFrom), 0, 1);

    // One bit a slot of which the report states several values: in a commune's report "cấp xã" narrows nothing.
    private static ulong ToldApart(List<RowNode> nodes, int slots)
    {
        ulong told = 0;
        for (int slot = 0; slot < slots; slot++)
        {
            ulong values = 0;
            foreach (RowNode node in nodes)
            {
                values |= node.Contrasts[slot];
            }

            told |= BitOperations.PopCount(values) > 1 ? 1UL << slot : 0;
        }

        return told;
    }

    private float Contradiction(RowNode node, Wording wording)
    {
        float cost = 0;
        for (ulong slots = node.Stated | wording.Stated; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            IndicatorContrast contrast = _index.Contrasts.Contrasts[slot];
            ulong said = node.Contrasts[slot], meant = wording.Contrasts[slot];
            if (said == meant)
            {
                continue;
            }

            // Brackets explain: what they state beyond the indicator's name says nothing against it.
            bool isAside = (node.Aside >> slot & 1) != 0;
            bool isFromAbove = ((node.Inherited | wording.Inherited) >> slot & 1) != 0;
            if (meant == 0 && isFromAbove && BitOperations.IsPow2(said) && wording.Refinements.Length > 0
                && (wording.Refinements[slot] & said) != 0 && (_told >> slot & 1) != 0)
            {
                // The place narrows the label to another indicator.
                cost += Narrowing * (float)contrast.Conflict;
                continue;
            }

            double one = said == 0 ? contrast.Missing
                : meant == 0 ? (isAside ? 0 : contrast.Extra)
                : (said & meant) == 0 ? contrast.Conflict
                : 0.35 * contrast.Conflict;
            cost += (float)one * (isAside || isFromAbove ? 0.5f : 1f);
        }

        return CostScale * cost;
    }

    private float Unit(RowNode node, IndicatorFacts facts)
    {
        UnitFacts unit = node.Unit;
        float scale = unit.IsInherited ? 0.5f : 1f;
        if (unit.Options > 0)
        {
            return !facts.IsCoded ? -_weights.OptionsConflict * scale
                : facts.Indicator.Options.Length == unit.Options ? _weights.OptionsAgreement * scale
                : 0;
        }

        if (unit.Keys == 0 || facts.Indicator.Kind == ValueKind.Heading)
        {
            return 0;
        }

        return facts.IsCoded ? -_weights.OptionsConflict * scale
            : (unit.Keys & facts.UnitBit) != 0 ? _weights.UnitAgreement * scale
            : -_weights.UnitConflict * scale;
    }

    private float ValueForm(RowNode node, IndicatorFacts facts) =>
        !node.IsRatio ? 0 : facts.Indicator.Kind == ValueKind.Ratio ? _weights.ValueForm : 0;

    private float Heading(RowNode node, IndicatorFacts facts)
    {
        bool isHeading = facts.Indicator.Kind == ValueKind.Heading;
        bool hasUnit = !node.Unit.IsUnknown && !node.Unit.IsInherited;
        if (hasUnit)
        {
            return isHeading ? -_weights.HeadingConflict : 0;
        }

        bool isEmpty = node.HasChildren && node.Row is { Value.Text.Length: 0, Group.Length: 0 };
        return !isEmpty ? 0
            : node.NamesFigure ? (facts.IsLeaf ? -_weights.FigureConflict : 0)
            : isHeading ? 0.3f * _weights.HeadingConflict
            : facts.IsLeaf ? -_weights.HeadingConflict - (facts.NamesFigure ? _weights.FigureConflict : 0)
            : facts.NamesFigure ? -_weights.FigureConflict
            : 0;
    }
}
