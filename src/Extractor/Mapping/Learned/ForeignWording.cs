namespace Extractor.Mapping.Learned;

/// <summary>A row of a reviewed form that is none of the schema: offices print the same ones again and again.</summary>
/// <param name="Label">The printed label.</param>
/// <param name="Place">Label of the row it stands under; empty at the top.</param>
internal sealed record ForeignWording(string Label, string Place);
