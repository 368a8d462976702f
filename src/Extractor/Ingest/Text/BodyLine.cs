namespace Extractor.Ingest.Text;

/// <summary>A line below the headings of a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line.</param>
internal readonly record struct BodyLine(BodyLineKind Kind, TextLine Line)
{
    /// <summary>Whether words of cells stand on it.</summary>
    public bool HasWords => Kind == BodyLineKind.Text && !Line.IsBlank;
}

/// <summary>What a line below the headings of a table is.</summary>
internal enum BodyLineKind
{
    /// <summary>Words of cells, or nothing.</summary>
    Text,

    /// <summary>Stands for headings that a page break repeated.</summary>
    RepeatedHeading,

    /// <summary>A raised footnote mark.</summary>
    NoteMark,
}
