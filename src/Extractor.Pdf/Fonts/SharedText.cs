using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>One string for each character, shared by all fonts of all files, since most glyphs are one common letter.</summary>
internal static class SharedText
{
    /// <summary>What stands for a code whose meaning no table tells.</summary>
    public const string Unknown = "\uFFFD";

    // Up to here lie Latin with the Vietnamese letters (1E00-1EFF), Greek, Cyrillic and general punctuation.
    private static readonly string?[] Known = new string?[0x2100];

    /// <summary>The character as a string; U+FFFD for what is no character.</summary>
    public static string Of(int codePoint)
    {
        if ((uint)codePoint < (uint)Known.Length)
            return Known[codePoint] ??= ((char)codePoint).ToString();
        return Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : Unknown;
    }

    /// <summary>The characters as a string, a shared one for a single character.</summary>
    public static string Of(ReadOnlySpan<char> text) => text.Length == 1 && !char.IsSurrogate(text[0]) ? Of(text[0]) : text.ToString();

    /// <summary>The text of UTF-16BE bytes, as CMaps write it; an odd last byte stands for itself.</summary>
    public static string FromUtf16(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => "",
        1 => Of(bytes[0]),
        2 => Of((bytes[0] << 8) | bytes[1]) is var one && char.IsSurrogate(one[0]) ? Unknown : one,
        _ => Encoding.BigEndianUnicode.GetString(bytes[..(bytes.Length & ~1)]),
    };
}
