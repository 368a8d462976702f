namespace Extractor.Layout;

/// <summary>Lines that make one paragraph.</summary>
internal sealed class Paragraph(TextLine first, TextAlignment alignment)
{
    /// <summary>Its lines from top to bottom, from one page or several.</summary>
    public List<TextLine> Lines { get; } = [first];

    /// <summary>How it is set.</summary>
    public TextAlignment Alignment { get; set; } = alignment;

    /// <summary>How it looks, by most of its letters.</summary>
    public TextStyle Style()
    {
        int letters = 0;
        int bold = 0;
        int italic = 0;
        double size = 0;
        foreach (Word word in Lines.SelectMany(static line => line.Words))
        {
            letters += word.Text.Length;
            bold += word.IsBold ? word.Text.Length : 0;
            italic += word.IsItalic ? word.Text.Length : 0;
            size = Math.Max(size, word.IsRaised ? 0 : word.FontSize);
        }

        return new TextStyle(Alignment, bold * 2 > letters, italic * 2 > letters, size == 0 ? null : Math.Round(size, 1));
    }
}
