using System.Text;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>Tells text from other content and turns its bytes into characters.</summary>
internal static class TextDecoding
{
    // HTML, RTF and PDF are written in letters but are formats of their own.
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

        return bytes.IndexOfAnyExcept(TextBytes) < 0 && !IsOtherFormat(bytes);
    }

    /// <summary>The characters in NFC, without a byte order mark.</summary>
    /// <exception cref="UnsupportedFormatException">The bytes are in an encoding that is not Unicode.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            string text = EncodingOf(bytes).GetString(bytes).TrimStart('\uFEFF');
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            throw new UnsupportedFormatException(new LocalText(
                "Tệp văn bản không dùng bảng mã Unicode (có thể là TCVN3, VNI hoặc Windows-1258); hãy lưu lại dưới dạng UTF-8.",
                "The text is not in Unicode (perhaps TCVN3, VNI or Windows-1258); save it as UTF-8."));
        }
    }

    // Every byte but the control characters that no text has.
    private static readonly System.Buffers.SearchValues<byte> TextBytes = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 256).Where(b => b is >= 32 and not 127 || b is '\t' or '\n' or '\r' or '\f' or '\v' or 0x1A or 0x1E or 0x1F)
            .Select(b => (byte)b)]);

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) =>
        HasUtf16Mark(bytes) ? Utf16(bigEndian: bytes[0] == 0xFE) : new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]);

    private static bool IsOtherFormat(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 64)])
            .Replace("ï»¿", "", StringComparison.Ordinal).TrimStart();
        return OtherFormats.Any(f => start.StartsWith(f, StringComparison.OrdinalIgnoreCase));
    }
}
