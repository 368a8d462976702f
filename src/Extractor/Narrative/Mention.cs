using System.Collections.Immutable;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>A figure of a passage with the words around it.</summary>
internal sealed class Mention(
    Figure figure, string near, string wide, string behind, string after, string sentence, string wholeSentence,
    string before, ImmutableArray<string> heads, int previous)
{
    private string? _nearKey;
    private string? _sentenceKey;

    /// <summary>The figure, or the word that denies.</summary>
    public Figure Figure => figure;

    /// <summary>Words in front, back to the last comma.</summary>
    public string Near => near;

    /// <summary>Words in front, back to the last figure or sentence part.</summary>
    public string Wide => wide;

    /// <summary>Words behind that belong to it.</summary>
    public string Behind => behind;

    /// <summary>Words behind that say more about it, up to the next figure or part of the sentence.</summary>
    public string After => after;

    /// <summary>The part of the sentence up to the figure.</summary>
    public string Sentence => sentence;

    /// <summary>The sentence up to the figure, parts before a semicolon included.</summary>
    public string WholeSentence => wholeSentence;

    /// <summary>The sentence before that one.</summary>
    public string Before => before;

    /// <summary>What it breaks down, nearest first: texts of "… trong đó" and of brackets.</summary>
    public ImmutableArray<string> Heads => heads;

    /// <summary>Index of the mention in front in the same sentence; -1 if there is none.</summary>
    public int Previous => previous;

    /// <summary>The words that are certainly its own.</summary>
    public string Own => $"{near} {behind}";

    /// <summary>Padded key of the words in front.</summary>
    public string NearKey => _nearKey ??= ProseWords.Pad(near);

    /// <summary>Padded key of the part of the sentence.</summary>
    public string SentenceKey => _sentenceKey ??= ProseWords.Pad(sentence);
}
