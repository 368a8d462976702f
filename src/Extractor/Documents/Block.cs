namespace Extractor;

/// <summary>A part of a document in reading order: a <see cref="TextBlock"/> or a <see cref="TableBlock"/>.</summary>
public abstract class Block
{
    private protected Block()
    {
    }
}

/// <summary>A paragraph, heading or list item.</summary>
/// <param name="text">The paragraph, its lines joined by spaces; automatic numbering and bullets are part of it.</param>
/// <param name="style">How it looks.</param>
public sealed class TextBlock(PlacedText text, TextStyle style) : Block
{
    /// <summary>The paragraph.</summary>
    public PlacedText Text { get; } = text;

    /// <summary>How it looks.</summary>
    public TextStyle Style { get; } = style;
}

/// <summary>Look of a paragraph, as far as the format tells.</summary>
/// <param name="Alignment">Horizontal alignment.</param>
/// <param name="IsBold">Whether most letters are bold.</param>
/// <param name="IsItalic">Whether most letters are italic.</param>
/// <param name="FontSize">Size of most letters in points; null where the format has none.</param>
public readonly record struct TextStyle(TextAlignment Alignment, bool IsBold, bool IsItalic, double? FontSize)
{
    /// <summary>A paragraph whose look is not known.</summary>
    public static TextStyle Plain { get; } = new(TextAlignment.Unknown, false, false, null);
}

/// <summary>Horizontal alignment of a paragraph.</summary>
public enum TextAlignment
{
    /// <summary>The format does not tell.</summary>
    Unknown,

    /// <summary>Flush left or justified.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush right.</summary>
    Right,
}
