using System.IO.Compression;

namespace Extractor.Pdf.Filters;

/// <summary>FlateDecode. The checksum is not looked at, and damaged data gives what comes before the damage.</summary>
internal static class FlateFilter
{
    private const int ChunkSize = 16 << 10;

    // zlib loses the bytes of the call that meets the damage, so a second run asks for few at a time.
    private const int CarefulChunkSize = 16;

    /// <summary>Decodes; false where the data was damaged.</summary>
    public static bool Decode(ReadOnlyMemory<byte> input, DecodeBuffer output)
    {
        ReadOnlyMemory<byte> body = SkipHeader(input);
        if (body.IsEmpty || Inflate(body, output, ChunkSize))
            return true;

        output.CutTo(0);
        Inflate(body, output, CarefulChunkSize);
        return false;
    }

    /// <summary>Skips the two bytes of the zlib header; some producers leave a line end before it, some leave it out.</summary>
    private static ReadOnlyMemory<byte> SkipHeader(ReadOnlyMemory<byte> input)
    {
        for (int skipped = 0; skipped <= 2 && input.Length >= skipped + 2; skipped++)
        {
            ReadOnlySpan<byte> bytes = input.Span[skipped..];
            if ((bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0)
                return input[(skipped + 2)..];
            if (bytes[0] is not ((byte)'\r' or (byte)'\n'))
                break;
        }

        bool hasSpoiltHeader = input.Length > 2 && (input.Span[0] & 0x0F) == 8;
        return hasSpoiltHeader ? input[2..] : input;
    }

    private static bool Inflate(ReadOnlyMemory<byte> body, DecodeBuffer output, int chunkSize)
    {
        using var source = new MemorySource(body);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                Span<byte> space = output.FreeSpace(chunkSize);
                int read = inflater.Read(chunkSize == CarefulChunkSize ? space[..chunkSize] : space);
                if (read == 0)
                    return true;
                output.Advance(read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
