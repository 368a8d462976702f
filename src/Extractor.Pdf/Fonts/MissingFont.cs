namespace Extractor.Pdf.Fonts;

/// <summary>
/// Stands for a font the file names but does not have, as after the end of the file was cut off. Its codes may belong to any encoding, so each is shown
/// as unmapped: to guess would be to invent text.
/// </summary>
internal sealed class MissingFont() : PdfFont(new PdfFontInfo("", IsBold: false, IsItalic: false, HasToUnicode: false), FontExtent.Usual)
{
    private static readonly FontGlyph Unknown = FontGlyph.Of(null, 0.5);

    public override FontGlyph Next(ReadOnlySpan<byte> text, ref int at, out bool isSpace)
    {
        isSpace = text[at++] == 32;
        return Unknown;
    }
}
