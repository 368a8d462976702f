namespace Extractor.Pdf.Fonts;

/// <summary>What a font says of one character code; made once and shared by every place the code is shown.</summary>
/// <param name="Text">The text, U+FFFD where no table tells it.</param>
/// <param name="Width">Horizontal advance as a part of the font size.</param>
internal sealed record FontGlyph(string Text, double Width)
{
    public bool IsUnmapped { get; init; }

    /// <summary>Whether the text holds control characters, the mark of a ToUnicode table that a rewriting program ruined.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>Advance along the line of vertical writing (negative is downwards), as a part of the font size.</summary>
    public double VerticalAdvance { get; init; }

    /// <summary>From the horizontal to the vertical origin, as parts of the font size.</summary>
    public (double X, double Y) VerticalOrigin { get; init; }

    /// <summary>A glyph with what its font found, or U+FFFD where it found nothing.</summary>
    public static FontGlyph Of(string? text, double width) => new(text ?? SharedText.Unknown, width)
    {
        IsUnmapped = text is null,
        IsSuspect = text is not null && text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0,
    };
}
