namespace Extractor.Mapping.Learned;

/// <summary>A label that a reviewed form prints for an indicator.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Label">The printed label.</param>
/// <param name="NeedsPlace">Whether it means the indicator only below the right row: it is short, or other rows have it too.</param>
internal sealed record LearnedWording(string Code, string Label, bool NeedsPlace);
