using System.Buffers.Binary;
using System.Text;

namespace Extractor.Workers.Frames;

/// <summary>Reads the fields of a payload in the order they were written.</summary>
internal struct PayloadReader(ReadOnlyMemory<byte> payload)
{
    /// <summary>Everything that was not read yet.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; } = payload;

    public byte Byte() => Take(1)[0];

    public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public string? Text()
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Rest.Length)
        {
            throw new BrokenFrameException("a payload that is too short");
        }

        ReadOnlySpan<byte> field = Rest.Span[..length];
        Rest = Rest[length..];
        return field;
    }
}
