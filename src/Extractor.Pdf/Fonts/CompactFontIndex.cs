namespace Extractor.Pdf.Fonts;

/// <summary>Where the items of a CFF INDEX stand.</summary>
internal readonly record struct CompactFontIndex(long Start, int Count, int OffsetSize, long End)
{
    public static CompactFontIndex Read(FontBytes bytes, long start)
    {
        int count = bytes.UInt16(start);
        int size = bytes.Byte(start + 2);
        if (count == 0 || size is < 1 or > 4)
            return new CompactFontIndex(start, 0, 1, start + 2);
        long data = start + 3 + ((count + 1L) * size) - 1;
        return new CompactFontIndex(start, count, size, data + bytes.Number(start + 3 + ((long)count * size), size));
    }

    /// <summary>Start and length of an item; a length of 0 where there is none.</summary>
    public (long At, long Length) Item(FontBytes bytes, int number)
    {
        if ((uint)number >= (uint)Count)
            return (0, 0);
        long data = Start + 3 + ((Count + 1L) * OffsetSize) - 1;
        long entry = Start + 3 + ((long)number * OffsetSize);
        long from = bytes.Number(entry, OffsetSize);
        return (data + from, Math.Max(0, bytes.Number(entry + OffsetSize, OffsetSize) - from));
    }
}
