using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>What a field's confidence is made of, for whoever asks why it is what it is.</summary>
/// <param name="Mapping">Probability that the place states this indicator; 1 where the place is a sentence, whose confidence is one figure.</param>
/// <param name="Reading">Probability that the figure was read as it stands.</param>
/// <param name="Agreement">What other places that state the indicator multiply the odds by.</param>
/// <param name="Rules">What the rules multiply the odds by.</param>
/// <param name="Signals">What moved the mapping's part.</param>
internal sealed record ConfidenceExplanation(double Mapping, double Reading, double Agreement, double Rules, ImmutableArray<MappingSignal> Signals)
{
    // No single report proves a reading beyond doubt: leave one error in a thousand.
    private const double Ceiling = 0.999;

    /// <summary>Who moved the other parts.</summary>
    public ConfidenceWitnesses Witnesses { get; init; }

    /// <summary>The confidence that the parts make together.</summary>
    public Confidence Confidence
    {
        get
        {
            double p = Math.Clamp(Mapping * Reading, 0, Ceiling);
            double odds = p / (1 - p) * Agreement * Rules;
            return new Confidence(Math.Min(Ceiling, odds / (1 + odds)));
        }
    }
}
