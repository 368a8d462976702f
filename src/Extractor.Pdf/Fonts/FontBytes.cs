using System.Buffers.Binary;

namespace Extractor.Pdf.Fonts;

/// <summary>Big-endian numbers of a font program; what lies outside the bytes reads as zero, so damaged tables need no checks.</summary>
internal readonly ref struct FontBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public int Byte(long at) => at >= 0 && at < _bytes.Length ? _bytes[(int)at] : 0;

    public int UInt16(long at) => at >= 0 && at + 2 <= _bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[(int)at..]) : 0;

    public int Int16(long at) => (short)UInt16(at);

    public long UInt32(long at) => at >= 0 && at + 4 <= _bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(_bytes[(int)at..]) : 0;

    /// <summary>A number of one to four bytes.</summary>
    public long Number(long at, int size)
    {
        long value = 0;
        for (int i = 0; i < size; i++)
            value = (value << 8) | (uint)Byte(at + i);
        return value;
    }

    public ReadOnlySpan<byte> Slice(long at, long length)
    {
        if (at < 0 || at >= _bytes.Length || length <= 0)
            return default;
        return _bytes.Slice((int)at, (int)Math.Min(length, _bytes.Length - at));
    }
}
