namespace Extractor.Pdf.Fonts;

/// <summary>Charsets and encodings of CFF programs, in all their formats.</summary>
internal static class CompactFontTables
{
    /// <summary>String number (or CID) of each glyph.</summary>
    public static int[] ReadCharset(FontBytes bytes, int offset, int glyphs)
    {
        if (offset <= 2)
            return GlyphOrders.PredefinedCharset(offset);

        int format = bytes.Byte(offset);
        int[] charset = new int[glyphs];
        long at = offset + 1L;
        for (int glyph = 1; glyph < glyphs && at < bytes.Length;)
        {
            int first = bytes.UInt16(at);
            int left = format switch { 1 => bytes.Byte(at + 2), 2 => bytes.UInt16(at + 2), _ => 0 };
            at += format switch { 1 => 3, 2 => 4, _ => 2 };
            for (int i = 0; i <= left && glyph < glyphs; i++)
                charset[glyph++] = first + i;
        }

        return charset;
    }

    /// <summary>Fills in the glyph of each code.</summary>
    public static void ReadEncoding(FontBytes bytes, int offset, int[] charset, int[] glyphOfCode)
    {
        int format = bytes.Byte(offset);
        int count = bytes.Byte(offset + 1L);
        long at = offset + 2L;
        int glyph = 1;
        for (int i = 0; i < count; i++)
        {
            int code = bytes.Byte(at++);
            int left = (format & 0x7F) == 1 ? bytes.Byte(at++) : 0;
            for (int step = 0; step <= left && code + step < 256; step++)
                glyphOfCode[code + step] = glyph++;
        }

        if ((format & 0x80) == 0)
            return;
        int supplements = bytes.Byte(at++);
        for (int i = 0; i < supplements; i++, at += 3)
        {
            int named = Array.IndexOf(charset, bytes.UInt16(at + 1));
            if (named > 0)
                glyphOfCode[bytes.Byte(at)] = named;
        }
    }
}
