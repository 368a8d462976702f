using Extractor.Models;

namespace Extractor.Layout;

/// <summary>The turn that makes the text of a page read from left to right, and the way back to the page as seen.</summary>
/// <param name="Angle">Direction the text is written in on the page as seen: 0, 90, 180 or 270 degrees clockwise.</param>
/// <param name="Width">Width of the page as seen.</param>
/// <param name="Height">Height of the page as seen.</param>
internal readonly record struct PageTurn(int Angle, double Width, double Height)
{
    /// <summary>Moves a rectangle of the page as seen to where it stands once the text is upright.</summary>
    public Box Apply(Box box) => Angle switch
    {
        90 => new(box.Y0, Width - box.X1, box.Y1, Width - box.X0),
        180 => new(Width - box.X1, Height - box.Y1, Width - box.X0, Height - box.Y0),
        270 => new(Height - box.Y1, box.X0, Height - box.Y0, box.X1),
        _ => box,
    };

    /// <summary>Moves a rectangle back to the page as seen.</summary>
    public Box Undo(Box box) => Angle switch
    {
        90 => new(Width - box.Y1, box.X0, Width - box.Y0, box.X1),
        180 => new(Width - box.X1, Height - box.Y1, Width - box.X0, Height - box.Y0),
        270 => new(box.Y0, Height - box.X1, box.Y1, Height - box.X0),
        _ => box,
    };

    /// <summary>Height of a baseline once the text is upright.</summary>
    /// <param name="place">Where it stands on the page as seen: a height, or the distance from the left edge for text written up or down.</param>
    public double Baseline(double place) => Angle switch
    {
        90 => Width - place,
        180 => Height - place,
        _ => place,
    };
}
