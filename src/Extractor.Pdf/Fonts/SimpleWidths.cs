using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Advance widths of a simple font: /Widths, else the standard 14, else the font program.</summary>
internal sealed class SimpleWidths
{
    private const double WhenNothingTells = 500;
    private readonly PdfArray? _widths;
    private readonly int _first;
    private readonly double _scale;
    private readonly double _missing;
    private readonly StandardFont? _standard;
    private readonly SimpleEncoding _encoding;
    private readonly Lazy<IFontProgram?> _program;

    public SimpleWidths(PdfDictionary font, PdfDictionary? descriptor, string fontName, SimpleEncoding encoding, Lazy<IFontProgram?> program)
    {
        _widths = font.GetArray("Widths");
        _first = font.GetInteger("FirstChar");
        // The widths of a Type 3 font are in its own glyph space.
        _scale = font.GetName("Subtype") == "Type3" ? Math.Abs(font.GetArray("FontMatrix")?.GetNumber(0) ?? 0.001) : 0.001;
        _missing = descriptor?.GetNumber("MissingWidth") ?? 0;
        _standard = _widths is null ? StandardFont.Find(fontName) : null;
        _encoding = encoding;
        _program = program;
    }

    /// <summary>Width as a part of the font size.</summary>
    public double Width(byte code)
    {
        int index = code - _first;
        if (_widths is not null && index >= 0 && index < _widths.Count)
            return _widths.GetNumber(index) * _scale;
        if (_widths is not null)
            return _missing * _scale;
        if (_standard is not null && _encoding.Name(code) is { } name && _standard.Width(name) is { } standard)
            return standard / 1000;
        if (_program.Value is { } program && program.GlyphOfCode(code) is var glyph and > 0 && program.WidthOfGlyph(glyph) is { } embedded)
            return embedded / 1000;
        return (_missing > 0 ? _missing : WhenNothingTells) / 1000;
    }
}
