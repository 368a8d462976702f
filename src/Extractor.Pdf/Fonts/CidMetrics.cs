using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Widths (/W, /DW) and vertical metrics (/W2, /DW2) of a CIDFont (ISO 32000-2, 9.7.4.3).</summary>
internal sealed class CidMetrics
{
    private readonly Dictionary<int, double> _widths = [];
    private readonly CodeRanges<double> _widthRanges = new();
    private readonly CodeRanges<Vertical> _vertical = new();
    private Vertical? _defaultVertical;

    private CidMetrics(double defaultWidth) => DefaultWidth = defaultWidth;

    /// <summary>Width of glyphs that are not listed, as a part of the font size.</summary>
    public double DefaultWidth { get; }

    public static CidMetrics Read(PdfDictionary descendant, bool isVertical)
    {
        CidMetrics metrics = new(descendant.GetNumber("DW", 1000) / 1000);
        if (descendant.GetArray("W") is { } widths)
            metrics.ReadWidths(widths);
        if (isVertical)
            metrics.ReadVertical(descendant.GetArray("DW2"), descendant.GetArray("W2"));
        return metrics;
    }

    /// <summary>Width as a part of the font size.</summary>
    public double Width(int cid)
    {
        if (_widths.TryGetValue(cid, out double width))
            return width;
        return _widthRanges.TryFind(cid, out _, out double ofRange) ? ofRange : DefaultWidth;
    }

    /// <summary>Adds advance and origin of vertical writing.</summary>
    public FontGlyph WithVertical(FontGlyph glyph, int cid)
    {
        Vertical vertical = _vertical.TryFind(cid, out _, out Vertical listed)
            ? listed
            : _defaultVertical ?? new Vertical(-1, null, 0.88);
        return glyph with { VerticalAdvance = vertical.Advance, VerticalOrigin = (vertical.OriginX ?? glyph.Width / 2, vertical.OriginY) };
    }

    /// <summary>Entries of two forms: "first [w w w]" and "first last w".</summary>
    private void ReadWidths(PdfArray entries)
    {
        for (int i = 0; i + 1 < entries.Count;)
        {
            int first = entries.GetInteger(i);
            if (entries[i + 1].AsArray() is { } list)
            {
                for (int k = 0; k < list.Count; k++)
                    _widths[first + k] = list.GetNumber(k) / 1000;
                i += 2;
            }
            else
            {
                _widthRanges.Add(first, entries.GetInteger(i + 1), entries.GetNumber(i + 2) / 1000);
                i += 3;
            }
        }
    }

    private void ReadVertical(PdfArray? defaults, PdfArray? entries)
    {
        if (defaults is { Count: >= 2 })
            _defaultVertical = new Vertical(defaults.GetNumber(1) / 1000, null, defaults.GetNumber(0) / 1000);
        for (int i = 0; entries is not null && i + 1 < entries.Count;)
        {
            int first = entries.GetInteger(i);
            if (entries[i + 1].AsArray() is { } list)
            {
                for (int k = 0; k + 2 < list.Count; k += 3)
                    _vertical.Add(first + (k / 3), first + (k / 3), Vertical.From(list, k));
                i += 2;
            }
            else
            {
                _vertical.Add(first, entries.GetInteger(i + 1), Vertical.From(entries, i + 2));
                i += 5;
            }
        }
    }

    private readonly record struct Vertical(double Advance, double? OriginX, double OriginY)
    {
        public static Vertical From(PdfArray numbers, int at) =>
            new(numbers.GetNumber(at) / 1000, numbers.GetNumber(at + 1) / 1000, numbers.GetNumber(at + 2) / 1000);
    }
}
