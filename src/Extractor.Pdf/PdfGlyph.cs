namespace Extractor.Pdf;

/// <summary>One shown character code: what it says, where it stands, how large it is and in which font.</summary>
/// <param name="Text">The Unicode text of the code; several characters for a ligature or an ActualText span, shared between glyphs.</param>
/// <param name="Area">Advance width by ascent and descent, in page space.</param>
/// <param name="BaselineX">Where the glyph's origin stands, in page space.</param>
/// <param name="BaselineY">Height of the baseline, in page space (y grows downwards).</param>
/// <param name="FontSize">Size after all transforms, in points.</param>
/// <param name="Angle">Direction of writing in whole degrees, clockwise on the page as seen: 0, 90, 180, 270 or in between.</param>
/// <param name="Font">The font, whose name legacy Vietnamese decoding needs.</param>
/// <param name="Flags">What else is known of the glyph.</param>
public readonly record struct PdfGlyph(
    string Text, PdfBox Area, double BaselineX, double BaselineY, double FontSize, int Angle, PdfFontInfo Font, PdfGlyphFlags Flags);

/// <summary>Facts about one glyph that are not its place.</summary>
[Flags]
public enum PdfGlyphFlags
{
    /// <summary>An ordinary visible glyph with a known text.</summary>
    None = 0,

    /// <summary>Text rendering mode 3: drawn for searching only, as OCR layers are.</summary>
    Invisible = 1,

    /// <summary>No table of the font tells what the code means; <see cref="PdfGlyph.Text"/> is U+FFFD.</summary>
    Unmapped = 2,

    /// <summary>The text was replaced by an ActualText of marked content.</summary>
    ActualText = 4,

    /// <summary>The glyph lies wholly outside the current clip and is not seen.</summary>
    Clipped = 8,

    /// <summary>Drawn by a stamp or by the appearance of a digital signature, over whatever stands there.</summary>
    Stamp = 16,
}
