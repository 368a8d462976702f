using Extractor.Pdf.Pages;

namespace Extractor.Pdf.Content;

/// <summary>The part of the graphics state that decides what is seen and where (ISO 32000-2, 8.4); a struct, so that q is a copy.</summary>
internal struct GraphicsState
{
    /// <summary>From user space to page space.</summary>
    public PdfMatrix Transform;

    /// <summary>The box around the clipping path, in page space.</summary>
    public PdfBox Clip;

    public Ink Fill;
    public Ink Stroke;
    public double LineWidth;
    public TextState Text;

    public static GraphicsState Initial(in PdfMatrix toPage, in PdfBox page) => new()
    {
        Transform = toPage,
        Clip = page,
        Fill = Ink.Black,
        Stroke = Ink.Black,
        LineWidth = 1,
        Text = new TextState { HorizontalScale = 1 },
    };

    /// <summary>Cuts the clip down to a box.</summary>
    public void Intersect(in PdfBox box)
    {
        double left = Math.Max(Clip.Left, box.Left);
        double top = Math.Max(Clip.Top, box.Top);
        Clip = new PdfBox(left, top, Math.Max(left, Math.Min(Clip.Right, box.Right)), Math.Max(top, Math.Min(Clip.Bottom, box.Bottom)));
    }
}
