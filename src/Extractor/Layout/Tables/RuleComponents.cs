namespace Extractor.Layout;

/// <summary>Splits the rules of a page into groups that touch each other: each group may bound one table.</summary>
internal static class RuleComponents
{
    // How far a rule may end before the rule it is meant to meet.
    private const double Reach = 3;

    /// <summary>Groups with at least one rule of each direction.</summary>
    public static List<(List<Rule> Horizontal, List<Rule> Vertical)> Find(List<Rule> horizontal, List<Rule> vertical)
    {
        int count = horizontal.Count + vertical.Count;
        int[] parent = new int[count];
        for (int i = 0; i < count; i++)
        {
            parent[i] = i;
        }

        // Both lists are sorted by position: each vertical rule looks only at the horizontal rules within its height.
        for (int v = 0; v < vertical.Count; v++)
        {
            Rule line = vertical[v];
            for (int h = FirstAt(horizontal, line.Y0 - Reach); h < horizontal.Count && horizontal[h].Y0 <= line.Y1 + Reach; h++)
            {
                if (line.X0 >= horizontal[h].X0 - Reach && line.X0 <= horizontal[h].X1 + Reach)
                {
                    parent[Root(parent, h)] = Root(parent, horizontal.Count + v);
                }
            }
        }

        var groups = new Dictionary<int, (List<Rule> Horizontal, List<Rule> Vertical)>();
        for (int i = 0; i < count; i++)
        {
            int root = Root(parent, i);
            if (!groups.TryGetValue(root, out (List<Rule> Horizontal, List<Rule> Vertical) group))
            {
                group = ([], []);
                groups.Add(root, group);
            }

            (i < horizontal.Count ? group.Horizontal : group.Vertical).Add(
                i < horizontal.Count ? horizontal[i] : vertical[i - horizontal.Count]);
        }

        return [.. groups.Values.Where(static g => g.Horizontal.Count > 0 && g.Vertical.Count > 0)];
    }

    private static int FirstAt(List<Rule> horizontal, double y)
    {
        int low = 0;
        int high = horizontal.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (horizontal[middle].Y0 < y)
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

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }
}
