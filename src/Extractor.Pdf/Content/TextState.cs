using Extractor.Pdf.Fonts;

namespace Extractor.Pdf.Content;

/// <summary>The text parameters of the graphics state (ISO 32000-2, 9.3).</summary>
internal struct TextState
{
    public PdfFont? Font;
    public double Size;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int RenderMode;
}
