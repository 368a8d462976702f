using System.Numerics;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Reads values that a form states by a single word at either end of its labels: "TTHC liên thông - quận" beside "TTHC liên thông - phường". Such a word means
/// the value only where labels that are alike but for it show that the form tells its rows apart this way; elsewhere "xã" names whoever reports.
/// </summary>
internal static class PairedContrasts
{
    private const int FewestPairs = 2;
    private const string Marks = "-–:(,";
    private const string Level = "cấp ";
    private static readonly string[] Links = [" của", " tại", " ở", " do", " các", " cấp", " cho", " ủy ban nhân dân"];

    /// <summary>Adds such values to the rows that state no other.</summary>
    /// <param name="nodes">The rows, each after the one it stands under.</param>
    /// <param name="index">The schema.</param>
    public static void Apply(List<RowNode> nodes, SchemaIndex index)
    {
        if (index.Contrasts.Bare.IsEmpty)
        {
            return;
        }

        var ends = new (BarePhrase? Phrase, string Remainder)[nodes.Count];
        var valuesOf = new Dictionary<string, ulong>(StringComparer.Ordinal);
        for (int n = 0; n < nodes.Count; n++)
        {
            ends[n] = nodes[n].Row is null ? default : Split(nodes[n].Key, index);
            if (ends[n] is ({ } phrase, { Length: > 0 } rest))
            {
                valuesOf[rest] = valuesOf.GetValueOrDefault(rest) | phrase.Value;
            }
        }

        if (valuesOf.Keys.Count(rest => IsPaired(valuesOf, rest)) < FewestPairs)
        {
            return;
        }

        for (int n = 0; n < nodes.Count; n++)
        {
            RowNode node = nodes[n];
            if (ends[n].Phrase is { } phrase && (node.Contrasts[phrase.Slot] == 0 || (node.Inherited >> phrase.Slot & 1) != 0)
                && (IsPaired(valuesOf, ends[n].Remainder) || IsSetOff(node.Row!.Label.Text, phrase)))
            {
                node.State(phrase.Slot, phrase.Value);
            }

            RowReader.Inherit(node, node.Parent < 0 ? null : nodes[node.Parent], index);
        }
    }

    private static bool IsPaired(Dictionary<string, ulong> valuesOf, string rest) => BitOperations.PopCount(valuesOf.GetValueOrDefault(rest)) > 1;

    // "BCCI - phường"
    private static bool IsSetOff(string label, BarePhrase phrase)
    {
        int mark = label.AsSpan().LastIndexOfAny(Marks);
        return mark > 0 && MatchKey.Of(label[(mark + 1)..]) == phrase.Key;
    }

    private static (BarePhrase?, string) Split(string key, SchemaIndex index)
    {
        key = key.StartsWith(Level, StringComparison.Ordinal) ? key[Level.Length..] : key;
        foreach (BarePhrase phrase in index.Contrasts.Bare)
        {
            if (key.Length > phrase.Key.Length && key[^(phrase.Key.Length + 1)] == ' ' && key.EndsWith(phrase.Key, StringComparison.Ordinal))
            {
                return (phrase, WithoutLinks(key[..^(phrase.Key.Length + 1)]));
            }

            if (key.Length > phrase.Key.Length && key[phrase.Key.Length] == ' ' && key.StartsWith(phrase.Key, StringComparison.Ordinal))
            {
                return (phrase, key[(phrase.Key.Length + 1)..]);
            }
        }

        return default;
    }

    private static string WithoutLinks(string rest)
    {
        while (Array.Find(Links, link => rest.EndsWith(link, StringComparison.Ordinal)) is { } link)
        {
            rest = rest[..^link.Length];
        }

        return rest;
    }
}

/// <summary>A word that states a value only beside another one of its kind.</summary>
/// <param name="Key">Its match key.</param>
/// <param name="Slot">The contrast.</param>
/// <param name="Value">The value's bit.</param>
internal sealed record BarePhrase(string Key, int Slot, ulong Value);
