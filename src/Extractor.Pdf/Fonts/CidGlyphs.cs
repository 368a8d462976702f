using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>The text of a CIDFont's glyphs where no ToUnicode table tells it: the character collection's name or the embedded program.</summary>
internal sealed class CidGlyphs(PdfDictionary descendant, PdfDictionary? descriptor)
{
    private readonly Lazy<IFontProgram?> _program = FontProgramReader.Open(descriptor);
    private readonly Lazy<ReadOnlyMemory<byte>> _glyphOfCid = new(() => ReadMap(descendant), LazyThreadSafetyMode.None);
    private readonly string? _collection = descendant.GetDictionary("CIDSystemInfo")?["Ordering"].AsText();

    /// <summary>The text, or null.</summary>
    public string? Text(int cid)
    {
        if (_collection is "UCS" or "Unicode")
            return SharedText.Of(cid);
        // The tables of the CJK collections are not shipped, but all four start with the printable ASCII characters.
        if (cid is > 0 and <= 95 && _collection is "Japan1" or "GB1" or "CNS1" or "Korea1")
            return SharedText.Of(cid + 31);
        return cid > 0 ? _program.Value?.TextOfGlyph(GlyphOf(cid)) : null;
    }

    private int GlyphOf(int cid)
    {
        ReadOnlyMemory<byte> map = _glyphOfCid.Value;
        return map.IsEmpty ? cid : new FontBytes(map.Span).UInt16(2L * cid);
    }

    private static ReadOnlyMemory<byte> ReadMap(PdfDictionary descendant) =>
        descendant.GetStream("CIDToGIDMap") is { } stream ? stream.Decode().Memory : default;
}
