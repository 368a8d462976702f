namespace Extractor.Pdf;

/// <summary>A picture drawn on a page.</summary>
/// <param name="Area">Where it stands, in page space.</param>
/// <param name="PixelWidth">Columns of samples.</param>
/// <param name="PixelHeight">Rows of samples.</param>
/// <param name="BitsPerComponent">Bits of one sample; 1 for a mask.</param>
/// <param name="ColorSpace">Family name of the colour space ("DeviceRGB", "ICCBased"), or null for a mask.</param>
/// <param name="Encoding">Last filter the data is still in ("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"), or null for raw samples.</param>
/// <param name="Data">The samples or the still encoded picture, decoded on first use.</param>
public sealed record PdfImage(
    PdfBox Area, int PixelWidth, int PixelHeight, int BitsPerComponent, string? ColorSpace, string? Encoding, Lazy<ReadOnlyMemory<byte>> Data);
