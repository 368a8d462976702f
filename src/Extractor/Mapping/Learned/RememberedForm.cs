using System.Collections.Immutable;

namespace Extractor.Mapping.Learned;

/// <summary>A reviewed form: what its rows print, and what they are.</summary>
/// <param name="Name">Name of the form or report.</param>
/// <param name="Rows">Fingerprint of each row.</param>
/// <param name="Codes">Code of each row; null for rows that are none of the schema or were not settled.</param>
internal sealed record RememberedForm(string Name, ImmutableArray<uint> Rows, ImmutableArray<string?> Codes);
