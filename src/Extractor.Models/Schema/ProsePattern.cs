using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>How sentences of a report name an indicator.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Needs">Groups of phrases of which one each has to occur.</param>
/// <param name="Forbids">Phrases of which none may stand beside the figure: they make it a figure of something else.</param>
/// <param name="WholeCode">Code of the second figure where the sentence gives "15/29"; null where such a pair means nothing.</param>
/// <param name="CanBeDenied">Whether "không có …" states a zero.</param>
public sealed record ProsePattern(
    string Code, ImmutableArray<PhraseGroup> Needs, ImmutableArray<string> Forbids, string? WholeCode, bool CanBeDenied);

/// <summary>Phrases that mean the same for a pattern.</summary>
/// <param name="Phrases">The phrases.</param>
/// <param name="IsOwn">Whether one must stand beside the figure; otherwise the sentence or list it belongs to may have it.</param>
public sealed record PhraseGroup(ImmutableArray<string> Phrases, bool IsOwn);
