namespace Extractor.Storage;

/// <summary>What read a report; the same bytes read by the same versions give the same answer, so they are not read twice.</summary>
/// <param name="Extractor">Version of the program.</param>
/// <param name="Model">Version of the data it maps and scores with.</param>
public sealed record ReadingVersions(string Extractor, string Model);
