using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>Weighs what a row itself and the rows above it say about being each indicator. Not for several threads at once.</summary>
internal sealed class CandidateScorer
{
    private const float SectionAtTop = 0.4f;
    private const double SharedSubject = 0.25;
    private readonly SchemaIndex _index;
    private readonly RetrievalWeights _weights;
    private readonly TextScorer _texts;
    private readonly FormScorer _forms;
    private readonly ulong _told;
    private readonly float[] _nearParent;
    private readonly float[] _bounds;
    private readonly float[] _costOf;
    private readonly CandidateList _kept;
    private readonly List<ContrastCosts> _costs = [];
    private readonly List<int> _content = [];
    private RowNode? _lastParent;

    /// <summary>Prepares the buffers of one report.</summary>
    public CandidateScorer(SchemaIndex index, RetrievalWeights weights, List<RowNode> nodes)
    {
        _index = index;
        _weights = weights;
        _texts = new TextScorer(index, weights);
        _forms = new FormScorer(index, weights);
        _told = ContrastConflict.ToldApart(nodes, index.Contrasts.Contrasts.Length);
        _nearParent = new float[index.PaddedCount];
        _bounds = new float[index.PaddedCount];
        _costOf = new float[FloatVectors.PaddedLength(index.Statements.All.Length)];
        _kept = new CandidateList(Math.Min(weights.CandidatesKept, index.Facts.Length));
        RelateToParents(null, null);
    }

    /// <summary>The last node's label compared with every wording.</summary>
    public TextScorer Texts => _texts;

    /// <summary>By indicator, how near the last node's place is to the indicator's.</summary>
    public ReadOnlySpan<float> NearParent => _nearParent;

    /// <summary>Finds the candidates of a node; those of the nodes above it must be known.</summary>
    public void Score(RowNode node, List<RowNode> nodes)
    {
        RowNode? parent = node.Parent < 0 ? null : nodes[node.Parent];
        RowNode? grandparent = parent is null || parent.Parent < 0 ? null : nodes[parent.Parent];
        if (!ReferenceEquals(parent, _lastParent))
        {
            RelateToParents(parent, grandparent);
        }

        _texts.Read(node, parent, grandparent);
        _index.Conflicts.Read(node, _told, _costs);
        (float[] byUnit, float[] byForm) = _forms.Of(node);
        _texts.Bound(_costs, _nearParent, _bounds);
        FloatVectors.AddScaled(byUnit, 1, _bounds);
        FloatVectors.AddScaled(byForm, 1, _bounds);
        FloatVectors.AddScaled(_nearParent, _weights.Parent, _bounds);
        AddCosts();
        _kept.Clear();
        _kept.FindLeading(_bounds.AsSpan(0, _index.Facts.Length));
        foreach (int indicator in _kept.Leading)
        {
            Weigh(indicator, byUnit, byForm);
        }

        // Few others can still be among the best.
        for (int i = 0; i < _index.Facts.Length; i++)
        {
            if (_bounds[i] >= _kept.Least && !_kept.Leading.Contains(i))
            {
                Weigh(i, byUnit, byForm);
            }
        }

        node.Candidates = _kept.ToArray();
        RejectOtherSubjects(node);
    }

    private void Weigh(int indicator, float[] byUnit, float[] byForm)
    {
        float near = _nearParent[indicator];
        float text = float.NegativeInfinity;
        (int start, int end) = _index.WordingTable.Of(indicator);
        for (int w = start; w < end; w++)
        {
            text = Math.Max(text, _texts.Compare(w, near) - _costOf[_index.Statements.Of(w)]);
        }

        float score = text + byUnit[indicator] + byForm[indicator] + (_weights.Parent * near);
        _kept.Add(new Candidate(indicator, text, score, score));
    }

    private void AddCosts()
    {
        Array.Clear(_costOf);
        foreach (ContrastCosts costs in _costs)
        {
            FloatVectors.AddScaled(costs.Each, ContrastCosts.Scale, _costOf);
        }
    }

    // Letters and single syllables can look alike where nothing that is spoken of is the same.
    private void RejectOtherSubjects(RowNode node)
    {
        int pairs = _index.Content.Read(node.Key, _content);
        if (pairs == 0)
        {
            return;
        }

        for (int c = 0; c < node.Candidates.Length; c++)
        {
            Candidate candidate = node.Candidates[c];
            double share = (double)_index.Content.CountShared(_content, candidate.Indicator) / pairs;
            float cost = _weights.OtherSubject * (float)Math.Max(0, 1 - (share / SharedSubject));
            node.Candidates[c] = candidate with { Text = candidate.Text - cost, Base = candidate.Base - cost, Score = candidate.Score - cost };
        }

        CandidateList.Sort(node.Candidates);
    }

    // How near each indicator is to what the rows above seem to be.
    private void RelateToParents(RowNode? parent, RowNode? grandparent)
    {
        _lastParent = parent;
        Array.Clear(_nearParent);
        if (parent is null)
        {
            // What stands under nothing is mostly a section.
            for (int i = 0; i < _index.Facts.Length; i++)
            {
                _nearParent[i] = _index.Facts[i].Indicator is { Parent: null, Kind: ValueKind.Heading } ? SectionAtTop : 0;
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
        above.Likely ??= Likelihood.Of(above, _weights.Foreign);
        foreach ((int indicator, float probability) in above.Likely)
        {
            FloatVectors.AddScaled(_index.RelationsBelow(indicator), weight * probability, _nearParent);
        }
    }
}
