using System.Buffers;

namespace Extractor.Pdf.Syntax;

/// <summary>
/// Decoded bytes of a stream in a pooled buffer. Strings read from the bytes are slices of the buffer: copy what outlives it, then dispose.
/// Whoever keeps the bytes for good simply does not dispose; then the garbage collector takes the buffer instead of the pool.
/// </summary>
internal sealed class DecodedStream(byte[] buffer, int start, int length, bool isPooled) : IDisposable
{
    private byte[] _buffer = buffer;
    private bool _isPooled = isPooled;

    /// <summary>The array the bytes stand in, from <see cref="Start"/>.</summary>
    public byte[] Buffer => _buffer;

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>The filter the bytes are still in ("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode" or unknown), or null.</summary>
    public string? Encoding { get; init; }

    /// <summary>/DecodeParms of <see cref="Encoding"/>.</summary>
    public PdfDictionary? Parameters { get; init; }

    /// <summary>Whether the data was damaged and ends early.</summary>
    public bool IsTruncated { get; init; }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(Start, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(Start, Length);

    public void Dispose()
    {
        if (!_isPooled)
            return;
        _isPooled = false;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
