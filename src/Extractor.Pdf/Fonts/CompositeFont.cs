using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>A Type 0 font: codes of several bytes, through a CMap, to the glyphs of one CIDFont (ISO 32000-2, 9.7).</summary>
internal sealed class CompositeFont : PdfFont
{
    private const int PageSize = 256;
    private readonly CMap _codes;
    private readonly CMap? _toUnicode;
    private readonly CidMetrics _metrics;
    private readonly CidGlyphs _glyphs;
    private readonly FontGlyph?[]?[] _twoBytePages = new FontGlyph?[]?[PageSize];
    private readonly Dictionary<(int Code, int Length), FontGlyph> _others = [];

    private CompositeFont(PdfFontInfo info, FontExtent extent, CMap codes, CMap? toUnicode, CidMetrics metrics, CidGlyphs glyphs)
        : base(info, extent) =>
        (_codes, _toUnicode, _metrics, _glyphs) = (codes, toUnicode, metrics, glyphs);

    public override bool IsVertical => _codes.IsVertical;

    public static CompositeFont Create(PdfDictionary font, PdfDictionary descendant, CMap codes, CMap? toUnicode)
    {
        PdfDictionary? descriptor = descendant.GetDictionary("FontDescriptor");
        PdfFontInfo info = FontDescriptor.Info(font, descriptor, toUnicode is not null);
        CidMetrics metrics = CidMetrics.Read(descendant, codes.IsVertical);
        return new CompositeFont(
            info, FontDescriptor.Extent(descriptor, info.Name), codes, toUnicode, metrics, new CidGlyphs(descendant, descriptor));
    }

    public override FontGlyph Next(ReadOnlySpan<byte> text, ref int at, out bool isSpace)
    {
        int code = _codes.Codes.Read(text, ref at, out int length);
        isSpace = code == 32 && length == 1;
        if (length == 2)
        {
            FontGlyph?[] page = _twoBytePages[(code >> 8) & 0xFF] ??= new FontGlyph?[PageSize];
            return page[code & 0xFF] ??= Make(code, length);
        }

        if (!_others.TryGetValue((code, length), out FontGlyph? glyph))
            _others.Add((code, length), glyph = Make(code, length));
        return glyph;
    }

    private FontGlyph Make(int code, int length)
    {
        int cid = _codes.Cid(code);
        string? text = _toUnicode?.Text(code, length) ?? _codes.Text(code, length) ?? _glyphs.Text(cid);
        // A predefined CJK CMap whose CIDs are not known: full width for two bytes, half of it for one.
        double width = _codes.CharacterSet is null ? _metrics.Width(cid) : _metrics.DefaultWidth * (length == 1 ? 0.5 : 1);
        FontGlyph glyph = FontGlyph.Of(text, width);
        return IsVertical ? _metrics.WithVertical(glyph, cid) : glyph;
    }
}
