namespace Extractor.Mapping.Heuristic;

/// <summary>Adds to a row's own evidence what the choices around it say: the row above it in the outline, the rows below, the section, the order.</summary>
internal sealed class NeighbourScorer(SchemaIndex index, HeuristicWeights weights)
{
    private readonly Dictionary<(int Section, string Subject), int> _votes = [];
    private readonly Dictionary<int, int> _voters = [];

    /// <summary>Scores all candidates again by the choices made so far.</summary>
    public void Rescore(List<RowNode> nodes)
    {
        int[] sections = Sections(nodes);
        CountVotes(nodes, sections);
        List<int>[] children = Children(nodes);
        float trust = OutlineTrust(nodes);
        int before = -1;
        for (int n = 0; n < nodes.Count; n++)
        {
            RowNode node = nodes[n];
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                Candidate candidate = node.Candidates[c];
                float score = candidate.Base
                    + (weights.Parent * trust * Change(node, nodes, candidate.Indicator))
                    + (weights.Children * ChildrenAgreement(children[n], nodes, candidate.Indicator))
                    + (weights.Section * SectionAgreement(sections[n], candidate.Indicator, node.Indicator))
                    + (weights.Order * OrderAgreement(before, candidate.Indicator));
                node.Candidates[c] = candidate with { Score = score };
            }

            before = node.Indicator >= 0 ? node.Indicator : before;
        }

        foreach (RowNode node in nodes)
        {
            Array.Sort(node.Candidates, static (a, b) => b.Score.CompareTo(a.Score));
        }
    }

    // Children of what the row above was finally taken for are favoured beyond what its first guess said.
    private float Change(RowNode node, List<RowNode> nodes, int indicator)
    {
        int above = node.Parent < 0 ? -1 : nodes[node.Parent].Indicator;
        return above < 0 ? 0 : 0.5f * index.RelationsBelow(above)[indicator];
    }

    // How far the outline agrees with the schema's where both are known: numbering lies, and in some forms more than in others.
    private float OutlineTrust(List<RowNode> nodes)
    {
        float sum = 1.4f, count = 2;
        foreach (RowNode node in nodes)
        {
            if (node.Indicator >= 0 && node.Parent >= 0 && nodes[node.Parent].Indicator is >= 0 and var above)
            {
                sum += index.RelationsBelow(above)[node.Indicator];
                count++;
            }
        }

        return sum / count;
    }

    private float ChildrenAgreement(List<int>? children, List<RowNode> nodes, int indicator)
    {
        if (children is null)
        {
            return 0;
        }

        ReadOnlySpan<float> relations = index.RelationsBelow(indicator);
        float sum = 0;
        int known = 0;
        foreach (int child in children)
        {
            if (nodes[child].Indicator is >= 0 and var chosen)
            {
                sum += relations[chosen];
                known++;
            }
        }

        return known == 0 ? 0 : sum / known;
    }

    private float SectionAgreement(int section, int indicator, int own)
    {
        int voters = _voters.GetValueOrDefault(section);
        string subject = index.Facts[indicator].Path[0];
        int votes = _votes.GetValueOrDefault((section, subject));
        // A row's own choice is no evidence for itself.
        if (own >= 0)
        {
            voters--;
            votes -= index.Facts[own].Path[0] == subject ? 1 : 0;
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

    private void CountVotes(List<RowNode> nodes, int[] sections)
    {
        _votes.Clear();
        _voters.Clear();
        for (int n = 0; n < nodes.Count; n++)
        {
            if (nodes[n].Indicator is >= 0 and var chosen)
            {
                (int, string) vote = (sections[n], index.Facts[chosen].Path[0]);
                _votes[vote] = _votes.GetValueOrDefault(vote) + 1;
                _voters[sections[n]] = _voters.GetValueOrDefault(sections[n]) + 1;
            }
        }
    }

    private static int[] Sections(List<RowNode> nodes)
    {
        int[] sections = new int[nodes.Count];
        for (int n = 0; n < nodes.Count; n++)
        {
            sections[n] = nodes[n].Parent < 0 ? n : sections[nodes[n].Parent];
        }

        return sections;
    }

    private static List<int>[] Children(List<RowNode> nodes)
    {
        var children = new List<int>[nodes.Count];
        for (int n = 0; n < nodes.Count; n++)
        {
            if (nodes[n].Parent >= 0)
            {
                (children[nodes[n].Parent] ??= []).Add(n);
            }
        }

        return children;
    }
}
