namespace Extractor.Pdf.Fonts;

/// <summary>A font of the file, ready to turn shown strings into glyphs.</summary>
internal abstract class PdfFont(PdfFontInfo info, FontExtent extent)
{
    public PdfFontInfo Info { get; } = info;

    /// <summary>How far glyph boxes reach above and below the baseline.</summary>
    public FontExtent Extent { get; } = extent;

    /// <summary>Whether lines run from top to bottom.</summary>
    public virtual bool IsVertical => false;

    /// <summary>Takes the next code off a string that is not empty.</summary>
    /// <param name="text">The string of a showing operator.</param>
    /// <param name="at">Where to read; moved behind the code.</param>
    /// <param name="isSpace">Whether the code is the single byte 32, to which word spacing applies.</param>
    public abstract FontGlyph Next(ReadOnlySpan<byte> text, ref int at, out bool isSpace);
}

/// <summary>Ascent (positive) and descent (negative) as parts of the font size.</summary>
internal readonly record struct FontExtent(double Ascent, double Descent)
{
    /// <summary>What most text faces have, for fonts that say nothing usable.</summary>
    public static FontExtent Usual { get; } = new(0.9, -0.22);
}
