using System.Buffers;
using System.IO.Compression;

namespace Extractor.Pdf.Filters;

/// <summary>BrotliDecode, which extends PDF 2.0 (PDF Association, "Brotli compression in PDF").</summary>
internal static class BrotliFilter
{
    private const int ChunkSize = 16 << 10;

    /// <summary>Decodes; false where the data is damaged or ends early.</summary>
    public static bool Decode(ReadOnlySpan<byte> input, DecodeBuffer output)
    {
        var decoder = default(BrotliDecoder);
        try
        {
            while (true)
            {
                OperationStatus status = decoder.Decompress(input, output.FreeSpace(ChunkSize), out int consumed, out int written);
                output.Advance(written);
                input = input[consumed..];
                if (status != OperationStatus.DestinationTooSmall)
                    return status == OperationStatus.Done;
            }
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
