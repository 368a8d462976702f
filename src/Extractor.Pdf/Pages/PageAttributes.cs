using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>The page attributes that a page takes from the tree above it where it has none itself (ISO 32000-2, 7.7.3.4).</summary>
internal readonly record struct PageAttributes(PdfDictionary? Resources, PdfArray? MediaBox, PdfArray? CropBox, int? Rotate)
{
    /// <summary>These attributes with those a node has itself in their place.</summary>
    public PageAttributes OverriddenBy(PdfDictionary node) => new(
        node.GetDictionary("Resources") ?? Resources,
        node.GetArray("MediaBox") ?? MediaBox,
        node.GetArray("CropBox") ?? CropBox,
        node["Rotate"] is { Kind: PdfKind.Number } rotate ? rotate.AsInteger() : Rotate);
}
