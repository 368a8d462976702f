using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>A Type 1, TrueType or Type 3 font: one byte a code (ISO 32000-2, 9.6).</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly FontGlyph?[] _glyphs = new FontGlyph?[256];
    private readonly CMap? _toUnicode;
    private readonly SimpleEncoding _encoding;
    private readonly SimpleWidths _widths;

    private SimpleFont(PdfFontInfo info, FontExtent extent, CMap? toUnicode, SimpleEncoding encoding, SimpleWidths widths)
        : base(info, extent) =>
        (_toUnicode, _encoding, _widths) = (toUnicode, encoding, widths);

    public static SimpleFont Create(PdfDictionary font, CMap? toUnicode)
    {
        PdfDictionary? descriptor = font.GetDictionary("FontDescriptor");
        PdfFontInfo info = FontDescriptor.Info(font, descriptor, toUnicode is not null);
        Lazy<IFontProgram?> program = FontProgramReader.Open(descriptor);
        SimpleEncoding encoding = SimpleEncoding.Create(font, descriptor, info.Name, program);
        FontExtent extent = font.GetName("Subtype") == "Type3" ? Type3Extent(font) : FontDescriptor.Extent(descriptor, info.Name);
        return new SimpleFont(info, extent, toUnicode, encoding, new SimpleWidths(font, descriptor, info.Name, encoding, program));
    }

    public override FontGlyph Next(ReadOnlySpan<byte> text, ref int at, out bool isSpace)
    {
        byte code = text[at++];
        isSpace = code == 32;
        return _glyphs[code] ??= FontGlyph.Of(_toUnicode?.Text(code, 1) ?? _encoding.Text(code), _widths.Width(code));
    }

    /// <summary>A Type 3 font gives its glyphs' box in a space of its own.</summary>
    private static FontExtent Type3Extent(PdfDictionary font)
    {
        double scale = Math.Abs(font.GetArray("FontMatrix")?.GetNumber(3) ?? 0.001);
        PdfArray? box = font.GetArray("FontBBox");
        double top = (box?.GetNumber(3) ?? 0) * scale;
        double bottom = (box?.GetNumber(1) ?? 0) * scale;
        return top > bottom && top is > 0.05 and < 3 && bottom > -2 ? new FontExtent(top, Math.Min(bottom, 0)) : FontExtent.Usual;
    }
}
