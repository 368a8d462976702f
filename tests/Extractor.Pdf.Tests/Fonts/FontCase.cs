using System.Text;
using Extractor.Pdf.Tests.Content;

namespace Extractor.Pdf.Tests.Fonts;

/// <summary>A page that shows a few codes in one font.</summary>
internal static class FontCase
{
    /// <summary>Shows a string (written as PDF writes it) in a font of the given dictionary; "7 0 R" in it is the stream.</summary>
    public static PdfPage Show(string font, string text, string? stream = null, string streamDictionary = "<< >>") =>
        Show(font, text, stream is null ? null : Encoding.Latin1.GetBytes(stream), streamDictionary);

    public static PdfPage Show(string font, string text, byte[]? stream, string streamDictionary = "<< >>")
    {
        ContentPage page = new() { Resources = $"<< /Font << /F {font} >> >>" };
        if (stream is not null)
            page.With(7, streamDictionary, stream);
        return page.Read($"BT /F 10 Tf {text} Tj ET");
    }
}
