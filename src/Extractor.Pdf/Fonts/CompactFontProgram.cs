using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>A Compact Font Format program (Adobe technical notes 5176 and 5177): glyph names and the built-in encoding, no outlines.</summary>
internal sealed class CompactFontProgram : IFontProgram
{
    private const int MostGlyphs = 0xFFFF;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly CompactFontIndex _strings;
    private readonly int[] _charset;
    private readonly int[] _glyphOfCode = new int[256];

    private CompactFontProgram(ReadOnlyMemory<byte> file, CompactFontIndex strings, CompactFontDict top)
    {
        _file = file;
        _strings = strings;
        IsCidKeyed = top.Contains(CompactFontDict.Ros);
        FontBytes bytes = new(file.Span);
        int glyphs = (int)Math.Min(bytes.UInt16(top.Integer(CompactFontDict.CharStrings)), MostGlyphs);
        _charset = CompactFontTables.ReadCharset(bytes, top.Integer(CompactFontDict.Charset), glyphs);
        if (!IsCidKeyed)
            ReadEncoding(bytes, top.Integer(CompactFontDict.Encoding));
    }

    /// <summary>Whether glyphs have character identifiers in place of names.</summary>
    public bool IsCidKeyed { get; }

    /// <summary>Reads header, top dictionary, charset and encoding; null where the bytes are no CFF.</summary>
    public static CompactFontProgram? TryRead(ReadOnlyMemory<byte> file)
    {
        FontBytes bytes = new(file.Span);
        if (bytes.Byte(0) != 1 || bytes.Byte(2) < 4)
            return null;

        CompactFontIndex names = CompactFontIndex.Read(bytes, bytes.Byte(2));
        CompactFontIndex tops = CompactFontIndex.Read(bytes, names.End);
        CompactFontIndex strings = CompactFontIndex.Read(bytes, tops.End);
        if (tops.Count == 0)
            return null;
        (long at, long length) = tops.Item(bytes, 0);
        return new CompactFontProgram(file, strings, CompactFontDict.Read(bytes.Slice(at, length)));
    }

    public string? TextOfGlyph(int glyph) =>
        !IsCidKeyed && (uint)glyph < (uint)_charset.Length && glyph > 0 && Name(_charset[glyph]) is { } name ? GlyphNames.ToText(name) : null;

    public string? TextOfCode(int code) => GlyphOfCode(code) is var glyph and > 0 ? TextOfGlyph(glyph) : null;

    public double? WidthOfGlyph(int glyph) => null;

    public int GlyphOfCode(int code) => (uint)code < 256 ? _glyphOfCode[code] : 0;

    private string? Name(int number)
    {
        string[] standard = GlyphOrders.CompactFontStrings;
        if (number < standard.Length)
            return standard[number];
        FontBytes bytes = new(_file.Span);
        (long at, long length) = _strings.Item(bytes, number - standard.Length);
        return length is > 0 and < 128 ? Encoding.Latin1.GetString(bytes.Slice(at, length)) : null;
    }

    private void ReadEncoding(FontBytes bytes, int offset)
    {
        // 0 is the standard encoding; 1, the expert one, has its names in MacExpert's repertoire but not its codes, so it stays unread.
        if (offset > 1)
        {
            CompactFontTables.ReadEncoding(bytes, offset, _charset, _glyphOfCode);
        }
        else if (offset == 0)
        {
            string?[] standard = BaseEncoding.Standard;
            for (int glyph = Math.Min(_charset.Length, 4096) - 1; glyph > 0; glyph--)
            {
                int code = Name(_charset[glyph]) is { } name ? Array.IndexOf(standard, name) : -1;
                if (code >= 0)
                    _glyphOfCode[code] = glyph;
            }
        }
    }
}
