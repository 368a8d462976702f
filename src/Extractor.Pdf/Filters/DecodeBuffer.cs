using System.Buffers;

namespace Extractor.Pdf.Filters;

/// <summary>Growing pooled output of a filter that stops at the stream budgets.</summary>
internal sealed class DecodeBuffer(PdfBudget budget, int expected) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp(expected, 256, 1 << 26));
    private bool _isOwned = true;

    public int Length { get; private set; }

    public Span<byte> Written => _buffer.AsSpan(0, Length);

    public byte[] Array => _buffer;

    public void Append(byte value)
    {
        if (Length == _buffer.Length)
            Grow(1);
        _buffer[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(FreeSpace(bytes.Length));
        Length += bytes.Length;
    }

    public void Fill(byte value, int count)
    {
        FreeSpace(count)[..count].Fill(value);
        Length += count;
    }

    /// <summary>Room for at least so many bytes; call <see cref="Advance"/> with the number written.</summary>
    public Span<byte> FreeSpace(int atLeast)
    {
        if (_buffer.Length - Length < atLeast)
            Grow(atLeast);
        return _buffer.AsSpan(Length);
    }

    public void Advance(int count)
    {
        Length += count;
        CheckLimit(Length);
    }

    /// <summary>Checks the limit once more when all is written: single bytes are only counted when the buffer grows.</summary>
    public void CheckLimit() => CheckLimit(Length);

    /// <summary>Cuts the output back, as predictors do that work in place.</summary>
    public void CutTo(int length) => Length = Math.Min(length, Length);

    public void Dispose()
    {
        if (!_isOwned)
            return;
        _isOwned = false;
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Grow(int more)
    {
        budget.CheckTime();
        long needed = (long)Length + more;
        CheckLimit(needed);
        int size = (int)Math.Min(Math.Max(needed, _buffer.Length * 2L), System.Array.MaxLength);
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void CheckLimit(long length)
    {
        if (length > budget.Options.MaxStreamBytes)
            throw new PdfException(nameof(PdfOptions.MaxStreamBytes), budget.Options.MaxStreamBytes);
    }
}
