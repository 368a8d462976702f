using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Crossed;

/// <summary>
/// Finds the indicator of a column whose words are new but whose contrasts are not: a heading that states "received", "in the period" and "by post" is
/// the one indicator whose wordings state just that. Rows say too little of themselves for this, the path of a column says all.
/// </summary>
internal static class ColumnSignatures
{
    /// <summary>Confidence of a column found this way: the words beside the contrasts may still say otherwise.</summary>
    public static Confidence Confidence { get; } = new(0.85);

    private static Confidence Known { get; } = new(0.95);

    /// <summary>Index of the indicator for each label; -1 where none, or more than one, states the same, and for labels that are null.</summary>
    public static int[] Find(string?[] labels, IndicatorSchema schema)
    {
        SchemaIndex index = SchemaIndex.For(schema);
        return [.. labels.Select(label => label is null ? -1 : Find(label, index))];
    }

    /// <summary>Whether a heading speaks of something no column of the family does: a contrast that none of its wordings states.</summary>
    public static bool IsOfSomethingElse(string heading, IndicatorSchema schema)
    {
        SchemaIndex index = SchemaIndex.For(schema);
        LabelText text = LabelText.Read(heading.ToLowerInvariant(), index.Synonyms);
        ulong[] values = new ulong[index.Contrasts.Contrasts.Length];
        index.Contrasts.Read(text.Main, text.Aside, values);
        return Enumerable.Range(0, values.Length).Any(slot => values[slot] != 0 && index.Wordings.All(w => w.Contrasts[slot] == 0));
    }

    /// <summary>A heading that is a wording of the family to the letter means its indicator, whatever else the columns around it suggest.</summary>
    public static ImmutableArray<RowChoice> PreferExact(ImmutableArray<RowChoice> choices, IndicatorSchema schema)
    {
        SchemaIndex index = SchemaIndex.For(schema);
        return [.. choices.Select(choice => Exact(choice, choices, index) is { } exact ? choice with { Indicator = exact, Confidence = Known } : choice)];
    }

    private static Indicator? Exact(RowChoice choice, ImmutableArray<RowChoice> choices, SchemaIndex index)
    {
        string whole = LabelText.Read(choice.Row.Label.Text, index.Synonyms).Whole;
        int[] meant = [.. index.Wordings.Where(w => w.Key == whole).Select(w => w.Indicator).Distinct()];
        Indicator? only = meant is [var one] ? index.Facts[one].Indicator : null;
        bool isTaken = only is not null && choices.Any(c => c != choice && c.Indicator?.Code == only.Code);
        return only is null || isTaken || choice.Indicator?.Code == only.Code ? null : only;
    }

    private static int Find(string label, SchemaIndex index)
    {
        LabelText text = LabelText.Read(label, index.Synonyms);
        ulong[] values = new ulong[index.Contrasts.Contrasts.Length];
        index.Contrasts.Read(text.Main, text.Aside, values);
        if (values.All(v => v == 0))
        {
            return -1;
        }

        int found = -1;
        foreach (Wording wording in index.Wordings)
        {
            if (wording.Indicator != found && wording.Contrasts.AsSpan().SequenceEqual(values))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = wording.Indicator;
            }
        }

        return found;
    }
}
