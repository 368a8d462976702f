using System.Collections.Immutable;
using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf;

/// <summary>
/// An opened PDF file (ISO 32000-2): its pages, read one at a time and in any order.
/// The bytes must not change while it is in use; one document must not be used by several threads at once.
/// </summary>
public sealed class PdfDocument
{
    private readonly PdfFile _file;
    private readonly List<(PdfDictionary Page, PageAttributes Attributes)> _pages;
    private readonly PageLabels _labels;
    private readonly PageReader _reader;

    private PdfDocument(PdfFile file)
    {
        _file = file;
        _pages = PageTree.Read(file);
        _labels = new PageLabels(file.Catalog?.GetDictionary("PageLabels"));
        _reader = new PageReader(file, file.Catalog);
        Warnings = file.Warnings.Take();
    }

    /// <summary>Number of pages.</summary>
    public int PageCount => _pages.Count;

    /// <summary>What was repaired or passed over while the file was opened.</summary>
    public ImmutableArray<PdfWarning> Warnings { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="PdfException">The bytes are no PDF, damaged beyond repair, encrypted, or over a budget.</exception>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfOptions? options = null, CancellationToken cancellationToken = default)
    {
        var budget = new PdfBudget(options ?? PdfOptions.Default);
        budget.Start(cancellationToken);
        return new PdfDocument(PdfFile.Open(bytes, budget));
    }

    /// <summary>Reads one page.</summary>
    /// <param name="number">Position in the file, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="PdfException">A budget is used up.</exception>
    public PdfPage ReadPage(int number, CancellationToken cancellationToken = default)
    {
        if (number < 1 || number > PageCount)
            throw new ArgumentOutOfRangeException(nameof(number), number, $"The file has {PageCount} pages.");
        _file.Budget.Start(cancellationToken);
        return _reader.Read(OpenPage(number));
    }

    private PageNode OpenPage(int number)
    {
        (PdfDictionary page, PageAttributes attributes) = _pages[number - 1];
        PageGeometry geometry = PageGeometry.From(attributes.MediaBox, attributes.CropBox, attributes.Rotate ?? 0, page.GetNumber("UserUnit", 1));
        var annotations = new PageAnnotations(page, geometry);
        ImmutableArray<PdfFormField> hidden = number == 1 ? FormFields.WithoutWidget(_file.Catalog?.GetDictionary("AcroForm")) : [];
        return new PageNode
        {
            Number = number,
            Dictionary = page,
            Geometry = geometry,
            Resources = attributes.Resources,
            Label = _labels.LabelOf(number - 1),
            Links = annotations.Links,
            FormFields = [.. annotations.Fields, .. hidden],
        };
    }
}
