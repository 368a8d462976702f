namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Weights of the evidence by which the likely indicators of a row are found, in units of one full label match. Set by hand: they only have to keep the
/// right one among the first few; which of those it is, the learned weights tell.
/// </summary>
internal sealed record RetrievalWeights
{
    /// <summary>Share of the parent's wording in the comparison of a label together with its place.</summary>
    public float ContextShare { get; init; } = 0.5f;

    /// <summary>What a wording from the place alone is worth, the row's own words unmatched.</summary>
    public float ContextFloor { get; init; } = 0.35f;

    /// <summary>What a label that only repeats the difference to the parent's name is worth without the right parent.</summary>
    public float LocalFloor { get; init; } = 0.25f;

    /// <summary>Gain for a label that is the wording itself.</summary>
    public float Exactness { get; init; } = 0.2f;

    /// <summary>Cost of an indicator whose wordings have nothing of what the label speaks of.</summary>
    public float OtherSubject { get; init; } = 0.4f;

    /// <summary>Cost of a figure's name for a row that is a heading, and of a leaf of the schema for an empty row with others below it.</summary>
    public float FigureConflict { get; init; } = 0.3f;

    /// <summary>Gain for a cell written as the indicator's kind is, "9/26" for a ratio.</summary>
    public float ValueForm { get; init; } = 0.2f;

    /// <summary>Gain for the printed unit being the indicator's.</summary>
    public float UnitAgreement { get; init; } = 0.10f;

    /// <summary>Cost of the printed unit being another one's.</summary>
    public float UnitConflict { get; init; } = 0.14f;

    /// <summary>Gain for coded options where the indicator has as many.</summary>
    public float OptionsAgreement { get; init; } = 0.14f;

    /// <summary>Cost of coded options where the indicator takes a figure, or the other way round.</summary>
    public float OptionsConflict { get; init; } = 0.30f;

    /// <summary>Cost of a heading of the schema for a row with a real unit, and of a figure for a row that is a heading.</summary>
    public float HeadingConflict { get; init; } = 0.40f;

    /// <summary>Gain for standing under the row that is the indicator's parent.</summary>
    public float Parent { get; init; } = 0.40f;

    /// <summary>Evidence below which a row is none of the schema.</summary>
    public float Foreign { get; init; } = 0.66f;

    /// <summary>Indicators kept a row.</summary>
    public int CandidatesKept { get; init; } = 12;
}
