using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>One way to say an indicator.</summary>
/// <param name="Indicator">Index of the indicator in the schema.</param>
/// <param name="Key">Match key.</param>
/// <param name="IsLocal">Whether it is only what the indicator's name adds to its parent's, as rows below that parent print it.</param>
/// <param name="Contrasts">Contrast values it states, by slot.</param>
/// <param name="Stated">One bit a slot that has a value.</param>
/// <param name="Inherited">One bit a slot whose value only the parent's name states.</param>
internal sealed record Wording(int Indicator, string Key, bool IsLocal, ulong[] Contrasts, ulong Stated, ulong Inherited)
{
    private const int FewestSpecificWords = 5;

    /// <summary>Whether it has enough words to mean this indicator wherever it stands.</summary>
    public bool IsSpecific { get; } = Key.AsSpan().Count(' ') >= FewestSpecificWords - 1;

    /// <summary>By slot, the values of other indicators that say the same but for this slot; empty if there are none.</summary>
    public ulong[] Refinements { get; set; } = [];
}

/// <summary>Lists the wordings of a schema.</summary>
internal static class WordingReader
{
    /// <summary>All wordings: names, names without brackets, aliases, and what names add to the parent's.</summary>
    public static IEnumerable<Wording> Read(
        IndicatorSchema schema, ImmutableArray<LearnedWording> learned, SynonymFolder synonyms, ContrastReader contrasts)
    {
        ILookup<string, LearnedWording> learnedOf = learned.ToLookup(l => l.Code, StringComparer.Ordinal);
        for (int i = 0; i < schema.Indicators.Length; i++)
        {
            Indicator indicator = schema.Indicators[i];
            LabelText name = LabelText.Read(indicator.Name.Vi, synonyms);
            ulong[] values = new ulong[contrasts.Contrasts.Length];
            ulong fromAside = contrasts.Read(name.Main, name.Aside, values);
            LabelText? above = indicator.Parent is { } code && schema.Find(code) is { } parent ? LabelText.Read(parent.Name.Vi, synonyms) : null;
            ulong[] aboveStates = StatedAbove(above, contrasts);
            ulong inherited = InheritContrasts(aboveStates, contrasts, values);
            yield return Create(i, name.Whole, false, values, inherited);
            if (name.Main != name.Whole && fromAside == 0)
            {
                yield return Create(i, name.Main, false, values, inherited);
            }

            if (above is { } place && Residual(name.Whole, place.Whole) is { } rest)
            {
                yield return Create(i, rest, true, values, inherited);
            }

            foreach (string alias in indicator.Aliases)
            {
                LabelText other = LabelText.Read(alias, synonyms);
                ulong[] stated = new ulong[values.Length];
                contrasts.Read(other.Main, other.Aside, stated);
                yield return Create(i, other.Whole, false, stated, InheritContrasts(aboveStates, contrasts, stated));
            }

            foreach (LearnedWording wording in learnedOf[indicator.Code])
            {
                LabelText other = LabelText.Read(wording.Label, synonyms);
                ulong[] stated = new ulong[values.Length];
                contrasts.Read(other.Main, other.Aside, stated);
                yield return Create(i, other.Whole, wording.NeedsPlace, stated, InheritContrasts(aboveStates, contrasts, stated));
            }
        }
    }

    // "Duy trì, áp dụng hệ thống" below "Hệ thống quản lý chất lượng ISO" is about ISO, as a row in this place would be.
    private static ulong InheritContrasts(ulong[] above, ContrastReader contrasts, ulong[] values)
    {
        ulong inherited = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            if (values[slot] == 0 && above[slot] != 0 && contrasts.Contrasts[slot].IsInherited)
            {
                values[slot] = above[slot];
                inherited |= 1UL << slot;
            }
        }

        return inherited;
    }

    private static ulong[] StatedAbove(LabelText? above, ContrastReader contrasts)
    {
        ulong[] stated = new ulong[contrasts.Contrasts.Length];
        if (above is { } label)
        {
            contrasts.Read(label.Main, label.Aside, stated);
        }

        return stated;
    }

    private static Wording Create(int indicator, string key, bool isLocal, ulong[] values, ulong inherited)
    {
        ulong statedSlots = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            statedSlots |= values[slot] != 0 ? 1UL << slot : 0;
        }

        return new Wording(indicator, key, isLocal, values, statedSlots, inherited);
    }

    // "Số hồ sơ tiếp nhận trực tiếp" below "Số lượng hồ sơ đã tiếp nhận" is printed "Trực tiếp".
    private static string? Residual(string name, string parent)
    {
        var left = new List<string>(parent.Split(' '));
        int parentWords = left.Count;
        var rest = new List<string>();
        foreach (string word in name.Split(' '))
        {
            if (!left.Remove(word))
            {
                rest.Add(word);
            }
        }

        bool repeatsParent = left.Count <= 0.5 * parentWords;
        return repeatsParent && rest.Count > 0 && rest.Count < name.Split(' ').Length ? string.Join(' ', rest) : null;
    }
}
