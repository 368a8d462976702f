using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>Glyph names of a TrueType "post" table, versions 1 and 2.</summary>
internal static class TrueTypeNames
{
    /// <summary>Names by glyph index; empty for other versions.</summary>
    public static string?[] Read(ReadOnlyMemory<byte> post)
    {
        FontBytes bytes = new(post.Span);
        return bytes.UInt32(0) switch
        {
            0x00010000 => GlyphOrders.Macintosh,
            0x00020000 => ReadVersion2(bytes),
            _ => [],
        };
    }

    private static string?[] ReadVersion2(FontBytes bytes)
    {
        int count = Math.Min(bytes.UInt16(32), bytes.Length / 2);
        List<string> added = [];
        for (long at = 34 + (2L * count); at < bytes.Length; at += 1 + bytes.Byte(at))
            added.Add(Encoding.Latin1.GetString(bytes.Slice(at + 1, bytes.Byte(at))));

        string?[] names = new string?[count];
        for (int glyph = 0; glyph < count; glyph++)
        {
            int index = bytes.UInt16(34 + (2L * glyph));
            if (index < 258)
                names[glyph] = GlyphOrders.Macintosh[index];
            else if (index - 258 < added.Count)
                names[glyph] = added[index - 258];
        }

        return names;
    }
}
