using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>Turns a page of the file into what it shows.</summary>
internal sealed class PageReader(IPdfObjects objects)
{
    /// <summary>Reads one page.</summary>
    public PdfPage Read(PageNode page) => new()
    {
        Number = page.Number,
        Label = page.Label,
        Width = page.Geometry.Width,
        Height = page.Geometry.Height,
        Glyphs = [],
        Rulings = [],
        Images = [],
        Links = page.Links,
        FormFields = page.FormFields,
        Warnings = objects.Warnings.Take(),
    };
}
