using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extractor.Pdf.Content;

/// <summary>The glyphs of the page being read; the array is used again for the next page.</summary>
internal sealed class GlyphBuffer(PdfOptions options)
{
    private PdfGlyph[] _glyphs = new PdfGlyph[1024];

    public int Count { get; private set; }

    public Span<PdfGlyph> Span => _glyphs.AsSpan(0, Count);

    public void Add(in PdfGlyph glyph)
    {
        if (Count == _glyphs.Length)
            Array.Resize(ref _glyphs, Count * 2);
        _glyphs[Count++] = glyph;
        if (Count > options.MaxGlyphsPerPage)
            throw new PdfException(nameof(PdfOptions.MaxGlyphsPerPage), options.MaxGlyphsPerPage);
    }

    /// <summary>Drops the glyphs from an index on.</summary>
    public void CutTo(int count) => Count = Math.Min(Count, count);

    /// <summary>The glyphs as an array of their own; the buffer is empty afterwards.</summary>
    public ImmutableArray<PdfGlyph> Take()
    {
        PdfGlyph[] taken = Span.ToArray();
        Count = 0;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
