using System.Text;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>The clear part of a Type 1 program, read for its built-in encoding only.</summary>
internal sealed class Type1Program : IFontProgram
{
    // The clear part of real programs is a few kilobytes.
    private const int LongestClearPart = 1 << 18;
    private readonly string?[] _names;

    private Type1Program(string?[] names) => _names = names;

    /// <summary>Finds /Encoding; null where there is none.</summary>
    public static Type1Program? TryRead(byte[] buffer, int start, int length)
    {
        ReadOnlySpan<byte> file = buffer.AsSpan(start, length);
        int clear = file.IndexOf("eexec"u8);
        clear = Math.Min(clear < 0 ? length : clear, LongestClearPart);
        int encoding = file[..clear].IndexOf("/Encoding"u8);
        if (encoding < 0)
            return null;

        PdfLexer lexer = new(buffer, start + encoding + 9, start + clear);
        if (lexer.Read() && lexer.IsKeyword("StandardEncoding"u8))
            return new Type1Program(BaseEncoding.Standard);
        return new Type1Program(ReadArray(lexer));
    }

    public string? TextOfGlyph(int glyph) => null;

    public string? TextOfCode(int code) => (uint)code < 256 && _names[code] is { } name ? GlyphNames.ToText(name) : null;

    public double? WidthOfGlyph(int glyph) => null;

    public int GlyphOfCode(int code) => 0;

    /// <summary>The entries "dup 65 /A put" up to "def".</summary>
    private static string?[] ReadArray(PdfLexer lexer)
    {
        string?[] names = new string?[256];
        int code = -1;
        bool hasEntries = false;
        while (lexer.Read())
        {
            if (lexer.Token == PdfToken.Number)
                code = lexer.Number is >= 0 and < 256 ? (int)lexer.Number : -1;
            else if (lexer.Token == PdfToken.Name && code >= 0 && lexer.Length < 128)
                (names[code], hasEntries, code) = (Encoding.Latin1.GetString(lexer.Bytes), true, -1);
            else if (lexer.IsKeyword("def"u8) && hasEntries)
                break;
        }

        return names;
    }
}
