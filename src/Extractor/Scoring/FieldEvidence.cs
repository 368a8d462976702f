using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>Everything known about the confidence of a field before it is weighed.</summary>
/// <param name="Mapping">Probability that the place states this indicator; 1 where the place is a sentence, whose confidence is one figure.</param>
/// <param name="Reading">Probability that the figure was read as it stands.</param>
/// <param name="IsProse">Whether the place is a sentence.</param>
/// <param name="Status">Whether it states a figure and, if not, why.</param>
/// <param name="IsOdd">Whether the figure was read with a doubt.</param>
/// <param name="AreColumnsLost">Whether its table was printed column by column.</param>
/// <param name="Nearby">Mean probability of the rows around it.</param>
/// <param name="Report">What the whole report says.</param>
/// <param name="Witnesses">Other places and rules.</param>
internal sealed record FieldEvidence(
    double Mapping, double Reading, bool IsProse, FieldStatus Status, bool IsOdd, bool AreColumnsLost, double Nearby, ReportTrust Report,
    ConfidenceWitnesses Witnesses);
