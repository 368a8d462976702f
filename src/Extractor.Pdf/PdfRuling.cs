namespace Extractor.Pdf;

/// <summary>A horizontal or vertical line drawn on the page: a stroke, a thin fill or an edge, collinear pieces merged.</summary>
/// <param name="X0">Left end (horizontal) or position (vertical).</param>
/// <param name="Y0">Position (horizontal) or upper end (vertical).</param>
/// <param name="X1">Right end (horizontal) or position (vertical).</param>
/// <param name="Y1">Position (horizontal) or lower end (vertical).</param>
/// <param name="Thickness">Width of the stroke or fill in points; 0 for the edge of a shaded area, where nothing is drawn but the shading ends.</param>
public readonly record struct PdfRuling(double X0, double Y0, double X1, double Y1, double Thickness)
{
    /// <summary>Whether the line runs from left to right; otherwise it runs from top to bottom.</summary>
    public bool IsHorizontal => Y1 - Y0 <= X1 - X0;
}
