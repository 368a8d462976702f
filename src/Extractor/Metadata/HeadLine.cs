namespace Extractor.Metadata;

/// <summary>A line of a <see cref="HeadText"/>.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="FirstToken">Index of its first word.</param>
/// <param name="TokenCount">Number of its words.</param>
/// <param name="Style">Look of its paragraph.</param>
/// <param name="IsCell">Whether it stands in a table.</param>
/// <param name="IsBelowTable">Whether a table of figures stands between it and the line before.</param>
internal readonly record struct HeadLine(HeadSpan Span, int FirstToken, int TokenCount, TextStyle Style, bool IsCell, bool IsBelowTable);

/// <summary>Characters of a <see cref="HeadText"/>.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last.</param>
internal readonly record struct HeadSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The span without blanks at its ends.</summary>
    public HeadSpan Trim(string text)
    {
        (int start, int end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new HeadSpan(start, end);
    }
}
