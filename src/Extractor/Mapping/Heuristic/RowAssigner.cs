namespace Extractor.Mapping.Heuristic;

/// <summary>Chooses for all rows together, each indicator once, and lets rows state an indicator again that say practically the same.</summary>
internal sealed class RowAssigner(SchemaIndex index, HeuristicWeights weights)
{
    /// <summary>Sets the choice of every row.</summary>
    public void Assign(List<RowNode> nodes, CancellationToken cancellationToken)
    {
        List<RowNode> rows = Competitors(nodes);
        var edges = new Edge[rows.Count][];
        double[] without = new double[rows.Count];
        for (int r = 0; r < rows.Count; r++)
        {
            Candidate[] candidates = rows[r].Candidates;
            without[r] = Math.Max(weights.Foreign, candidates[0].Score - weights.LargestConcession);
            edges[r] = new Edge[candidates.Length];
            for (int c = 0; c < candidates.Length; c++)
            {
                edges[r][c] = new Edge(candidates[c].Indicator, candidates[c].Score);
            }
        }

        int[] columns = SparseAssignment.Solve(edges, without, index.Facts.Length, cancellationToken);
        var owners = new RowNode?[index.Facts.Length];
        for (int r = 0; r < rows.Count; r++)
        {
            rows[r].Choice = Array.FindIndex(rows[r].Candidates, c => c.Indicator == columns[r]);
            if (columns[r] >= 0)
            {
                owners[columns[r]] = rows[r];
            }
        }

        foreach (RowNode row in rows)
        {
            if (row.Choice != 0 && MayRepeat(row, owners))
            {
                row.Choice = 0;
            }
        }
    }

    private List<RowNode> Competitors(List<RowNode> nodes)
    {
        var rows = new List<RowNode>(nodes.Count);
        foreach (RowNode node in nodes)
        {
            node.Choice = -1;
            if (node.Row is not null && node.Candidates.Length > 0 && node.Candidates[0].Score > weights.Foreign)
            {
                rows.Add(node);
            }
        }

        if (rows.Count > weights.RowsAssignedTogether)
        {
            rows.Sort((a, b) => b.Candidates[0].Score.CompareTo(a.Candidates[0].Score));
            rows.RemoveRange(weights.RowsAssignedTogether, rows.Count - weights.RowsAssignedTogether);
        }

        return rows;
    }

    // Forms state an indicator twice; a row that says exactly this is not pushed off to something it does not say.
    private bool MayRepeat(RowNode row, RowNode?[] owners)
    {
        Candidate best = row.Candidates[0];
        double chosen = row.Choice < 0 ? weights.Foreign : row.Candidates[row.Choice].Score;
        return best.Text >= weights.Repetition && owners[best.Indicator] is not null && best.Score - chosen >= weights.RepetitionLead;
    }
}
