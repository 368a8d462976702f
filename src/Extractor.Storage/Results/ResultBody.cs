using System.IO.Compression;

namespace Extractor.Storage.Results;

/// <summary>Answers as they lie in the database: deflated, about a tenth of their length.</summary>
internal static class ResultBody
{
    public static byte[] Pack(ReadOnlyMemory<byte> json)
    {
        using var packed = new MemoryStream(json.Length / 6);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(json.Span);
        }

        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 10);
        inflate.CopyTo(json);
        return json.ToArray();
    }
}
