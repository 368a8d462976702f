namespace Extractor.Layout;

/// <summary>A page taken apart: its tables and the lines of text outside them.</summary>
internal sealed class PageLayout
{
    /// <summary>Page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The turn the page was read with.</summary>
    public required PageTurn Turn { get; init; }

    /// <summary>Width once the text is upright.</summary>
    public required double Width { get; init; }

    /// <summary>Height once the text is upright.</summary>
    public required double Height { get; init; }

    /// <summary>Drawn lines once the text is upright.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Tables from top to bottom.</summary>
    public required List<PageTable> Tables { get; init; }

    /// <summary>Lines outside the tables from top to bottom, whatever column they stand in.</summary>
    public required List<TextLine> Lines { get; init; }
}

/// <summary>A run of lines of one column.</summary>
/// <param name="Lines">Lines from top to bottom.</param>
/// <param name="Left">Left edge of the column.</param>
/// <param name="Right">Right edge of the column.</param>
/// <param name="IsBody">Whether the column takes the whole width of the page, so that its text may go on on the next.</param>
internal sealed record TextColumn(List<TextLine> Lines, double Left, double Right, bool IsBody);
