namespace Extractor.Mapping.Heuristic;

/// <summary>Adds to a row's own evidence what the choices around it say: the row above it in the outline, the rows below, the section, the order.</summary>
internal sealed class NeighbourScorer
{
    private readonly SchemaIndex _index;
    private readonly HeuristicWeights _weights;
    private readonly List<RowNode> _nodes;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _votes;
    private int _voters;

    /// <summary>Looks up which rows stand under which.</summary>
    public NeighbourScorer(SchemaIndex index, HeuristicWeights weights, List<RowNode> nodes)
    {
        _index = index;
        _weights = weights;
        _nodes = nodes;
        _votes = new int[index.SubjectCount];
        _firstChild = new int[nodes.Count];
        _nextSibling = new int[nodes.Count];
        Array.Fill(_firstChild, -1);
        for (int n = nodes.Count - 1; n >= 0; n--)
        {
            if (nodes[n].Parent is >= 0 and var parent)
            {
                _nextSibling[n] = _firstChild[parent];
                _firstChild[parent] = n;
            }
        }
    }

    /// <summary>Scores all candidates again by the choices made so far.</summary>
    public void Rescore(CancellationToken cancellationToken)
    {
        float trust = OutlineTrust();
        int before = -1;
        for (int n = 0; n < _nodes.Count; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RowNode node = _nodes[n];
            if (node.Parent < 0)
            {
                CountVotes(n);
            }

            for (int c = 0; c < node.Candidates.Length; c++)
            {
                Candidate candidate = node.Candidates[c];
                float score = candidate.Base
                    + (_weights.Parent * trust * Change(node, candidate.Indicator))
                    + (_weights.Children * ChildrenAgreement(n, candidate.Indicator))
                    + (_weights.Section * SectionAgreement(candidate.Indicator, node.Indicator))
                    + (_weights.Order * OrderAgreement(before, candidate.Indicator));
                node.Candidates[c] = candidate with { Score = score };
            }

            before = node.Indicator >= 0 ? node.Indicator : before;
        }

        foreach (RowNode node in _nodes)
        {
            CandidateList.Sort(node.Candidates);
        }
    }

    // Children of what the row above was finally taken for are favoured beyond what its first guess said.
    private float Change(RowNode node, int indicator)
    {
        int above = node.Parent < 0 ? -1 : _nodes[node.Parent].Indicator;
        return above < 0 ? 0 : 0.5f * _index.RelationsBelow(above)[indicator];
    }

    // How far the outline agrees with the schema's where both are known: numbering lies, and in some forms more than in others.
    private float OutlineTrust()
    {
        float sum = 1.4f, count = 2;
        foreach (RowNode node in _nodes)
        {
            if (node.Indicator >= 0 && node.Parent >= 0 && _nodes[node.Parent].Indicator is >= 0 and var above)
            {
                sum += _index.RelationsBelow(above)[node.Indicator];
                count++;
            }
        }

        return sum / count;
    }

    private float ChildrenAgreement(int node, int indicator)
    {
        ReadOnlySpan<float> relations = _index.RelationsBelow(indicator);
        float sum = 0;
        int known = 0;
        for (int child = _firstChild[node]; child >= 0; child = _nextSibling[child])
        {
            if (_nodes[child].Indicator is >= 0 and var chosen)
            {
                sum += relations[chosen];
                known++;
            }
        }

        return known == 0 ? 0 : sum / known;
    }

    private float SectionAgreement(int indicator, int own)
    {
        int voters = _voters;
        int subject = _index.Subjects[indicator];
        int votes = _votes[subject];
        // A row's own choice is no evidence for itself.
        if (own >= 0)
        {
            voters--;
            votes -= _index.Subjects[own] == subject ? 1 : 0;
        }

        return voters <= 0 ? 0 : (float)votes / (voters + 1);
    }

    private static float OrderAgreement(int before, int indicator) =>
        before < 0 ? 0 : (indicator - before) switch
        {
            1 => 1,
            > 1 and <= 6 => 0.6f,
            _ => 0,
        };

    // A section is a row under nothing and all that follows up to the next such row.
    private void CountVotes(int start)
    {
        Array.Clear(_votes);
        _voters = 0;
        for (int n = start; n < _nodes.Count && (n == start || _nodes[n].Parent >= 0); n++)
        {
            if (_nodes[n].Indicator is >= 0 and var chosen)
            {
                _votes[_index.Subjects[chosen]]++;
                _voters++;
            }
        }
    }
}
