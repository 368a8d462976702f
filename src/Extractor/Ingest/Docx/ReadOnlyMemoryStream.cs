using System.Runtime.InteropServices;

namespace Extractor.Ingest.Docx;

/// <summary>A stream over bytes in memory without copying them.</summary>
internal sealed class ReadOnlyMemoryStream : MemoryStream
{
    public ReadOnlyMemoryStream(ReadOnlyMemory<byte> bytes)
        : this(SegmentOf(bytes))
    {
    }

    private ReadOnlyMemoryStream(ArraySegment<byte> bytes)
        : base(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
    {
    }

    private static ArraySegment<byte> SegmentOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) ? segment : new ArraySegment<byte>(bytes.ToArray());
}
