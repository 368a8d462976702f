using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Validation.Repairs;

/// <summary>How often each kind of slip is met among all slips of typing and reading; what reviewers correct refines it.</summary>
/// <param name="Shares">Share by kind; what is left belongs to slips of no kind.</param>
internal sealed record SlipShares(ImmutableDictionary<Slip, double> Shares)
{
    // What is assumed counts as much as this many corrections.
    private const double Assumed = 200;

    // From the slips in the transcribed reports and from what is known of typing (Wiseman et al. 2013); only orders of size matter.
    private static readonly (Slip Slip, double Share)[] Usual =
    [
        (Slip.DigitChanged, 0.27), (Slip.LookAlikeDigit, 0.1), (Slip.DigitDropped, 0.12), (Slip.DigitAdded, 0.12), (Slip.DigitsSwapped, 0.1),
        (Slip.FactorOfTen, 0.06), (Slip.DecimalComma, 0.03), (Slip.FractionForPercent, 0.05), (Slip.CellsSwapped, 0.1),
    ];

    /// <summary>The shares where no reviewer has corrected anything.</summary>
    public static SlipShares Default { get; } = new(Usual.ToImmutableDictionary(u => u.Slip, u => u.Share));

    /// <summary>The share of a kind; that of all other slips for null.</summary>
    public double Of(Slip? slip) => slip is { } kind ? Shares[kind] : Math.Max(0.01, 1 - Shares.Values.Sum());

    /// <summary>The shares with what reviewers corrected.</summary>
    /// <param name="slips">Kinds of the corrected figures; null for none of them.</param>
    public SlipShares With(IReadOnlyCollection<Slip?> slips) => new(Shares.ToImmutableDictionary(
        s => s.Key, s => Math.Round(((s.Value * Assumed) + slips.Count(found => found == s.Key)) / (Assumed + slips.Count), 4)));
}
