namespace Extractor.Pdf;

/// <summary>A rectangle on a page as the reader sees it: points, origin at the top left, y growing downwards.</summary>
public readonly record struct PdfBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Distance from left to right edge in points.</summary>
    public double Width => Right - Left;

    /// <summary>Distance from top to bottom edge in points.</summary>
    public double Height => Bottom - Top;
}
