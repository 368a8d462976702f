namespace Extractor.Ingest.Text;

/// <summary>A word of a table whose columns run together, with the gap in front of it.</summary>
internal sealed class TableToken
{
    /// <summary>The word.</summary>
    public required TableWord Word { get; init; }

    /// <summary>Brackets that are open in front of it, counted from the first word of the table.</summary>
    public required int OpenBefore { get; init; }

    /// <summary>The word as printed.</summary>
    public string Text => Word.Text;

    /// <summary>Row number it could be.</summary>
    public RowNumber? Number => Word.Number;

    /// <summary>The line of the table it stands on.</summary>
    public required int Line { get; init; }

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
