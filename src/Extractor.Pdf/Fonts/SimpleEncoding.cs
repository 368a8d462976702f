using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Which glyph name, and through it which text, a simple font gives each code: /Encoding, /Differences, the font program.</summary>
internal sealed class SimpleEncoding
{
    private readonly string?[] _base;
    private readonly string?[]? _differences;
    private readonly bool _isBaseGiven;
    private readonly bool _isDingbats;
    private readonly Lazy<IFontProgram?> _program;

    private SimpleEncoding(string?[]? given, string?[] usual, string?[]? differences, bool isDingbats, Lazy<IFontProgram?> program)
    {
        _base = given ?? usual;
        _isBaseGiven = given is not null;
        _differences = differences;
        _isDingbats = isDingbats;
        _program = program;
    }

    public static SimpleEncoding Create(PdfDictionary font, PdfDictionary? descriptor, string fontName, Lazy<IFontProgram?> program)
    {
        PdfValue encoding = font["Encoding"];
        PdfDictionary? dictionary = encoding.AsDictionary();
        string?[]? given = BaseEncoding.Find(encoding.AsName() ?? dictionary?.GetName("BaseEncoding"));
        bool isDingbats = fontName.Contains("Dingbats", StringComparison.OrdinalIgnoreCase);
        bool isTrueType = font.GetName("Subtype") == "TrueType";
        // What a code means where file and font program are silent. Readers show WinAnsi for TrueType, symbolic or not; legacy
        // Vietnamese fonts rely on it, their bytes are decoded later by the font's name.
        string?[] usual = isDingbats ? BaseEncoding.ZapfDingbats
            : StandardFont.CanonicalName(fontName) == "Symbol" ? BaseEncoding.Symbol
            : isTrueType || FontDescriptor.IsSymbolic(descriptor) ? BaseEncoding.WinAnsi
            : BaseEncoding.Standard;
        return new SimpleEncoding(given, usual, ReadDifferences(dictionary?.GetArray("Differences")), isDingbats, program);
    }

    /// <summary>The glyph name of a code, or null.</summary>
    public string? Name(byte code) => _differences?[code] ?? _base[code];

    /// <summary>The text of a code, or null.</summary>
    public string? Text(byte code)
    {
        if (_differences?[code] is { } name)
            return TextOfDifference(name, code);
        if (!_isBaseGiven && _program.Value?.TextOfCode(code) is { } builtIn)
            return builtIn;
        if (_base[code] is { } usual)
            return GlyphNames.ToText(usual, _isDingbats);
        return _program.Value?.TextOfCode(code);
    }

    private string? TextOfDifference(string name, byte code)
    {
        if (GlyphNames.ToText(name, _isDingbats) is { } text)
            return text;
        if (name == ".notdef")
            return null;
        if (GlyphNames.GlyphIndex(name) is var glyph and >= 0 && _program.Value?.TextOfGlyph(glyph) is { } ofGlyph)
            return ofGlyph;
        if (_program.Value?.TextOfCode(code) is { } builtIn)
            return builtIn;
        // Type 3 fonts of older producers name a glyph after its code.
        return GlyphNames.RepeatsCode(name, code) && BaseEncoding.WinAnsi[code] is { } standard ? GlyphNames.ToText(standard) : null;
    }

    private static string?[]? ReadDifferences(PdfArray? differences)
    {
        if (differences is null)
            return null;
        string?[] names = new string?[256];
        int code = 0;
        for (int i = 0; i < differences.Count; i++)
        {
            PdfValue item = differences[i];
            if (item.Kind == PdfKind.Number)
                code = item.AsInteger();
            else if (item.AsName() is { } name && (uint)code < 256)
                names[code++] = name;
        }

        return names;
    }
}
