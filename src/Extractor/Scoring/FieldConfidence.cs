using Extractor.Models;

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

    // No single report proves a reading beyond doubt: leave one error in a thousand.
    private const double Ceiling = 0.999;

    /// <summary>The confidence of a value stated with <paramref name="own"/> that others agree or disagree with.</summary>
    public static Confidence Combine(Confidence own, int agreeing, int disagreeing)
    {
        double p = Math.Clamp(own.Value, 0, Ceiling);
        double odds = p / (1 - p) * Math.Pow(AgreementFactor, agreeing) * Math.Pow(DisagreementFactor, disagreeing);
        return new Confidence(Math.Min(Ceiling, odds / (1 + odds)));
    }
}
