namespace Extractor.Ingest.Text;

/// <summary>Cells up to a word, and what of them the next cell depends on.</summary>
/// <param name="Score">How good they are together.</param>
/// <param name="Kind">Column of the last cell; null at the start.</param>
/// <param name="InGroup">Whether a group word covers the number column.</param>
/// <param name="Trail">Row numbers so far.</param>
/// <param name="UnitStart">First word of the last unit as printed.</param>
/// <param name="HasOpenLabel">Whether the last label has an open bracket.</param>
/// <param name="HasOpenUnit">Whether the last unit is the beginning of one only.</param>
/// <param name="Before">The cells without the last.</param>
/// <param name="Cell">The last cell.</param>
internal sealed record PathState(
    double Score, CellKind? Kind, bool InGroup, NumberTrail Trail, string? UnitStart, bool HasOpenLabel, bool HasOpenUnit, PathState? Before, CellSpan Cell)
{
    /// <summary>In front of the first word.</summary>
    public static PathState Start { get; } = new(0, null, false, NumberTrail.Empty, null, false, false, null, default);
}
