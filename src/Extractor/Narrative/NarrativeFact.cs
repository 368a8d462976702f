using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Narrative;

/// <summary>A figure stated in a sentence or list item.</summary>
/// <param name="Indicator">What is counted.</param>
/// <param name="Value">The figure.</param>
/// <param name="Block">Index of the paragraph among the document's blocks.</param>
/// <param name="Start">First character of the figure's tokens in the paragraph.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Confidence">Probability that the paragraph states this value of this indicator.</param>
/// <param name="Alternatives">Other indicators it could be, most likely first.</param>
internal sealed record NarrativeFact(
    Indicator Indicator, IndicatorValue Value, int Block, int Start, int Length, Confidence Confidence,
    ImmutableArray<IndicatorCandidate> Alternatives);
