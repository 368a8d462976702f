using System.Numerics;
using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>Reads the second-pass evidence: what the choices of the rows above, below, before and behind say. One instance a report.</summary>
internal sealed class RelationReader
{
    /// <summary>Steps in the schema's order that still are soon.</summary>
    public const int SoonWithin = 6;

    private readonly SchemaIndex _index;
    private readonly List<RowNode> _nodes;
    private readonly int[] _sections;
    private readonly List<int>[] _children;
    private readonly int[] _previousSibling;
    private readonly int[] _noneBelow;
    private readonly int[] _votes;
    private readonly int[] _voters;
    private readonly float[] _wanted;
    private readonly float[] _wantedSecond;
    private readonly int[] _wantedBy;

    /// <summary>Prepares the outline of a report.</summary>
    public RelationReader(SchemaIndex index, List<RowNode> nodes)
    {
        _index = index;
        _nodes = nodes;
        _sections = new int[nodes.Count];
        _children = new List<int>[nodes.Count];
        _previousSibling = new int[nodes.Count];
        _noneBelow = new int[nodes.Count];
        _wanted = new float[index.Facts.Length];
        _wantedSecond = new float[index.Facts.Length];
        _wantedBy = new int[index.Facts.Length];
        int topBefore = -1, sections = 0;
        for (int n = 0; n < nodes.Count; n++)
        {
            int parent = nodes[n].Parent;
            _sections[n] = parent < 0 ? sections++ : _sections[parent];
            if (parent < 0)
            {
                _previousSibling[n] = topBefore;
                topBefore = n;
                continue;
            }

            List<int> siblings = _children[parent] ??= [];
            _previousSibling[n] = siblings.Count == 0 ? -1 : siblings[^1];
            siblings.Add(n);
        }

        _voters = new int[sections];
        _votes = new int[sections * index.SubjectCount];
    }

