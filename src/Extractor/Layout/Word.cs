using Extractor.Models;

namespace Extractor.Layout;

/// <summary>A printed word and its place; what a text layer and an OCR engine both give.</summary>
internal sealed class Word
{
    /// <summary>The characters, in NFC.</summary>
    public required string Text { get; init; }

    /// <summary>Rectangle in the space layout works in: the page turned so that its text reads from left to right.</summary>
    public required Box Area { get; init; }

    /// <summary>
    /// Height of the baseline, or its distance from the left edge for text written up or down the page; words of one line agree in it better
    /// than in their boxes.
    /// </summary>
    public required double Baseline { get; init; }

    /// <summary>Size of the font in points.</summary>
    public required double FontSize { get; init; }

    /// <summary>Direction of writing in degrees, clockwise: 0 for ordinary text.</summary>
    public int Angle { get; init; }

    /// <summary>Whether most letters are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether most letters are italic.</summary>
    public bool IsItalic { get; init; }

    /// <summary>Whether it is small and raised: the mark of a note.</summary>
    public bool IsRaised { get; init; }

    /// <summary>Whether a stamp or digital signature shows it, over whatever stands there.</summary>
    public bool IsStamp { get; init; }

    /// <summary>How sure the reading is: 1 for a visible text layer.</summary>
    public double Certainty { get; init; } = 1;

    /// <summary>Horizontal middle, which decides the column a word belongs to.</summary>
    public double CenterX => (Area.X0 + Area.X1) / 2;

    /// <summary>Vertical middle of its lower-case letters, which decides the row a word belongs to.</summary>
    public double CenterY => Baseline - (0.25 * FontSize);
}
