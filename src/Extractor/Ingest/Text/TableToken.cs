using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>A word of a table whose columns run together, with the gap in front of it.</summary>
internal sealed class TableToken
{
    /// <summary>The word as printed.</summary>
    public required string Text { get; init; }

    /// <summary>The word without case, accents and signs.</summary>
    public required string Letters { get; init; }

    /// <summary>Folded words; abbreviations written out.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    /// <summary>Row number it could be.</summary>
    public required RowNumber? Number { get; init; }

    /// <summary>Position in its line.</summary>
    public required int Column { get; init; }

    /// <summary>Line ends in front of it; 0 inside a line.</summary>
    public required int LineEnds { get; init; }

    /// <summary>Blanks in front of it beyond those that separate words: each may be an empty cell.</summary>
    public required int EmptyCells { get; init; }

    /// <summary>Whether the blanks in front of it are so many that they align a column.</summary>
    public required bool AfterWideGap { get; init; }

    /// <summary>Whether a repeated table header stood in front of it.</summary>
    public required bool AfterHeader { get; init; }

    /// <summary>Length of the line in front of its line end, up to the word before it; 0 inside a line.</summary>
    public required int LineBefore { get; init; }

    /// <summary>Whether it begins a line.</summary>
    public bool StartsLine => LineEnds > 0;
}
