using System.Collections.Immutable;

namespace Extractor.Pdf;

/// <summary>An opened PDF file (ISO 32000-2): its pages, read one at a time and in any order.</summary>
public sealed class PdfDocument
{
    private PdfDocument(int pageCount) => PageCount = pageCount;

    /// <summary>Number of pages.</summary>
    public int PageCount { get; }

    /// <summary>What was repaired or passed over while the file was opened.</summary>
    public ImmutableArray<PdfWarning> Warnings { get; } = [];

    /// <summary>Opens a file.</summary>
    /// <exception cref="PdfException">The bytes are no PDF, damaged beyond repair, encrypted, or over a budget.</exception>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new PdfException(PdfError.NotPdf, "Not a PDF file.");

    /// <summary>Reads one page.</summary>
    /// <param name="number">Position in the file, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="PdfException">A budget is used up.</exception>
    public PdfPage ReadPage(int number, CancellationToken cancellationToken = default) =>
        throw new ArgumentOutOfRangeException(nameof(number), number, $"The file has {PageCount} pages.");
}
