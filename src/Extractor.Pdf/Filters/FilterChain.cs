using System.Runtime.InteropServices;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Filters;

/// <summary>Runs the filters of a stream in order and stops before the first one that is a picture format or unknown.</summary>
internal static class FilterChain
{
    // Real files use one to three; more is a way to multiply work.
    private const int MostFilters = 12;

    /// <summary>Decodes bytes by the /Filter and /DecodeParms of a stream dictionary.</summary>
    public static DecodedStream Decode(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, IPdfObjects objects)
    {
        PdfValue filters = dictionary["Filter"];
        PdfValue parameters = dictionary.Contains("DecodeParms") ? dictionary["DecodeParms"] : dictionary["DP"];
        int count = Math.Min(filters.AsArray()?.Count ?? (filters.IsNull ? 0 : 1), MostFilters);

        DecodeBuffer? current = null;
        bool isWhole = true;
        try
        {
            for (int i = 0; i < count; i++)
            {
                string? name = filters.AsArray() is { } names ? names[i].AsName() : filters.AsName();
                PdfDictionary? options = parameters.AsArray() is { } list ? list[i].AsDictionary() : i == 0 ? parameters.AsDictionary() : null;
                ReadOnlyMemory<byte> input = current is null ? raw : current.Array.AsMemory(0, current.Length);
                DecodeBuffer? output = Run(name, options, input, objects, ref isWhole);
                if (output is null && name is "Crypt" or null)
                    continue;
                if (output is null)
                    return Finish(current, raw, isWhole, FullName(name), options);
                current?.Dispose();
                current = output;
            }

            return Finish(current, raw, isWhole, null, null);
        }
        catch (PdfException)
        {
            current?.Dispose();
            throw;
        }
    }

    private static DecodeBuffer? Run(string? name, PdfDictionary? options, ReadOnlyMemory<byte> input, IPdfObjects objects, ref bool isWhole)
    {
        string filter = FullName(name);
        if (filter is not ("FlateDecode" or "LZWDecode" or "ASCII85Decode" or "ASCIIHexDecode" or "RunLengthDecode" or "BrotliDecode"))
            return null;

        var output = new DecodeBuffer(objects.Budget, (int)Math.Min(input.Length * 4L, 1 << 24));
        try
        {
            isWhole &= filter switch
            {
                "FlateDecode" => FlateFilter.Decode(input, output),
                "BrotliDecode" => BrotliFilter.Decode(input.Span, output),
                "LZWDecode" => LzwFilter.Decode(input.Span, output, options?.GetInteger("EarlyChange", 1) == 0 ? 0 : 1),
                "ASCII85Decode" => TextFilters.Decode85(input.Span, output),
                "ASCIIHexDecode" => TextFilters.DecodeHex(input.Span, output),
                _ => RunLengthFilter.Decode(input.Span, output),
            };
            output.CheckLimit();
            objects.Budget.AddStreamBytes(output.Length);
            if (filter is "FlateDecode" or "LZWDecode" or "BrotliDecode")
                Predictor.Apply(options, output);
            return output;
        }
        catch (PdfException)
        {
            output.Dispose();
            throw;
        }
    }

    private static DecodedStream Finish(DecodeBuffer? decoded, ReadOnlyMemory<byte> raw, bool isWhole, string? encoding, PdfDictionary? options)
    {
        if (decoded is not null)
        {
            return new DecodedStream(decoded.Array, 0, decoded.Length, isPooled: true)
            {
                Encoding = encoding,
                Parameters = options,
                IsTruncated = !isWhole,
            };
        }

        MemoryMarshal.TryGetArray(raw, out ArraySegment<byte> segment);
        return new DecodedStream(segment.Array ?? [], segment.Offset, segment.Count, isPooled: false) { Encoding = encoding, Parameters = options };
    }

    /// <summary>The short names belong to inline images, but some files use them everywhere.</summary>
    private static string FullName(string? name) => name switch
    {
        "Fl" => "FlateDecode",
        "LZW" => "LZWDecode",
        "A85" => "ASCII85Decode",
        "AHx" => "ASCIIHexDecode",
        "RL" => "RunLengthDecode",
        "CCF" => "CCITTFaxDecode",
        "DCT" => "DCTDecode",
        null => "",
        _ => name,
    };
}
