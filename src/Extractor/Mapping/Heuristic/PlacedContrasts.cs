using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Reads values that a form states by where its rows stand: the same labels once beside the group "Quận" and once beside "Phường", or in one appendix "tại cấp
/// huyện" and in another "tại cấp xã". Such a place means the value only where labels repeat in another place with another value; elsewhere "UBND xã" in a
/// heading names whoever reports.
/// </summary>
internal static class PlacedContrasts
{
    private const int FewestPairs = 2;

    /// <summary>Makes the value of such places a statement of the rows in them that make no other.</summary>
    /// <param name="nodes">The rows, each after the one it stands under.</param>
    /// <param name="index">The schema.</param>
    /// <param name="read">What a printed text means.</param>
    public static void Apply(List<RowNode> nodes, SchemaIndex index, Func<string, string> read)
    {
        var groups = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        for (int slot = 0; slot < index.Contrasts.Contrasts.Length; slot++)
        {
            if (index.Contrasts.Contrasts[slot].IsInherited)
            {
                Apply(nodes, slot, group => GroupValues(read(group), groups, index)[slot]);
            }
        }
    }

    private static void Apply(List<RowNode> nodes, int slot, Func<string, ulong> valueOfGroup)
    {
        var places = new Place[nodes.Count];
        ulong values = 0;
        for (int n = 0; n < nodes.Count; n++)
        {
            places[n] = PlaceOf(n, nodes, places, slot, valueOfGroup);
            values |= nodes[n].IsAmbiguous ? places[n].Value : 0;
        }

        if (BitOperations.PopCount(values) < 2)
        {
            return;
        }

        Dictionary<string, int> pairs = CountPairs(nodes, places, slot);
        for (int n = 0; n < nodes.Count; n++)
        {
            if (places[n].Value != 0 && pairs.GetValueOrDefault(places[n].Name) >= FewestPairs && nodes[n].Row is not null && !StatesItself(nodes[n], slot))
            {
                nodes[n].State(slot, places[n].Value);
            }
        }
    }

    // By place, how many of its labels stand in a place of another value too.
    private static Dictionary<string, int> CountPairs(List<RowNode> nodes, Place[] places, int slot)
    {
        var found = new Dictionary<string, (ulong Values, List<string> Places)>(StringComparer.Ordinal);
        for (int n = 0; n < nodes.Count; n++)
        {
            if (nodes[n].IsAmbiguous && places[n].Value != 0 && nodes[n].Row is not null && !StatesItself(nodes[n], slot))
            {
                (ulong values, List<string> at) = found.GetValueOrDefault(nodes[n].Key, (0, []));
                at.Add(places[n].Name);
                found[nodes[n].Key] = (values | places[n].Value, at);
            }
        }

        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string place in found.Values.Where(f => BitOperations.PopCount(f.Values) > 1).SelectMany(f => f.Places.Distinct(StringComparer.Ordinal)))
        {
            pairs[place] = pairs.GetValueOrDefault(place) + 1;
        }

        return pairs;
    }

    private static Place PlaceOf(int n, List<RowNode> nodes, Place[] places, int slot, Func<string, ulong> valueOfGroup)
    {
        RowNode node = nodes[n];
        if (node.Row is { Group.Length: > 0 } row && valueOfGroup(row.Group) is not 0 and var value)
        {
            return new Place(row.Group, value);
        }

        if (node.Parent < 0)
        {
            return default;
        }

        RowNode parent = nodes[node.Parent];
        return StatesItself(parent, slot) ? new Place($"#{node.Parent}", parent.Contrasts[slot]) : places[node.Parent];
    }

    private static ulong[] GroupValues(string group, Dictionary<string, ulong[]> known, SchemaIndex index)
    {
        if (!known.TryGetValue(group, out ulong[]? values))
        {
            LabelText text = LabelText.Read(group, index.Synonyms);
            known[group] = values = new ulong[index.Contrasts.Contrasts.Length];
            index.Contrasts.Read(text.Main, text.Aside, values);
        }

        return values;
    }

    private static bool StatesItself(RowNode node, int slot) => (node.Stated & ~node.Inherited & ~node.Aside & (1UL << slot)) != 0;

    /// <summary>Where a row stands, and the value that the place would mean.</summary>
    private readonly record struct Place(string Name, ulong Value);
}
