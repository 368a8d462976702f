using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Extractor.Storage.Results;

/// <summary>
/// Answers as they lie in the database: a byte that names the packing, the length of the JSON in four (little endian), and the JSON packed, about an eighth
/// of its length. Brotli at its quickest takes less time than zlib at its quickest and leaves a sixth less to write.
/// </summary>
internal static class ResultBody
{
    private const byte Brotli = (byte)'B';
    private const int Head = 1 + sizeof(int);
    private const int Quickest = 0;
    private const int WindowBits = 20;
    // What was stored before had no head; a zlib stream begins with this byte (RFC 1950).
    private const byte Zlib = 0x78;

    public static byte[] Pack(ReadOnlyMemory<byte> json)
    {
        byte[] packed = ArrayPool<byte>.Shared.Rent(Head + BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            packed[0] = Brotli;
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), json.Length);
            return BrotliEncoder.TryCompress(json.Span, packed.AsSpan(Head), out int length, Quickest, WindowBits)
                ? packed[..(Head + length)] : throw new InvalidOperationException("A buffer of the greatest length was too short.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, or were packed by a newer program.</exception>
    public static byte[] Unpack(byte[] packed) => packed switch
    {
        [Brotli, _, _, _, _, ..] => Decompress(packed.AsSpan(Head), BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(1))),
        [Zlib, ..] => Inflate(packed),
        _ => throw new InvalidDataException("A stored answer is packed in a way this program does not know."),
    };

    private static byte[] Decompress(ReadOnlySpan<byte> packed, int length)
    {
        byte[] json = length >= 0 && length <= Array.MaxLength ? new byte[length] : throw Damaged();
        return BrotliDecoder.TryDecompress(packed, json, out int written) && written == length ? json : throw Damaged();
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 10);
        inflate.CopyTo(json);
        return json.ToArray();
    }

    private static InvalidDataException Damaged() => new("A stored answer is damaged.");
}
