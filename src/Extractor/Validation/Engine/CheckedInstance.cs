using System.Collections.Immutable;

namespace Extractor.Validation.Engine;

/// <summary>A check on one report, with its verdict and the figures that took part.</summary>
/// <param name="Check">The check.</param>
/// <param name="Scope">Where the figures come from.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Uses">The figures.</param>
internal sealed record CheckedInstance(CompiledCheck Check, CheckScope Scope, Verdict Verdict, ImmutableArray<CellUse> Uses)
{
    /// <summary>Whether a cell takes part.</summary>
    public bool Involves(int cell)
    {
        foreach (CellUse use in Uses)
        {
            if (use.Cell == cell)
            {
                return true;
            }
        }

        return false;
    }
}
