using System.Collections.Immutable;

namespace Extractor.Validation.Repairs;

/// <summary>A guess with the probability that it is the change that mends the check.</summary>
/// <param name="Hypothesis">The guess.</param>
/// <param name="Probability">Its share of all explanations there are.</param>
internal readonly record struct RankedRepair(RepairHypothesis Hypothesis, double Probability);

/// <summary>What could have been meant where a check is broken, the likeliest first.</summary>
/// <param name="Ranked">The guesses; at least one.</param>
/// <param name="IsSettled">Whether the first is so much likelier than the others that its figure is suspected.</param>
internal sealed record RepairRanking(ImmutableArray<RankedRepair> Ranked, bool IsSettled)
{
    /// <summary>The likeliest guess.</summary>
    public RepairHypothesis Best => Ranked[0].Hypothesis;
}
