namespace Extractor.Layout;

/// <summary>Rules of one direction with collinear pieces merged, sorted by position.</summary>
internal static class RuleSet
{
    // Pieces of one border may leave a gap as wide as a dot or the crossing line; cells are never this small.
    private const double GapTolerance = 3.5;

    // Borders of neighbouring cells are drawn up to this far apart when they are not collapsed.
    private const double PositionTolerance = 1.5;

    /// <summary>Merges pieces, drops what is too short to bound a cell.</summary>
    /// <param name="rules">Rules of both directions.</param>
    /// <param name="horizontal">Which direction to take.</param>
    /// <param name="minLength">Shorter lines are dropped after merging.</param>
    public static List<Rule> Merge(IReadOnlyList<Rule> rules, bool horizontal, double minLength)
    {
        var lines = new List<(double Position, double From, double To)>(rules.Count);
        foreach (Rule rule in rules)
        {
            // A dot of a dotted border has no direction of its own: it may belong to either.
            if (rule.IsHorizontal == horizontal || rule.Length < GapTolerance)
            {
                lines.Add(horizontal
                    ? ((rule.Y0 + rule.Y1) / 2, rule.X0, rule.X1)
                    : ((rule.X0 + rule.X1) / 2, rule.Y0, rule.Y1));
            }
        }

        lines.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        var merged = new List<Rule>();
        int start = 0;
        for (int i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || lines[i].Position - lines[start].Position > PositionTolerance)
            {
                MergeCollinear(lines, start, i, horizontal, minLength, merged);
                start = i;
            }
        }

        return merged;
    }

    private static void MergeCollinear(
        List<(double Position, double From, double To)> lines, int start, int end, bool horizontal, double minLength, List<Rule> merged)
    {
        lines.Sort(start, end - start, Comparer<(double Position, double From, double To)>.Create(
            static (a, b) => a.From.CompareTo(b.From)));
        (double position, double from, double to) = lines[start];
        for (int i = start + 1; i <= end; i++)
        {
            if (i < end && lines[i].From <= to + GapTolerance)
            {
                to = Math.Max(to, lines[i].To);
                continue;
            }

            if (to - from >= minLength)
            {
                merged.Add(horizontal ? new Rule(from, position, to, position) : new Rule(position, from, position, to));
            }

            if (i < end)
            {
                (position, from, to) = lines[i];
            }
        }
    }
}
