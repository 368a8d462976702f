using System.Buffers.Binary;

namespace Extractor.Workers.Frames;

/// <summary>
/// One message on the pipe between host and worker: a mark (1 byte), the version of the format (1), the kind (1), a zero (1), the length of the
/// payload (4, little endian), the payload.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Payload">Its content.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload)
{
    public const int HeaderLength = 8;
    public const byte Version = 3;

    /// <summary>Most bytes of a frame that carries no file and no result.</summary>
    public const int SmallPayload = 1 << 16;

    // No letter of UTF-8 begins with it, so text that strays onto the pipe is never taken for a frame.
    private const byte Mark = 0xFE;

    public static void WriteHeader(Span<byte> header, FrameKind kind, int length)
    {
        (header[0], header[1], header[2], header[3]) = (Mark, Version, (byte)kind, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], length);
    }

    /// <summary>Reads the next frame; null where the other side has closed the pipe between two frames.</summary>
    /// <param name="stream">The pipe.</param>
    /// <param name="mostBytes">Largest payload of each kind; a negative number where the kind must not come.</param>
    /// <exception cref="BrokenFrameException">What comes is no frame, or too large.</exception>
    public static Frame? Read(Stream stream, Func<FrameKind, int> mostBytes)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        var kind = (FrameKind)header[2];
        int length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        if (read < HeaderLength || header[0] != Mark || header[3] != 0)
        {
            throw new BrokenFrameException("not a frame");
        }

        if (header[1] != Version)
        {
            throw new BrokenFrameException($"version {header[1]} of the frame format instead of {Version}");
        }

        if (length < 0 || length > mostBytes(kind))
        {
            throw new BrokenFrameException($"a frame of kind {header[2]} with {length} bytes");
        }

        byte[] payload = length == 0 ? [] : GC.AllocateUninitializedArray<byte>(length);
        return stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) == length
            ? new Frame(kind, payload)
            : throw new BrokenFrameException("the pipe was closed within a frame");
    }
}

/// <summary>The other side does not keep to the frame format.</summary>
internal sealed class BrokenFrameException(string message) : Exception(message);
