using System.Collections.Immutable;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>A figure of a passage with the words around it.</summary>
/// <param name="Figure">The figure, or the word that denies.</param>
/// <param name="Near">Words in front, back to the last comma.</param>
/// <param name="Wide">Words in front, back to the last figure or sentence part.</param>
/// <param name="Behind">Words behind that belong to it.</param>
/// <param name="After">Words behind that say more about it, up to the next figure or part of the sentence.</param>
/// <param name="Sentence">The part of the sentence up to the figure.</param>
/// <param name="WholeSentence">The sentence up to the figure, parts before a semicolon included.</param>
/// <param name="Before">The sentence before that one.</param>
/// <param name="Heads">What it breaks down, nearest first: texts of "… trong đó" and of brackets.</param>
/// <param name="Previous">Index of the mention in front in the same sentence; -1 if there is none.</param>
internal sealed record Mention(
    Figure Figure, string Near, string Wide, string Behind, string After, string Sentence, string WholeSentence,
    string Before, ImmutableArray<string> Heads, int Previous)
{
    /// <summary>The words that are certainly its own.</summary>
    public string Own => $"{Near} {Behind}";
}
