namespace Extractor.Layout;

/// <summary>Merges positions that differ only by drawing, such as the two strokes of a double line.</summary>
internal static class PositionClusters
{
    /// <summary>Centres of the groups, in order.</summary>
    /// <param name="positions">Positions in any order; sorted in place.</param>
    /// <param name="tolerance">Positions closer to the first of a group than this join it.</param>
    public static List<double> Find(List<double> positions, double tolerance)
    {
        positions.Sort();
        var centres = new List<double>();
        int start = 0;
        for (int i = 1; i <= positions.Count; i++)
        {
            if (i == positions.Count || positions[i] - positions[start] > tolerance)
            {
                centres.Add((positions[start] + positions[i - 1]) / 2);
                start = i;
            }
        }

        return centres;
    }

    /// <summary>Index of the centre nearest to a position; centres are in order and not empty.</summary>
    public static int Nearest(IReadOnlyList<double> centres, double position)
    {
        int next = UpperBound(centres, position);
        if (next == 0)
        {
            return 0;
        }

        return next == centres.Count || position - centres[next - 1] <= centres[next] - position ? next - 1 : next;
    }

    /// <summary>Index of the interval between two neighbouring edges that holds the position, or -1.</summary>
    public static int IntervalOf(IReadOnlyList<double> edges, double position)
    {
        int next = UpperBound(edges, position);
        return next == 0 || next == edges.Count ? -1 : next - 1;
    }

    private static int UpperBound(IReadOnlyList<double> values, double position)
    {
        int low = 0;
        int high = values.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (values[middle] <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
