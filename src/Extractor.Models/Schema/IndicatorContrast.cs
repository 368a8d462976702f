using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>A property in which labels exclude each other, such as being on time or late, however many words they share.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Conflict">Cost of two different values, in units of one full label match.</param>
/// <param name="Extra">Cost of a value that the row states and the indicator does not.</param>
/// <param name="Missing">Cost of a value that the indicator states and the row does not.</param>
/// <param name="IsInherited">Whether a row without a value has that of the row it stands under.</param>
/// <param name="Phrases">Phrases that state a value.</param>
public sealed record IndicatorContrast(
    string Name, double Conflict, double Extra, double Missing, bool IsInherited, ImmutableArray<ContrastPhrase> Phrases);

/// <summary>A phrase that states a value of a contrast.</summary>
/// <param name="Value">The value.</param>
/// <param name="Phrase">Words that state it.</param>
public sealed record ContrastPhrase(string Value, string Phrase);
