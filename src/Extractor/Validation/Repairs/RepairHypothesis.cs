using Extractor.Models;

namespace Extractor.Validation.Repairs;

/// <summary>A guess what the report meant: one figure changed wherever it was copied to, or two cells exchanged.</summary>
/// <param name="Cell">The suspected cell.</param>
/// <param name="Value">What it would be.</param>
/// <param name="Twin">The other place that repeats the figure, or the cell it is exchanged with; -1 if there is none.</param>
/// <param name="TwinValue">What stands there then.</param>
/// <param name="Slip">The usual slip that explains it; null if it is none.</param>
internal readonly record struct RepairHypothesis(int Cell, decimal Value, int Twin, decimal TwinValue, Slip? Slip);

/// <summary>How well a hypothesis explains what is broken.</summary>
/// <param name="Mended">Broken checks that would hold.</param>
/// <param name="Spoilt">Checks that hold and would not.</param>
/// <param name="Loosened">Totals that their known parts make up exactly, and would no more.</param>
/// <param name="Worsened">For checks that stay broken, logarithm of how many times further apart their figures are.</param>
/// <param name="Slip">Logarithm of the probability of writing what stands there when the other figure was meant.</param>
internal readonly record struct RepairScore(int Mended, int Spoilt, int Loosened, double Worsened, double Slip)
{
    // A second contradiction that goes away with the same change, or a sum that added up by itself, is hardly ever an accident.
    private const double Mending = 6;
    private const double Loosening = 3;

    /// <summary>Logarithm of the odds of this explanation, but for a constant.</summary>
    public double Weight => (Mending * Mended) - (Loosening * Loosened) - Worsened + Slip;
}
