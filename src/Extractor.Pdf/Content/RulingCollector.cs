using System.Collections.Immutable;

namespace Extractor.Pdf.Content;

/// <summary>
/// Finds the lines of a page in its painted paths: strokes, thin fills, and the edges of shaded areas. White and fully transparent paint leaves no
/// line. The edges of a shaded area that is not white become rulings of thickness 0, so that tables drawn by shading alone can be told from drawn lines;
/// an area that covers nearly the whole page is its background and leaves none.
/// </summary>
internal sealed class RulingCollector
{
    // A fill this thin is a line: Word and Skia draw cell borders so, up to 3 pt for the heaviest style.
    private const double ThickestLine = 3;

    // So is a thicker one that is many times as long as it is thick: the heaviest borders of Word are 6 pt.
    private const double ThickestBorder = 6.5;
    private const double BorderShape = 6;

    // Hand-placed and rounded coordinates miss the horizontal by this much.
    private const double Slant = 0.6;
    private const double SlantPerLength = 0.01;
    private const double ThinnestLine = 0.1;
    private const double BackgroundShare = 0.85;

    private readonly RulingMerger _horizontal = new(isHorizontal: true);
    private readonly RulingMerger _vertical = new(isHorizontal: false);
    private double _pageArea;

    /// <summary>Whether what is drawn is to be passed over.</summary>
    public bool IsIdle { get; set; }

    public void StartPage(double width, double height)
    {
        _pageArea = width * height;
        IsIdle = false;
        _horizontal.Clear();
        _vertical.Clear();
    }

    /// <summary>Takes the straight lines of a stroked path.</summary>
    public void Stroke(ReadOnlySpan<PathPoint> path, double lineWidth, in PdfBox clip)
    {
        if (!double.IsFinite(lineWidth))
            return;
        for (int i = 1; i < path.Length; i++)
        {
            if (path[i].Step is not (PathStep.Line or PathStep.Close))
                continue;
            (PathPoint a, PathPoint b) = (path[i - 1], path[i]);
            if (lineWidth > ThickestLine)
                AddThickStroke(a, b, lineWidth, clip);
            else
                AddLine(a.X, a.Y, b.X, b.Y, Math.Max(lineWidth, ThinnestLine), clip);
        }
    }

    /// <summary>Takes the thin or rectangular subpaths of a filled path.</summary>
    public void Fill(ReadOnlySpan<PathPoint> path, in PdfBox clip)
    {
        int start = 0;
        for (int i = 1; i <= path.Length; i++)
        {
            if (i < path.Length && path[i].Step != PathStep.Move)
                continue;
            FillSubpath(path[start..i], clip);
            start = i;
        }
    }

    public ImmutableArray<PdfRuling> Take()
    {
        ImmutableArray<PdfRuling>.Builder rulings = ImmutableArray.CreateBuilder<PdfRuling>();
        _horizontal.MergeInto(rulings);
        _vertical.MergeInto(rulings);
        return rulings.DrainToImmutable();
    }

    private void FillSubpath(ReadOnlySpan<PathPoint> points, in PdfBox clip)
    {
        if (points.Length < 3)
            return;
        PdfBox box = Around(points);
        if (IsUpright(points, box))
            AddFilled(box, clip);
        else if (points.Length is 4 or 5)
            AddThinQuadrilateral(points, clip);
    }

    private void AddFilled(in PdfBox box, in PdfBox clip)
    {
        double middleX = (box.Left + box.Right) / 2;
        double middleY = (box.Top + box.Bottom) / 2;
        bool isFlat = IsThin(box.Height, box.Width);
        bool isNarrow = IsThin(box.Width, box.Height);
        // A dot can be a piece of either: whichever neighbours it has decide in merging.
        if (isFlat && (!isNarrow || box.Width >= box.Height / 3))
            AddLine(box.Left, middleY, box.Right, middleY, Math.Max(box.Height, ThinnestLine), clip);
        if (isNarrow && (!isFlat || box.Height >= box.Width / 3))
            AddLine(middleX, box.Top, middleX, box.Bottom, Math.Max(box.Width, ThinnestLine), clip);
        if (!isFlat && !isNarrow && box.Width * box.Height < BackgroundShare * _pageArea)
            AddEdges(box, clip);
    }

