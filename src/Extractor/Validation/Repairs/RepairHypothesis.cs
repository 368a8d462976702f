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
/// <param name="Change">Size of the change in relation to the figure.</param>
internal readonly record struct RepairScore(int Mended, int Spoilt, int Loosened, int Cost, double Change)
{
    // A count goes wrong by a little more easily where it is large; a change twice as large in relation is the less likely one.
    private const double ClearlySmaller = 2;

    // Among changes that no usual slip explains, the size says nothing.
    private const int DearestSlip = 4;

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

        return Cost != other.Cost ? Cost < other.Cost : Cost <= DearestSlip && Change * ClearlySmaller < other.Change;
    }
}
