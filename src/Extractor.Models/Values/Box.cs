namespace Extractor.Models;

/// <summary>A rectangle on a page in PDF points, origin at the top left; written as <c>[x0, y0, x1, y1]</c>.</summary>
public readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    /// <summary>Distance from left to right edge.</summary>
    public double Width => X1 - X0;

    /// <summary>Distance from top to bottom edge.</summary>
    public double Height => Y1 - Y0;

    /// <summary>The smallest rectangle that holds both.</summary>
    public Box Union(Box other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>Whether the point lies inside or on the edge.</summary>
    public bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;
}
