using Extractor.Validation;

namespace Extractor.Scoring;

/// <summary>Who was heard about a value besides the place that states it.</summary>
/// <param name="Agreeing">Other places with the same value.</param>
/// <param name="Disagreeing">Other places with another value.</param>
/// <param name="Support">What the rules say of it.</param>
internal readonly record struct ConfidenceWitnesses(int Agreeing, int Disagreeing, RuleSupport Support);
