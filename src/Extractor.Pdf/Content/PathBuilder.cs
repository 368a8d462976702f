using Extractor.Pdf.Pages;

namespace Extractor.Pdf.Content;

/// <summary>The current path in page space; its arrays are used again for every path.</summary>
internal sealed class PathBuilder
{
    private readonly List<PathPoint> _points = [];
    private double _x;
    private double _y;

    public bool IsEmpty => _points.Count == 0;

    public ReadOnlySpan<PathPoint> Points => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_points);

    public void Clear() => _points.Clear();

    public void MoveTo(in PdfMatrix transform, double x, double y) => Add(transform, x, y, PathStep.Move);

    public void LineTo(in PdfMatrix transform, double x, double y) => Add(transform, x, y, _points.Count == 0 ? PathStep.Move : PathStep.Line);

    /// <summary>A curve is kept as the place it ends: no table is ruled with curves, but a rounded box has straight sides.</summary>
    public void CurveTo(in PdfMatrix transform, double x, double y) => Add(transform, x, y, PathStep.Curve);

    public void Close()
    {
        if (_points.Count > 0)
            _points.Add(new PathPoint(_x, _y, PathStep.Close));
    }

    public void Rectangle(in PdfMatrix transform, double x, double y, double width, double height)
    {
        MoveTo(transform, x, y);
        LineTo(transform, x + width, y);
        LineTo(transform, x + width, y + height);
        LineTo(transform, x, y + height);
        Close();
    }

    /// <summary>The box around the path; null for an empty one.</summary>
    public PdfBox? Bounds()
    {
        if (_points.Count == 0)
            return null;
        (double left, double top, double right, double bottom) = (_points[0].X, _points[0].Y, _points[0].X, _points[0].Y);
        foreach (PathPoint point in Points)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            top = Math.Min(top, point.Y);
            bottom = Math.Max(bottom, point.Y);
        }

        return new PdfBox(left, top, right, bottom);
    }

    private void Add(in PdfMatrix transform, double x, double y, PathStep step)
    {
        (double pageX, double pageY) = transform.Apply(x, y);
        if (!double.IsFinite(pageX + pageY))
            return;
        if (step == PathStep.Move)
            (_x, _y) = (pageX, pageY);
        _points.Add(new PathPoint(pageX, pageY, step));
    }
}

/// <summary>A point of a path and how it is reached; a closing step carries the start of its subpath.</summary>
internal readonly record struct PathPoint(double X, double Y, PathStep Step);

/// <summary>How a point of a path is reached.</summary>
internal enum PathStep : byte
{
    Move,
    Line,
    Curve,
    Close,
}
