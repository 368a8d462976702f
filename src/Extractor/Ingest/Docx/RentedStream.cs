using System.Buffers;

namespace Extractor.Ingest.Docx;

/// <summary>Reads from a rented array and gives it back: arrays of this size would each cost a collection of everything.</summary>
internal sealed class RentedStream(byte[] rented, int length) : MemoryStream(rented, 0, length, writable: false)
{
    private byte[]? _rented = rented;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
