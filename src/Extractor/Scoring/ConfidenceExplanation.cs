using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>What a field's confidence is made of, for whoever asks why it is what it is.</summary>
/// <param name="Field">What was known of it.</param>
/// <param name="Agreement">What other places that state the indicator multiply the odds by.</param>
/// <param name="Rules">What the rules multiply the odds by.</param>
/// <param name="Calibration">What the report as a whole, and how often such fields are right, multiply the odds by.</param>
/// <param name="Confidence">The confidence that the parts make together.</param>
/// <param name="Signals">What moved the mapping's part.</param>
internal sealed record ConfidenceExplanation(
    FieldEvidence Field, double Agreement, double Rules, double Calibration, Confidence Confidence, ImmutableArray<MappingSignal> Signals);