    private static bool IsThin(double thickness, double length) =>
        thickness <= ThickestLine || (thickness <= ThickestBorder && length >= BorderShape * thickness);

    private void AddEdges(in PdfBox box, in PdfBox clip)
    {
        AddLine(box.Left, box.Top, box.Right, box.Top, 0, clip);
        AddLine(box.Left, box.Bottom, box.Right, box.Bottom, 0, clip);
        AddLine(box.Left, box.Top, box.Left, box.Bottom, 0, clip);
        AddLine(box.Right, box.Top, box.Right, box.Bottom, 0, clip);
    }

    /// <summary>A line drawn as a thin sheared or mitred polygon: borders whose ends meet at 45 degrees.</summary>
    private void AddThinQuadrilateral(ReadOnlySpan<PathPoint> points, in PdfBox clip)
    {
        PdfBox box = Around(points);
        if (box.Height <= ThickestLine && box.Width > 2 * box.Height)
            AddLine(box.Left, (box.Top + box.Bottom) / 2, box.Right, (box.Top + box.Bottom) / 2, Math.Max(box.Height, ThinnestLine), clip);
        else if (box.Width <= ThickestLine && box.Height > 2 * box.Width)
            AddLine((box.Left + box.Right) / 2, box.Top, (box.Left + box.Right) / 2, box.Bottom, Math.Max(box.Width, ThinnestLine), clip);
    }

    /// <summary>Some programs draw an area as one stroke as wide as the area is high.</summary>
    private void AddThickStroke(in PathPoint a, in PathPoint b, double lineWidth, in PdfBox clip)
    {
        double half = lineWidth / 2;
        if (Math.Abs(a.Y - b.Y) <= Slant)
            AddFilled(new PdfBox(Math.Min(a.X, b.X), a.Y - half, Math.Max(a.X, b.X), a.Y + half), clip);
        else if (Math.Abs(a.X - b.X) <= Slant)
            AddFilled(new PdfBox(a.X - half, Math.Min(a.Y, b.Y), a.X + half, Math.Max(a.Y, b.Y)), clip);
    }

    private void AddLine(double x0, double y0, double x1, double y1, double thickness, in PdfBox clip)
    {
        if (IsIdle)
            return;
        double width = Math.Abs(x1 - x0);
        double height = Math.Abs(y1 - y0);
        double x = (x0 + x1) / 2;
        double y = (y0 + y1) / 2;
        if (width >= height && height <= Math.Max(Slant, width * SlantPerLength) && height <= ThickestLine)
        {
            (double from, double to) = (Math.Max(Math.Min(x0, x1), clip.Left), Math.Min(Math.Max(x0, x1), clip.Right));
            if (to > from && y >= clip.Top - 1 && y <= clip.Bottom + 1)
                _horizontal.Add(y, from, to, thickness);
        }
        else if (height > width && width <= Math.Max(Slant, height * SlantPerLength) && width <= ThickestLine)
        {
            (double from, double to) = (Math.Max(Math.Min(y0, y1), clip.Top), Math.Min(Math.Max(y0, y1), clip.Bottom));
            if (to > from && x >= clip.Left - 1 && x <= clip.Right + 1)
                _vertical.Add(x, from, to, thickness);
        }
    }

    private static PdfBox Around(ReadOnlySpan<PathPoint> points)
    {
        (double left, double top, double right, double bottom) = (points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (PathPoint point in points)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            top = Math.Min(top, point.Y);
            bottom = Math.Max(bottom, point.Y);
        }

        return new PdfBox(left, top, right, bottom);
    }

    /// <summary>Whether every point lies on the corners of the box and no side is curved.</summary>
    private static bool IsUpright(ReadOnlySpan<PathPoint> points, in PdfBox box)
    {
        const double Near = 0.1;
        foreach (PathPoint point in points)
        {
            bool atSide = point.X - box.Left <= Near || box.Right - point.X <= Near;
            bool atEnd = point.Y - box.Top <= Near || box.Bottom - point.Y <= Near;
            if (!atSide || !atEnd || point.Step == PathStep.Curve)
                return false;
        }

        return true;
    }
}
