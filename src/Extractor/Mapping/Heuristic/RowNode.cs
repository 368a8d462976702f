using System.Globalization;
using Extractor.Mapping.Learned;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>A row, or the caption of a table, in the outline of a report.</summary>
internal sealed class RowNode
{
    /// <summary>The printed row; null for a caption.</summary>
    public StatisticalRow? Row { get; init; }

    /// <summary>Index of the node it stands under; -1 at the top.</summary>
    public int Parent { get; set; } = -1;

    /// <summary>Depth of the outline.</summary>
    public int Depth { get; set; }

    /// <summary>Number of rows above it in the outline.</summary>
    public int Level { get; set; }

    /// <summary>Whether rows stand under it.</summary>
    public bool HasChildren { get; set; }

    /// <summary>The label; that of the row above where the row continues it.</summary>
    public required LabelText Label { get; init; }

    /// <summary>What is compared: the label's main part and what a unit cell says that is no unit.</summary>
    public required string Key { get; init; }

    /// <summary>The unit.</summary>
    public UnitFacts Unit { get; set; }

    /// <summary>Contrast values by slot.</summary>
    public required ulong[] Contrasts { get; init; }

    /// <summary>One bit a slot with a value.</summary>
    public ulong Stated { get; set; }

    /// <summary>One bit a slot whose value stands in brackets.</summary>
    public ulong Aside { get; init; }

    /// <summary>One bit a slot whose value stands in a row above.</summary>
    public ulong Inherited { get; set; }

    /// <summary>Values that neither the label nor the rows above state but the form as a whole; empty for most.</summary>
    public string StatedByForm { get; private set; } = "";

    /// <summary>Whether another row has the same label, so that the place must tell them apart.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Whether the label names a figure even where the cell is empty: "Số …", "Tổng số …", "Tỷ lệ …".</summary>
    public bool NamesFigure { get; init; }

    /// <summary>Whether the label speaks of a period before the reported one.</summary>
    public bool IsEarlier { get; set; }

    /// <summary>Whether the cell says one number of another: "9/26".</summary>
    public bool IsRatio { get; init; }

    /// <summary>The first row with the same key; null where it is the row itself.</summary>
    public RowNode? SameAs { get; set; }

    /// <summary>The key as a vector, once it was asked for.</summary>
    public LabelVector? Vector { get; set; }

    /// <summary>How likely each leading candidate is by the row itself and what stands above it, once it was asked for.</summary>
    public List<(int Indicator, float Probability)>? Likely { get; set; }

    /// <summary>Words of the label; -1 for unknown ones.</summary>
    public int[] Words { get; set; } = [];

    /// <summary>What the row's words say in their place; null before it was asked.</summary>
    public RowReading? Reading { get; set; }

    /// <summary>What the model knows of the row; null before it was asked.</summary>
    public RowEvidence? Evidence { get; set; }

    /// <summary>Whether a reviewed form says what the row is.</summary>
    public bool IsRemembered { get; set; }

    /// <summary>Best candidates, best first.</summary>
    public Candidate[] Candidates { get; set; } = [];

    /// <summary>Index of the candidate chosen so far; -1 for none of the schema.</summary>
    public int Choice { get; set; } = -1;

    /// <summary>Has the row itself state a value of a contrast.</summary>
    public void State(int slot, ulong value)
    {
        Contrasts[slot] = value;
        Stated |= 1UL << slot;
        Inherited &= ~(1UL << slot);
        StatedByForm += string.Create(CultureInfo.InvariantCulture, $"{slot}:{value};");
    }

    /// <summary>The chosen indicator's index, or -1.</summary>
    public int Indicator => Choice < 0 ? -1 : Candidates[Choice].Indicator;

    /// <summary>Index of the candidate that is an indicator; -1 if none is.</summary>
    public int CandidateOf(int indicator)
    {
        int candidate = Candidates.Length - 1;
        while (candidate >= 0 && Candidates[candidate].Indicator != indicator)
        {
            candidate--;
        }

        return candidate;
    }
}

/// <summary>An indicator a row could be.</summary>
/// <param name="Indicator">Index in the schema.</param>
/// <param name="Text">Similarity of the wording, contrasts subtracted.</param>
/// <param name="Base">Evidence of the row and what stands above it.</param>
/// <param name="Score">Evidence with that of the neighbours.</param>
internal readonly record struct Candidate(int Indicator, float Text, float Base, float Score);
