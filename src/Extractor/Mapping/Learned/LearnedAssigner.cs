using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>Chooses for all rows together, each indicator once, and lets rows state an indicator again that say practically the same.</summary>
internal sealed class LearnedAssigner(SchemaIndex index)
{
    /// <summary>Label similarity from which a second row may state the same indicator again.</summary>
    private const float Repetition = 0.85f;

    /// <summary>Lead over every other reading from which a second row may do so.</summary>
    private const float RepetitionLead = 3f;

    /// <summary>A choice this much worse than the row's best is worse than none: the best went to another row for a reason.</summary>
    private const float LargestConcession = 9f;

    /// <summary>Rows assigned one to one at most; in longer tables the weakest rows compete for what is left.</summary>
    private const int RowsTogether = 2_000;

    /// <summary>Sets the choice of every row.</summary>
    public void Assign(List<RowNode> nodes, CancellationToken cancellationToken)
    {
        List<RowNode> rows = Competitors(nodes);
        var edges = new Edge[rows.Count][];
        double[] without = new double[rows.Count];
        for (int r = 0; r < rows.Count; r++)
        {
            Candidate[] candidates = rows[r].Candidates;
            float best = float.NegativeInfinity;
            edges[r] = new Edge[candidates.Length];
            for (int c = 0; c < candidates.Length; c++)
            {
                edges[r][c] = new Edge(candidates[c].Indicator, candidates[c].Score);
                best = Math.Max(best, candidates[c].Score);
            }

            without[r] = Math.Max(rows[r].Evidence!.ScoreNone, best - LargestConcession);
        }

        int[] columns = SparseAssignment.Solve(edges, without, index.Facts.Length, cancellationToken);
        var owners = new RowNode?[index.Facts.Length];
        for (int r = 0; r < rows.Count; r++)
        {
            rows[r].Choice = columns[r] < 0 ? -1 : rows[r].CandidateOf(columns[r]);
            if (columns[r] >= 0)
            {
                owners[columns[r]] = rows[r];
            }
        }

        foreach (RowNode row in rows)
        {
            int best = Best(row);
            if (row.Choice != best && MayRepeat(row, best, owners))
            {
                row.Choice = best;
            }
        }
    }

    private static int Best(RowNode row)
    {
        int best = 0;
        for (int c = 1; c < row.Candidates.Length; c++)
        {
            best = row.Candidates[c].Score > row.Candidates[best].Score ? c : best;
        }

        return best;
    }

    private static List<RowNode> Competitors(List<RowNode> nodes)
    {
        var rows = new List<RowNode>(nodes.Count);
        foreach (RowNode node in nodes)
        {
            node.Choice = -1;
            if (node.Row is not null && node.Candidates.Length > 0)
            {
                rows.Add(node);
            }
        }

        if (rows.Count > RowsTogether)
        {
            rows.Sort(static (a, b) => (b.Candidates[Best(b)].Score - b.Evidence!.ScoreNone).CompareTo(a.Candidates[Best(a)].Score - a.Evidence!.ScoreNone));
            rows.RemoveRange(RowsTogether, rows.Count - RowsTogether);
        }

        return rows;
    }

    // Forms state an indicator twice; a row that says exactly this is not pushed off to something it does not say. Of labels that repeat, the place decides.
    private static bool MayRepeat(RowNode row, int best, RowNode?[] owners)
    {
        RowEvidence evidence = row.Evidence!;
        float chosen = row.Choice < 0 ? evidence.ScoreNone : row.Candidates[row.Choice].Score;
        return !row.IsAmbiguous && evidence.PairOf(best)[PairFeature.Own] >= Repetition && owners[row.Candidates[best].Indicator] is not null
            && row.Candidates[best].Score - chosen >= RepetitionLead;
    }
}