    /// <summary>Reads the evidence of every row by the choices made so far.</summary>
    public void Read(CancellationToken cancellationToken = default)
    {
        LikelyRelations.ReadBeliefs(_nodes);
        CountVotes();
        CountNone();
        FindWanted();
        float trust = OutlineTrust();
        int[] next = NextChosen();
        int before = -1;
        for (int n = 0; n < _nodes.Count; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RowNode node = _nodes[n];
            RowEvidence evidence = node.Evidence!;
            Array.Clear(evidence.Relations);
            int above = node.Parent < 0 ? -1 : _nodes[node.Parent].Indicator;
            int sibling = _previousSibling[n] < 0 ? -1 : _nodes[_previousSibling[n]].Indicator;
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                int indicator = node.Candidates[c].Indicator;
                Span<float> features = evidence.RelationsOf(c);
                features[RelationFeature.FirstPass] = evidence.First[c];
                ReadParent(above, indicator, trust, features);
                ReadChildren(_children[n], indicator, features);
                ReadSection(_sections[n], indicator, node.Indicator, features);
                ReadOrder(before, next[n], indicator, features);
                features[RelationFeature.Sibling] = sibling < 0 || sibling == indicator ? 0
                    : _index.Facts[sibling].Indicator.Parent == _index.Facts[indicator].Indicator.Parent ? 1 : 0;
                ReadSlots(above, sibling, indicator, features);
                if (features[RelationFeature.SlotsUnsaid] > 0)
                {
                    // The order of the schema is that of another branch here.
                    features[RelationFeature.NextInOrder] = features[RelationFeature.SoonInOrder] = 0;
                }

                float wanted = _wantedBy[indicator] == n ? _wantedSecond[indicator] : _wanted[indicator];
                features[RelationFeature.WantedElsewhere] = Math.Clamp(wanted - evidence.First[c] + evidence.FirstNone, 0, 6);
            }

            LikelyRelations.Read(_index, _nodes, n, _children[n]);
            ReadNone(n, node, evidence);
            before = node.Indicator >= 0 ? node.Indicator : before;
        }
    }

    private void ReadParent(int above, int indicator, float trust, Span<float> features)
    {
        if (above >= 0)
        {
            float relation = _index.RelationsBelow(above)[indicator];
            features[RelationFeature.Parent] = trust * relation;
            features[RelationFeature.ParentConflict] = relation == 0 ? trust : 0;
        }
    }

    // "Giải quyết đúng hạn" below a rate of the communes is the communes' count, though the label does not say so.
    private void ReadSlots(int above, int sibling, int indicator, Span<float> features)
    {
        ReadOnlySpan<ulong> own = _index.NameContrasts(indicator);
        if (above >= 0)
        {
            ReadOnlySpan<ulong> parent = _index.NameContrasts(above), refinements = _index.RefinementsOf(indicator);
            for (ulong slots = _index.InheritedOf(above); slots != 0; slots &= slots - 1)
            {
                int slot = BitOperations.TrailingZeroCount(slots);
                bool isNarrowed = own[slot] == 0 && (refinements[slot] & parent[slot]) != 0;
                features[RelationFeature.SlotsOfParent] += own[slot] == parent[slot] ? 1 : 0;
                features[RelationFeature.SlotsUnsaid] += isNarrowed ? 1 : 0;
                features[RelationFeature.SlotsConflict] += own[slot] != 0 && own[slot] != parent[slot] ? 1 : 0;
            }
        }

        if (sibling >= 0)
        {
            ReadOnlySpan<ulong> before = _index.NameContrasts(sibling);
            for (ulong slots = _index.InheritedOf(sibling); slots != 0; slots &= slots - 1)
            {
                int slot = BitOperations.TrailingZeroCount(slots);
                features[RelationFeature.SlotsOfSibling] += before[slot] == own[slot] ? 1 : 0;
            }
        }
    }

    private void ReadChildren(List<int>? children, int indicator, Span<float> features)
    {
        ReadOnlySpan<float> relations = _index.RelationsBelow(indicator);
        float sum = 0;
        int known = 0, strange = 0;
        foreach (int child in children ?? [])
        {
            if (_nodes[child].Indicator is >= 0 and var chosen)
            {
                sum += relations[chosen];
                strange += relations[chosen] == 0 ? 1 : 0;
                known++;
            }
        }

        features[RelationFeature.Children] = known == 0 ? 0 : sum / known;
        features[RelationFeature.ChildrenConflict] = known == 0 ? 0 : (float)strange / known;
    }

    private void ReadSection(int section, int indicator, int own, Span<float> features)
    {
        int subject = _index.Subjects[indicator];
        int voters = _voters[section], votes = _votes[(section * _index.SubjectCount) + subject];
        // A row's own choice is no evidence for itself.
        if (own >= 0)
        {
            voters--;
            votes -= _index.Subjects[own] == subject ? 1 : 0;
        }

        features[RelationFeature.Section] = voters <= 0 ? 0 : (float)votes / (voters + 1);
        features[RelationFeature.SectionConflict] = voters >= 3 && votes == 0 ? 1 : 0;
    }

    private static void ReadOrder(int before, int next, int indicator, Span<float> features)
    {
        int step = indicator - before;
        features[RelationFeature.NextInOrder] = before >= 0 && step == 1 ? 1 : 0;
        features[RelationFeature.SoonInOrder] = before >= 0 && step is > 1 and <= SoonWithin ? 1 : 0;
        features[RelationFeature.BackInOrder] = before >= 0 && step is <= 0 and >= -SoonWithin ? 1 : 0;
        features[RelationFeature.BeforeNext] = next >= 0 && next - indicator is > 0 and <= SoonWithin ? 1 : 0;
    }

    private void ReadNone(int n, RowNode node, RowEvidence evidence)
    {
        Span<float> features = evidence.RelationsNone;
        features[NoneRelationFeature.FirstPass] = evidence.FirstNone;
        features[NoneRelationFeature.Always] = 1;
        features[NoneRelationFeature.ParentIsNone] = node.Parent >= 0 && _nodes[node.Parent] is { Row: not null, Choice: < 0 } ? 1 : 0;
        int own = node.Choice < 0 ? 1 : 0, parent = node.Parent;
        features[NoneRelationFeature.SiblingsAreNone] = parent < 0 ? 0 : Share(_noneBelow[parent] - own, _children[parent].Count - 1);
        features[NoneRelationFeature.ChildrenAreNone] = Share(_noneBelow[n], _children[n]?.Count ?? 0);
        features[NoneRelationFeature.NeighboursAreNone] = 0.5f * (NoneAt(n - 1) + NoneAt(n + 1));
        int best = -1;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            best = best < 0 || evidence.First[c] > evidence.First[best] ? c : best;
        }

        features[NoneRelationFeature.BestIsTaken] = best < 0 ? 0 : evidence.RelationsOf(best)[RelationFeature.WantedElsewhere];
    }

    private float NoneAt(int n) => n < 0 || n >= _nodes.Count || _nodes[n].Row is null ? 0 : _nodes[n].Evidence!.LikelyNone;

    private void CountNone()
    {
        Array.Clear(_noneBelow);
        foreach (RowNode node in _nodes)
        {
            if (node is { Parent: >= 0, Choice: < 0 })
            {
                _noneBelow[node.Parent]++;
            }
        }
    }

    private static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;

    // How far the outline agrees with the schema's where both are known: numbering lies, and in some forms more than in others.
    private float OutlineTrust()
    {
        float sum = 1.4f, count = 2;
        foreach (RowNode node in _nodes)
        {
            if (node.Indicator >= 0 && node.Parent >= 0 && _nodes[node.Parent].Indicator is >= 0 and var above)
            {
                sum += _index.RelationsBelow(above)[node.Indicator] > 0 ? 1 : 0;
                count++;
            }
        }

        return sum / count;
    }

    private int[] NextChosen()
    {
        int[] next = new int[_nodes.Count];
        int chosen = -1;
        for (int n = _nodes.Count - 1; n >= 0; n--)
        {
            next[n] = chosen;
            chosen = _nodes[n].Indicator >= 0 ? _nodes[n].Indicator : chosen;
        }

        return next;
    }

    // How much the row that wants an indicator most wants it, over being none; and the next one.
    private void FindWanted()
    {
        Array.Clear(_wanted);
        Array.Clear(_wantedSecond);
        Array.Fill(_wantedBy, -1);
        for (int n = 0; n < _nodes.Count; n++)
        {
            if (_nodes[n].Row is null)
            {
                continue;
            }

            RowEvidence evidence = _nodes[n].Evidence!;
            for (int c = 0; c < _nodes[n].Candidates.Length; c++)
            {
                int indicator = _nodes[n].Candidates[c].Indicator;
                float lead = evidence.First[c] - evidence.FirstNone;
                if (lead > _wanted[indicator])
                {
                    (_wantedSecond[indicator], _wanted[indicator], _wantedBy[indicator]) = (_wanted[indicator], lead, n);
                }
                else if (lead > _wantedSecond[indicator])
                {
                    _wantedSecond[indicator] = lead;
                }
            }
        }
    }

    private void CountVotes()
    {
        Array.Clear(_votes);
        Array.Clear(_voters);
        for (int n = 0; n < _nodes.Count; n++)
        {
            if (_nodes[n].Indicator is >= 0 and var chosen)
            {
                _votes[(_sections[n] * _index.SubjectCount) + _index.Subjects[chosen]]++;
                _voters[_sections[n]]++;
            }
        }
    }
}
