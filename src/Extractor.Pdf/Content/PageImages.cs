using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>Describes drawn pictures without decoding their formats.</summary>
internal static class PageImages
{
    /// <summary>An image XObject, drawn into the unit square of the transform.</summary>
    public static PdfImage FromStream(PdfStream stream, in PdfMatrix transform) =>
        Describe(stream.Dictionary, stream.Dictionary["ColorSpace"], transform, () => Decode(stream));

    /// <summary>An inline image; its bytes lie in the content's pooled buffer and have to be copied.</summary>
    public static PdfImage FromInline(PdfStream stream, in PdfMatrix transform, PdfValue namedSpace)
    {
        PdfStream copy = new(stream.Dictionary, stream.Raw.ToArray(), stream.Number, stream.Generation);
        return Describe(copy.Dictionary, namedSpace.IsNull ? copy.Dictionary["ColorSpace"] : namedSpace, transform, () => Decode(copy));
    }

    private static PdfImage Describe(PdfDictionary image, PdfValue space, in PdfMatrix transform, Func<ReadOnlyMemory<byte>> decode)
    {
        bool isMask = image.GetBoolean("ImageMask");
        PdfValue filter = image["Filter"];
        string? encoding = filter.AsName() ?? (filter.AsArray() is { Count: > 0 } chain ? chain[chain.Count - 1].AsName() : null);
        return new PdfImage(
            transform.Bounds(0, 0, 1, 1),
            Math.Max(0, image.GetInteger("Width")),
            Math.Max(0, image.GetInteger("Height")),
            isMask ? 1 : Math.Max(0, image.GetInteger("BitsPerComponent", 8)),
            isMask ? null : space.AsName() ?? space.AsArray()?[0].AsName(),
            encoding is "DCTDecode" or "JPXDecode" or "CCITTFaxDecode" or "JBIG2Decode" ? encoding : null,
            new Lazy<ReadOnlyMemory<byte>>(decode));
    }

    // Not disposed: whoever asked for the picture keeps the bytes.
    private static ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        // Asked for when the page's own time is long over, by a caller of its own.
        stream.Dictionary.Objects.Budget.Start(CancellationToken.None);
        return stream.Decode().Memory;
    }
}
