using System.Buffers.Binary;

namespace Extractor.Campaigns.Archives;

/// <summary>Looks at the list of a zip archive's entries without keeping it: a few megabytes can claim millions of entries, and each costs memory.</summary>
internal static class ArchiveIndex
{
    // APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16.
    private const uint EntrySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const uint LocatorSignature = 0x07064B50;
    private const int EntryLength = 46;
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int LongEndLength = 56;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>Whether there are at most so many entries.</summary>
    /// <exception cref="InvalidDataException">This is no zip archive.</exception>
    public static bool HasAtMost(Stream archive, int most)
    {
        archive.Position = StartOf(archive);
        Span<byte> entry = stackalloc byte[EntryLength];
        for (int entries = 0; entries <= most; entries++)
        {
            if (archive.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySignature)
            {
                return true;
            }

            archive.Seek(Short(entry, 28) + Short(entry, 30) + Short(entry, 32), SeekOrigin.Current);
        }

        return false;
    }

    private static long StartOf(Stream archive)
    {
        byte[] tail = new byte[Math.Min(archive.Length, LongestComment + EndLength + LocatorLength)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        for (int end = tail.Length - EndLength; end >= 0; end--)
        {
            ReadOnlySpan<byte> record = tail.AsSpan(end);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == EndSignature)
            {
                uint offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
                bool isLong = offset == uint.MaxValue || Short(record, 10) == ushort.MaxValue || BinaryPrimitives.ReadUInt32LittleEndian(record[12..]) == uint.MaxValue;
                return Checked(archive, isLong && end >= LocatorLength ? LongStart(archive, tail.AsSpan(end - LocatorLength), offset) : offset);
            }
        }

        throw new InvalidDataException("The archive has no end.");
    }

    private static long LongStart(Stream archive, ReadOnlySpan<byte> locator, uint offset)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != LocatorSignature)
        {
            return offset;
        }

        Span<byte> record = stackalloc byte[LongEndLength];
        archive.Position = Checked(archive, BinaryPrimitives.ReadInt64LittleEndian(locator[8..]));
        return archive.ReadAtLeast(record, LongEndLength, throwOnEndOfStream: false) == LongEndLength
            ? BinaryPrimitives.ReadInt64LittleEndian(record[48..]) : throw new InvalidDataException("The archive is cut off.");
    }

    private static long Checked(Stream archive, long offset) =>
        offset >= 0 && offset <= archive.Length ? offset : throw new InvalidDataException("The archive points outside of itself.");

    private static int Short(ReadOnlySpan<byte> record, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(record[offset..]);
}
