using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>What a row's words say in their place, whatever its figure and however far down it stands: the same for every report that prints them there.</summary>
internal sealed class RowReading(Candidate[] candidates, float[] pairs, int[] words, LabelVector vector, float weight, (float Alone, float Placed) known)
{
    /// <summary>Best candidates, best first.</summary>
    public ReadOnlySpan<Candidate> Candidates => candidates;

    /// <summary>First-pass features of each, those of the figure and the position open.</summary>
    public ReadOnlySpan<float> Pairs => pairs;

    /// <summary>Words of the label.</summary>
    public int[] Words => words;

    /// <summary>The key as a vector.</summary>
    public LabelVector Vector => vector;

    /// <summary>Weight of the words.</summary>
    public float Weight => weight;

    /// <summary>How much it says what reviewed forms print that is none of the schema: alone, and with its place.</summary>
    public (float Alone, float Placed) Known => known;
}

/// <summary>All that a <see cref="RowReading"/> is read from; readings of rows above are the same only if they are one.</summary>
/// <param name="Key">What is compared of the label.</param>
/// <param name="Aside">Key of what stands in brackets.</param>
/// <param name="Whole">Key of the whole label.</param>
/// <param name="Above">Reading of the row above in the outline, and so of all above that.</param>
/// <param name="Before">What is compared of the row printed before; null where there is none.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Form">What the row's cells say of its kind.</param>
/// <param name="IsAmbiguous">Whether another row has the same label.</param>
/// <param name="Told">One bit a slot of which the report states several values.</param>
/// <param name="StatedByForm">Contrasts that the form as a whole states for the row.</param>
internal readonly record struct LabelInPlace(
    string Key, string Aside, string Whole, RowReading? Above, string? Before, UnitFacts Unit, RowForm Form, bool IsAmbiguous, ulong Told, string StatedByForm);
