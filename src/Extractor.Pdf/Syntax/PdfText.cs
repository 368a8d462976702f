using System.Text;

namespace Extractor.Pdf.Syntax;

/// <summary>Text strings of ISO 32000-2, 7.9.2.2: UTF-16 or UTF-8 with a mark, PDFDocEncoding without.</summary>
internal static class PdfText
{
    // Annex D.2: where PDFDocEncoding differs from Latin-1.
    private const string From18 = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";

    private const string From80 =
        "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018" +
        "\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        // Not in the standard, but written by several producers and read by every viewer.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);

        return string.Create(bytes.Length, bytes, static (text, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                text[i] = FromDocEncoding(source[i]);
        });
    }

    private static char FromDocEncoding(byte code) => code switch
    {
        >= 0x18 and <= 0x1F => From18[code - 0x18],
        >= 0x80 and <= 0xA0 => From80[code - 0x80],
        _ => (char)code,
    };
}
