using System.Collections.Immutable;
using Extractor.Tables;

namespace Extractor.Training.Learning;

/// <summary>What a model made of a labelled row.</summary>
/// <param name="Form">Form the row stands in.</param>
/// <param name="Row">The row.</param>
/// <param name="Codes">Codes that are right.</param>
/// <param name="Chosen">Code the model chose.</param>
/// <param name="Signals">Signals of the confidence.</param>
internal sealed record RowOutcome(string Form, StatisticalRow Row, ImmutableArray<string?> Codes, string? Chosen, float[] Signals)
{
    /// <summary>Whether the choice is right.</summary>
    public bool IsRight => Codes.Contains(Chosen);

    /// <summary>Whether the row is none of the schema.</summary>
    public bool IsForeign => Codes.Contains(null);

    /// <summary>Probability of being right that the model gave.</summary>
    public double Confidence { get; init; }
}
