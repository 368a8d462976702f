namespace Extractor.Ingest.Pdf;

/// <summary>
/// Glyphs drawn one after the other without a gap: a word or a piece of one. Positions are measured along the direction of writing (U)
/// and across it (V), so that turned text needs no rules of its own.
/// </summary>
internal struct PdfFragment
{
    /// <summary>First glyph of the page.</summary>
    public int First;

    /// <summary>Glyph behind the last.</summary>
    public int End;

    /// <summary>Start along the direction of writing.</summary>
    public double U0;

    /// <summary>End along the direction of writing.</summary>
    public double U1;

    /// <summary>Baseline across the direction of writing, growing downwards.</summary>
    public double V;

    /// <summary>Font size in points.</summary>
    public double Size;

    /// <summary>Direction of writing in degrees.</summary>
    public int Angle;

    /// <summary>Whether a space was drawn in front of it.</summary>
    public bool IsAfterSpace;

    /// <summary>Whether a space was drawn behind it.</summary>
    public bool IsBeforeSpace;

    /// <summary>Whether it is drawn for searching only.</summary>
    public bool IsInvisible;

    /// <summary>Index of the fragment that completes the word, or -1.</summary>
    public int Next;

    /// <summary>Whether another fragment leads to it.</summary>
    public bool IsLinked;

    /// <summary>Whether it is a second copy of another fragment.</summary>
    public bool IsCopy;
}
