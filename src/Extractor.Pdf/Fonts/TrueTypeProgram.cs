namespace Extractor.Pdf.Fonts;

/// <summary>A TrueType or OpenType program: its cmap read backwards, its glyph names (post) and its widths (hmtx).</summary>
internal sealed class TrueTypeProgram : IFontProgram
{
    private readonly Dictionary<uint, ReadOnlyMemory<byte>> _tables;
    private readonly TrueTypeCmap? _symbols;
    private readonly TrueTypeCmap? _macintosh;
    private readonly TrueTypeCmap? _unicode;
    private Dictionary<int, int>? _characters;
    private string?[]? _names;

    private TrueTypeProgram(Dictionary<uint, ReadOnlyMemory<byte>> tables)
    {
        _tables = tables;
        ReadOnlyMemory<byte> cmap = Table("cmap"u8);
        _symbols = TrueTypeCmap.Find(cmap, static (platform, encoding) => platform == 3 && encoding == 0);
        _macintosh = TrueTypeCmap.Find(cmap, static (platform, encoding) => platform == 1 && encoding == 0);
        _unicode = TrueTypeCmap.Find(cmap, static (platform, encoding) => platform == 3 && encoding == 10)
            ?? TrueTypeCmap.Find(cmap, static (platform, encoding) => platform == 3 && encoding == 1)
            ?? TrueTypeCmap.Find(cmap, static (platform, encoding) => platform == 0 && encoding != 5);
    }

    /// <summary>The "CFF " table of an OpenType program; empty for one with TrueType outlines.</summary>
    public ReadOnlyMemory<byte> CompactFont => Table("CFF "u8);

    /// <summary>Whether a cmap tells characters.</summary>
    public bool HasCharacters => (_unicode ?? _symbols ?? _macintosh) is not null;

    /// <summary>Reads the table directory; null where the bytes are no such program.</summary>
    public static TrueTypeProgram? TryRead(ReadOnlyMemory<byte> file)
    {
        FontBytes bytes = new(file.Span);
        long start = bytes.UInt32(0) == 0x74746366 ? bytes.UInt32(12) : 0; // "ttcf": the first font of a collection
        if (bytes.UInt32(start) is not (0x00010000 or 0x74727565 or 0x4F54544F))
            return null;

        Dictionary<uint, ReadOnlyMemory<byte>> tables = [];
        int count = bytes.UInt16(start + 4);
        for (int i = 0; i < count; i++)
        {
            long entry = start + 12 + (16L * i);
            long offset = bytes.UInt32(entry + 8);
            if (entry + 16 > file.Length)
                break;
            if (offset < file.Length)
                tables[(uint)bytes.UInt32(entry)] = file.Slice((int)offset, (int)Math.Min(bytes.UInt32(entry + 12), file.Length - offset));
        }

        return new TrueTypeProgram(tables);
    }

    public string? TextOfGlyph(int glyph)
    {
        _characters ??= (_unicode ?? _macintosh)?.Reversed(isMacintosh: _unicode is null) ?? [];
        if (_characters.TryGetValue(glyph, out int character))
            return SharedText.Of(character);
        _names ??= TrueTypeNames.Read(Table("post"u8));
        return (uint)glyph < (uint)_names.Length && _names[glyph] is { } name ? GlyphNames.ToText(name) : null;
    }

    public string? TextOfCode(int code)
    {
        int glyph = GlyphOfCode(code);
        return glyph == 0 ? null : TextOfGlyph(glyph);
    }

    /// <summary>The order of ISO 32000-2, 9.6.5.4 for symbolic fonts: (3,0) with its four usual bases, then (1,0).</summary>
    public int GlyphOfCode(int code)
    {
        if (_symbols is not null)
        {
            foreach (int symbolBase in (ReadOnlySpan<int>)[0xF000, 0, 0xF100, 0xF200])
            {
                if (_symbols.Glyph(symbolBase + code) is var symbol and not 0)
                    return symbol;
            }
        }

        return _macintosh?.Glyph(code) ?? 0;
    }

    public double? WidthOfGlyph(int glyph)
    {
        FontBytes metrics = new(Table("hmtx"u8).Span);
        int count = new FontBytes(Table("hhea"u8).Span).UInt16(34);
        int unitsPerEm = new FontBytes(Table("head"u8).Span).UInt16(18);
        if (count == 0 || unitsPerEm == 0 || metrics.Length < 4L * count)
            return null;
        return metrics.UInt16(4L * Math.Min(glyph, count - 1)) * 1000.0 / unitsPerEm;
    }

    private ReadOnlyMemory<byte> Table(ReadOnlySpan<byte> tag) =>
        _tables.GetValueOrDefault((uint)new FontBytes(tag).UInt32(0));
}
