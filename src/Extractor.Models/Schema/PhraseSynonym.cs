namespace Extractor.Models;

/// <summary>Two phrases that mean the same on the forms of a family.</summary>
/// <param name="Phrase">Phrase as forms print it.</param>
/// <param name="Canonical">Phrase it is compared as; empty for fillers that tell nothing apart.</param>
public sealed record PhraseSynonym(string Phrase, string Canonical);
