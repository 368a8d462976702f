using System.Collections.Immutable;

namespace Extractor.Narrative;

/// <summary>A paragraph or list item, its lines joined where the format gives them one by one.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Pieces">Where its lines come from.</param>
/// <param name="Bullet">Its bullet; '\0' without one.</param>
/// <param name="HeadingLevel">Depth of its number if it is a heading ("I." 1, "1." 2, "1.1." 3), otherwise 0.</param>
/// <param name="BodyStart">First character behind bullet and number.</param>
internal sealed record Passage(string Text, ImmutableArray<PassagePiece> Pieces, char Bullet, int HeadingLevel, int BodyStart)
{
    /// <summary>Block and offset a place of the text comes from; null if the span crosses blocks.</summary>
    public (int Block, int Start)? Locate(int start, int length)
    {
        for (int i = Pieces.Length - 1; i >= 0; i--)
        {
            if (start >= Pieces[i].Start)
            {
                bool fits = i == Pieces.Length - 1 || start + length <= Pieces[i + 1].Start;
                return fits ? (Pieces[i].Block, start - Pieces[i].Start) : null;
            }
        }

        return null;
    }
}

/// <summary>A block that makes part of a passage.</summary>
/// <param name="Start">Place of the block's first character in the passage.</param>
/// <param name="Block">Index of the block in the document.</param>
internal readonly record struct PassagePiece(int Start, int Block);
