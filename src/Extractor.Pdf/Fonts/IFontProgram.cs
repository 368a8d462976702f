namespace Extractor.Pdf.Fonts;

/// <summary>An embedded font program, asked what its glyphs mean when the PDF itself does not say.</summary>
internal interface IFontProgram
{
    /// <summary>The text of a glyph by its index, or null.</summary>
    string? TextOfGlyph(int glyph);

    /// <summary>The text of a one-byte code through the program's own encoding, or null.</summary>
    string? TextOfCode(int code);

    /// <summary>Advance width in thousandths of the font size, or null where the program is not asked for it.</summary>
    double? WidthOfGlyph(int glyph);

    /// <summary>The glyph of a one-byte code through the program's own encoding; 0 where it has none.</summary>
    int GlyphOfCode(int code);
}
