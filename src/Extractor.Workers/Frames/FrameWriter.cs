using System.Buffers;

namespace Extractor.Workers.Frames;

/// <summary>Writes a frame in as few pieces as possible: each piece wakes the reader, and waking costs more than copying.</summary>
internal static class FrameWriter
{
    private const int MostCopied = 1 << 20;

    /// <param name="stream">The pipe.</param>
    /// <param name="head">The header and the first fields.</param>
    /// <param name="rest">The bytes that follow: a file or a result.</param>
    public static void Write(Stream stream, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> rest)
    {
        int length = head.Length + rest.Length;
        if (rest.IsEmpty || length > MostCopied)
        {
            stream.Write(head.Span);
            stream.Write(rest.Span);
            return;
        }

        byte[] whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            head.CopyTo(whole);
            rest.CopyTo(whole.AsMemory(head.Length));
            stream.Write(whole, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }
}
