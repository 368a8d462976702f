using System.Globalization;
using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>Turns a page of the file into what it shows. Keeps fonts and buffers from page to page.</summary>
internal sealed class PageReader
{
    private readonly IPdfObjects _objects;
    private readonly ContentInterpreter _interpreter;
    private readonly AnnotationAppearances _appearances;

    /// <param name="objects">The open file.</param>
    /// <param name="catalog">Its catalog, which says what layers are switched off; null where there is none.</param>
    public PageReader(IPdfObjects objects, PdfDictionary? catalog = null)
    {
        OptionalContent layers = OptionalContent.Read(catalog);
        _objects = objects;
        _interpreter = new ContentInterpreter(objects, layers, catalog?.GetDictionary("AcroForm")?.GetDictionary("DR")?.GetDictionary("Font"));
        _appearances = new AnnotationAppearances(objects, layers);
    }

    /// <summary>Reads one page.</summary>
    public PdfPage Read(PageNode page)
    {
        _interpreter.StartPage(page.Geometry);
        using (DecodedStream content = PageContents.Open(page.Dictionary))
        {
            if (content.IsTruncated)
                _objects.Warnings.Add("content.truncated", "The page's content is damaged and was read as far as it goes.");
            _interpreter.Run(content, page.Resources, 0);
        }

        _appearances.Draw(page.Dictionary, (appearance, placement, isStamp) =>
            _interpreter.DrawAppearance(page.Geometry, appearance, placement, isStamp));

        Warn();
        return new PdfPage
        {
            Number = page.Number,
            Label = page.Label,
            Width = page.Geometry.Width,
            Height = page.Geometry.Height,
            Glyphs = _interpreter.Glyphs.Take(),
            Rulings = _interpreter.Rulings.Take(),
            Images = [.. _interpreter.Images],
            Links = page.Links,
            FormFields = page.FormFields,
            Warnings = _objects.Warnings.Take(),
        };
    }

    private void Warn()
    {
        if (_interpreter.UnmappedCount > 0)
            _objects.Warnings.Add("font.unmapped", Counted("{0} shown characters have no known text.", _interpreter.UnmappedCount));
        if (_interpreter.SuspectCount > 0)
            _objects.Warnings.Add(
                "font.control-characters", Counted("{0} shown characters are control characters; the text layer is not to be trusted.", _interpreter.SuspectCount));
        if (_interpreter.HasHidden)
            _objects.Warnings.Add("content.hidden", "Content of layers that are switched off was left out.");
    }

    private static string Counted(string message, int count) => string.Format(CultureInfo.InvariantCulture, message, count);
}
