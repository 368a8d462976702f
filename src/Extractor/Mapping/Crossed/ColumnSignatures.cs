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

    /// <summary>Index of the indicator for each label; -1 where none, or more than one, states the same, and for labels that are null.</summary>
    public static int[] Find(string?[] labels, IndicatorSchema schema)
    {
        SchemaIndex index = SchemaIndex.For(schema);
        return [.. labels.Select(label => label is null ? -1 : Find(label, index))];
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
