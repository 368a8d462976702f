namespace Extractor.Pdf.Pages;

/// <summary>A transform of the plane, as PDF writes it: [a b c d e f], x' = a·x + c·y + e, y' = b·x + d·y + f.</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>This transform first, then the other: the product written "this × next" in ISO 32000-2.</summary>
    public PdfMatrix Then(in PdfMatrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The upright box around the transformed rectangle.</summary>
    public PdfBox Bounds(double x0, double y0, double x1, double y1)
    {
        (double ax, double ay) = Apply(x0, y0);
        (double bx, double by) = Apply(x1, y0);
        (double cx, double cy) = Apply(x1, y1);
        (double dx, double dy) = Apply(x0, y1);
        return new PdfBox(
            Math.Min(Math.Min(ax, bx), Math.Min(cx, dx)),
            Math.Min(Math.Min(ay, by), Math.Min(cy, dy)),
            Math.Max(Math.Max(ax, bx), Math.Max(cx, dx)),
            Math.Max(Math.Max(ay, by), Math.Max(cy, dy)));
    }
}
