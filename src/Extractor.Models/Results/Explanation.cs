using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Why a field's confidence is what it is; given on request.</summary>
/// <param name="Parts">What the confidence is made of.</param>
/// <param name="Signals">What speaks for the field and against it.</param>
public sealed record Explanation(ExplanationParts Parts, ImmutableArray<ExplanationSignal> Signals);

/// <summary>
/// What a confidence is made of. With p = mapping · reading, between 0.002 and 0.998, the odds p / (1 − p) · agreement · rules · calibration are those of the
/// confidence, which is never above 0.9999.
/// </summary>
/// <param name="Mapping">Probability that the place states this indicator; 1 where the place is a sentence, whose whole probability is the reading's.</param>
/// <param name="Reading">Probability that the figure was read as it stands.</param>
/// <param name="Agreement">What other places that state the indicator multiply the odds by; 1 where there are none.</param>
/// <param name="Rules">What the rules multiply the odds by; 1 where none applies.</param>
/// <param name="Calibration">What the report as a whole, and how often such fields turned out right, multiply the odds by.</param>
public sealed record ExplanationParts(double Mapping, double Reading, double Agreement, double Rules, double Calibration);

/// <summary>Something that speaks for a field or against it.</summary>
/// <param name="Name">Stable name, such as "leadOverNext".</param>
/// <param name="Value">Its size; a negative one speaks against the field.</param>
/// <param name="Text">What it says, in the language of the request.</param>
public sealed record ExplanationSignal(string Name, double Value, string Text);
