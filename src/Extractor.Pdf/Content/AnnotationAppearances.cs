using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>
/// What a page's annotations draw over it: filled-in fields, stamps, free text (ISO 32000-2, 12.5.5). A reader of the page sees it,
/// so its glyphs and lines belong to the page.
/// </summary>
internal sealed class AnnotationAppearances(IPdfObjects objects, OptionalContent optionalContent)
{
    private const int MostAnnotations = 10_000;
    private const int Hidden = 1 << 1;
    private const int NoView = 1 << 5;

    /// <summary>
    /// Calls <paramref name="draw"/> with each seen appearance, the transform that brings it to its place and whether it is a stamp or signature.
    /// </summary>
    public void Draw(PdfDictionary page, Action<PdfStream, PdfMatrix, bool> draw)
    {
        PdfArray? annotations = page.GetArray("Annots");
        int count = Math.Min(annotations?.Count ?? 0, MostAnnotations);
        for (int i = 0; i < count; i++)
        {
            objects.Budget.CheckTime();
            if (annotations![i].AsDictionary() is { } annotation && IsSeen(annotation) && Appearance(annotation) is { } appearance
                && annotation.GetArray("Rect") is { Count: >= 4 } rectangle)
                draw(appearance, Placement(appearance.Dictionary, rectangle), IsStamp(annotation));
        }
    }

    private static bool IsStamp(PdfDictionary annotation) => annotation.GetName("Subtype") switch
    {
        "Stamp" => true,
        "Widget" => FormFields.KindOf(annotation) == "Sig",
        _ => false,
    };

    private bool IsSeen(PdfDictionary annotation) =>
        (annotation.GetInteger("F") & (Hidden | NoView)) == 0
        && annotation.GetName("Subtype") is not ("Popup" or "Link")
        && !optionalContent.IsHidden(annotation.Raw("OC"));

    /// <summary>The normal appearance; of several the one the annotation's state names.</summary>
    private static PdfStream? Appearance(PdfDictionary annotation)
    {
        PdfValue normal = annotation.GetDictionary("AP")?["N"] ?? default;
        if (normal.AsStream() is { } only)
            return only;
        return annotation.GetName("AS") is { } state ? normal.AsDictionary()?.GetStream(state) : null;
    }

    /// <summary>Fits the transformed box of the appearance into the annotation's rectangle (algorithm 8).</summary>
    private static PdfMatrix Placement(PdfDictionary appearance, PdfArray rectangle)
    {
        PdfBox target = Corners(rectangle);
        if (appearance.GetArray("BBox") is not { Count: >= 4 } box)
            return new PdfMatrix(1, 0, 0, 1, target.Left, target.Top);
        PdfMatrix matrix = ContentInterpreter.Matrix(appearance.GetArray("Matrix"));
        PdfBox source = matrix.Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3));
        double scaleX = source.Width > 0 ? target.Width / source.Width : 1;
        double scaleY = source.Height > 0 ? target.Height / source.Height : 1;
        return new PdfMatrix(scaleX, 0, 0, scaleY, target.Left - (source.Left * scaleX), target.Top - (source.Top * scaleY));
    }

    private static PdfBox Corners(PdfArray box) =>
        PdfMatrix.Identity.Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3));
}
