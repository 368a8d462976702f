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
/// <param name="Cost">How surprising the slip is.</param>
/// <param name="Miscount">For a figure wrong by one, the share this is of it; otherwise 1.</param>
internal readonly record struct RepairScore(int Mended, int Spoilt, int Loosened, int Cost, double Miscount)
{
    // One more or less is a miscount rather than a slip of the keys, and a large count goes wrong by one more easily than a small one.
    private const double ClearlySmaller = 2;

    /// <summary>Whether this explains clearly more than another.</summary>
    public bool IsBetterThan(RepairScore other)
    {
        if (Mended != other.Mended)
        {
            return Mended > other.Mended;
        }

        if (Loosened != other.Loosened)
        {
            return Loosened < other.Loosened;
        }

        return Cost != other.Cost ? Cost < other.Cost : Miscount * ClearlySmaller < other.Miscount;
    }
}
