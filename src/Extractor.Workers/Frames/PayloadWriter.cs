using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Extractor.Workers.Frames;

/// <summary>Writes the fields of a payload one after the other, with room for the header in front.</summary>
internal sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    public PayloadWriter() => _buffer.Advance(Frame.HeaderLength);

    public PayloadWriter Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
        return this;
    }

    public PayloadWriter Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
        return this;
    }

    /// <summary>Writes a text; null and empty are told apart.</summary>
    public PayloadWriter Text(string? value)
    {
        int length = value is null ? -1 : Encoding.UTF8.GetByteCount(value);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(value ?? "", _buffer);
        return this;
    }

    /// <summary>The header and all fields; the header counts what follows them too.</summary>
    public ReadOnlyMemory<byte> Finish(FrameKind kind, int following = 0)
    {
        byte[] bytes = _buffer.WrittenSpan.ToArray();
        Frame.WriteHeader(bytes, kind, bytes.Length - Frame.HeaderLength + following);
        return bytes;
    }
}
