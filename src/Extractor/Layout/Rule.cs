namespace Extractor.Layout;

/// <summary>A drawn line, horizontal or vertical.</summary>
/// <param name="X0">Left end.</param>
/// <param name="Y0">Upper end.</param>
/// <param name="X1">Right end.</param>
/// <param name="Y1">Lower end.</param>
/// <param name="IsShade">Whether nothing is drawn but the edge of a shaded area: of a cell, or of marked words.</param>
internal readonly record struct Rule(double X0, double Y0, double X1, double Y1, bool IsShade = false)
{
    /// <summary>Whether it runs from left to right.</summary>
    public bool IsHorizontal => Y1 - Y0 <= X1 - X0;

    /// <summary>Its extent along its direction.</summary>
    public double Length => IsHorizontal ? X1 - X0 : Y1 - Y0;
}
