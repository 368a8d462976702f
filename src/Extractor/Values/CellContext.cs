using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>What is known about a value cell besides its text.</summary>
/// <param name="Indicator">The indicator the row was taken for; null for a foreign row.</param>
/// <param name="PrintedUnit">Text of the unit cell, which may list coded answers.</param>
/// <param name="Above">Reading of the cell above in the same column, which "nt" repeats; null in the first row.</param>
internal sealed record CellContext(Indicator? Indicator, string PrintedUnit, CellReading? Above)
{
    /// <summary>Kind of figure expected; a count where nothing is known.</summary>
    public ValueKind Kind => Indicator?.Kind ?? ValueKind.Count;

    /// <summary>Coded answers: those printed in the unit cell, else those of the indicator.</summary>
    public ImmutableArray<IndicatorOption> Options { get; } =
        PrintedOptions.Parse(PrintedUnit) is { Length: > 1 } printed ? printed : Indicator?.Options ?? [];

    /// <summary>Whether the answer is a code and not a quantity.</summary>
    public bool IsCoded => Kind is ValueKind.Boolean or ValueKind.Enum || (Indicator is null && Options.Length > 1);
}
