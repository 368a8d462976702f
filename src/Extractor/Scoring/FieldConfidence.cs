using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Validation;

namespace Extractor.Scoring;

/// <summary>
/// Combines what the places that state an indicator say into the probability that the chosen value is right.
/// The statements are treated as independent witnesses in a naive Bayes sense: one that agrees raises the odds, one that
/// disagrees lowers them. The factors are set by hand and not yet calibrated on reviewed reports.
/// </summary>
internal static class FieldConfidence
{
    // Two independent places rarely agree on a wrong figure; they often disagree because the prose counts something slightly different.
    private const double AgreementFactor = 4;
    private const double DisagreementFactor = 0.6;

    // A figure that is right for the report can still break a rule, because people mistype: on the transcribed reports most broken rules are the
    // agency's own slips. So a breach weighs little unless the search for a repair points at this very figure, and a rule that holds is one more witness.
    private const double HoldingFactor = 1.3;
    private const double BrokenFactor = 0.9;
    private const double SuspectFactor = 0.5;
    private const int MostRulesCounted = 3;

    // A file of five hundred copies of a report must not take the odds beyond what a number can hold.
    private const int MostWitnessesCounted = 64;

    /// <summary>The confidence of a value stated with <paramref name="own"/> that others agree or disagree with.</summary>
    /// <param name="own">Confidence of the place that states it.</param>
    /// <param name="agreeing">Other places with the same value.</param>
    /// <param name="disagreeing">Other places with another value.</param>
    /// <param name="support">What the rules say of it.</param>
    public static Confidence Combine(Confidence own, int agreeing, int disagreeing, RuleSupport support = default) =>
        Explain(1, own.Value, [], agreeing, disagreeing, support).Confidence;

    /// <summary>The confidence of a value with the parts it is made of.</summary>
    /// <param name="mapping">Probability that the place states this indicator.</param>
    /// <param name="reading">Probability that the figure was read as it stands.</param>
    /// <param name="signals">What moved the mapping's part.</param>
    /// <param name="agreeing">Other places with the same value.</param>
    /// <param name="disagreeing">Other places with another value.</param>
    /// <param name="support">What the rules say of it.</param>
    public static ConfidenceExplanation Explain(
        double mapping, double reading, ImmutableArray<MappingSignal> signals, int agreeing, int disagreeing, RuleSupport support)
    {
        double agreement = Math.Pow(AgreementFactor, Math.Min(agreeing, MostWitnessesCounted)) * Math.Pow(DisagreementFactor, Math.Min(disagreeing, MostWitnessesCounted));
        double rules = Math.Pow(HoldingFactor, Math.Min(support.Holding, MostRulesCounted)) * Math.Pow(BrokenFactor, Math.Min(support.Broken, MostRulesCounted))
            * (support.IsSuspect ? SuspectFactor : 1);
        return new ConfidenceExplanation(mapping, reading, agreement, rules, signals) { Witnesses = new ConfidenceWitnesses(agreeing, disagreeing, support) };
    }
}
