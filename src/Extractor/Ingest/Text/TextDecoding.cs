using System.Text;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>Tells text from other content and turns its bytes into characters.</summary>
internal static class TextDecoding
{
    // HTML, RTF and PDF are written in letters but are formats of their own.
    private const int FewestUtf16Bytes = 16;
    private const int Utf16Sample = 4096;

    private static readonly string[] OtherFormats = ["{\\rtf", "<!doctype", "<html", "<?xml", "<svg", "%!ps"];

    /// <summary>Whether the bytes are letters, in UTF-8, in UTF-16 with a mark, or in an old single-byte encoding.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return false;
        }

        if (HasUtf16Mark(bytes))
        {
            return bytes.Length % 2 == 0;
        }

        return IsUnmarkedUtf16(bytes) || bytes.IndexOfAnyExcept(TextBytes) < 0 && !IsOtherFormat(bytes);
    }

    /// <summary>The characters in NFC, without a byte order mark and invisible characters, every blank an ordinary one.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="legacyEncoding">Name of the encoding where it is older than Unicode; else null.</param>
    /// <exception cref="UnsupportedFormatException">The bytes are in no encoding that makes Vietnamese of them.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, out string? legacyEncoding)
    {
        legacyEncoding = null;
        try
        {
            string text = EncodingOf(bytes).GetString(bytes);
            return WithPlainBlanks(text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC));
        }
        catch (ArgumentException)
        {
            if (LegacyEncodings.Read(bytes) is not { } read)
            {
                throw new UnsupportedFormatException(new LocalText(
                    "Không nhận ra bảng mã của tệp văn bản; hãy lưu lại dưới dạng UTF-8.",
                    "The encoding of the text is not known; save it as UTF-8."));
            }

            legacyEncoding = read.Encoding;
            return WithPlainBlanks(read.Text);
        }
    }

    // Copies from web pages and word processors carry blanks that do not break and characters that nobody sees.
    private static string WithPlainBlanks(string text)
    {
        if (text.AsSpan().IndexOfAny(OddBlanks) < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!OddBlanks.Contains(c))
            {
                plain.Append(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> OddBlanks =
        System.Buffers.SearchValues.Create("\u00A0\u2002\u2003\u2007\u2009\u202F\u3000\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    // Most letters of Vietnamese are ASCII: every other byte of them is 0.
    private static bool IsUnmarkedUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length % 2 == 0 && bytes.Length >= FewestUtf16Bytes && (HasZeros(bytes, 1) || HasZeros(bytes, 0));

    private static bool HasZeros(ReadOnlySpan<byte> bytes, int at)
    {
        int zeros = 0, others = 0;
        for (int i = 0; i < Math.Min(bytes.Length, Utf16Sample); i++)
        {
            zeros += i % 2 == at && bytes[i] == 0 ? 1 : 0;
            others += i % 2 != at && bytes[i] == 0 ? 1 : 0;
        }

        return others == 0 && zeros * 4 > Math.Min(bytes.Length, Utf16Sample);
    }

    // Every byte but the control characters that no text has.
    private static readonly System.Buffers.SearchValues<byte> TextBytes = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 256).Where(b => b is >= 32 and not 127 || b is '\t' or '\n' or '\r' or '\f' or '\v' or 0x1A or 0x1E or 0x1F)
            .Select(b => (byte)b)]);

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) =>
        HasUtf16Mark(bytes) ? Utf16(bigEndian: bytes[0] == 0xFE)
        : IsUnmarkedUtf16(bytes) ? Utf16(bigEndian: HasZeros(bytes, 0))
        : new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]);

    private static bool IsOtherFormat(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 64)])
            .Replace("ï»¿", "", StringComparison.Ordinal).TrimStart();
        return OtherFormats.Any(f => start.StartsWith(f, StringComparison.OrdinalIgnoreCase));
    }
}
