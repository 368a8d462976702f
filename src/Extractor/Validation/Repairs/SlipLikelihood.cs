using Extractor.Models;

namespace Extractor.Validation.Repairs;

/// <summary>
/// How probable it is to write one figure when another was meant: the share of a kind of slip among all slips, over the ways it can go. A slip of one digit
/// can hit any of them, so it points to a short figure rather than a long one; a count that is wrong by one was miscounted, and the larger it is, the sooner.
/// </summary>
/// <param name="shares">How often each kind of slip is met.</param>
internal sealed class SlipLikelihood(SlipShares shares)
{
    private const double Copied = 0.02;
    private const double OtherDigits = 9;
    private const double AlikeDigits = 2;
    private const double Miscount = 0.05;
    private const decimal SurelyMiscounted = 1000;
    private const double NeighbouringCells = 3;

    // Who writes 0 says that there was none; the key is seldom hit by accident.
    private const double Nought = 0.5;

    /// <summary>Logarithm of the probability of the written figure.</summary>
    /// <param name="written">What stands there.</param>
    /// <param name="meant">What would have been meant.</param>
    /// <param name="slip">The slip that explains it; null if none does.</param>
    /// <param name="isEcho">Whether the written or the meant figure is a long one that stands elsewhere too.</param>
    public double Of(decimal written, decimal meant, Slip? slip, bool isEcho)
    {
        int digits = DigitsOf(meant);
        double ways = slip switch
        {
            Slip.FractionForPercent => 1,
            Slip.FactorOfTen or Slip.DecimalComma => 2,
            Slip.CellsSwapped => NeighbouringCells,
            Slip.DigitsSwapped => Math.Max(1, digits - 1),
            Slip.DigitDropped => digits,
            Slip.DigitAdded => (digits + 1) * (OtherDigits + 1),
            Slip.LookAlikeDigit => digits * AlikeDigits,
            Slip.DigitChanged => digits * OtherDigits,
            _ => Math.Max(OtherDigits, (double)Math.Min(meant, decimal.MaxValue / 2)),
        };
        double probability = shares.Of(slip) / ways;
        probability += Math.Abs(written - meant) == 1 ? Miscount * (double)(Math.Min(meant, SurelyMiscounted) / SurelyMiscounted) : 0;
        return Math.Log((probability + (isEcho ? Copied : 0)) * (written == 0 ? Nought : 1));
    }

    /// <summary>Logarithm of how much commoner the meant figure is than the written one: counts of any size are about equally common by their digits (Benford 1938).</summary>
    public static double Rarity(decimal written, decimal meant) => Math.Log((double)(Math.Max(1, written) / Math.Max(1, meant)));

    private static int DigitsOf(decimal figure)
    {
        int digits = 1;
        for (decimal rest = decimal.Truncate(figure) / 10; rest >= 1; rest /= 10)
        {
            digits++;
        }

        for (decimal rest = figure - decimal.Truncate(figure); rest != 0 && digits < 20; rest = (rest * 10) - decimal.Truncate(rest * 10))
        {
            digits++;
        }

        return digits;
    }
}
