using System.Collections.Immutable;
using Extractor.Layout;
using Extractor.Models;
using Extractor.Pdf;
using Microsoft.Extensions.Options;

namespace Extractor.Ingest.Pdf;

/// <summary>Reads PDF files with a text layer: glyphs to words, words and rules to paragraphs and tables.</summary>
internal sealed class PdfReader(IOptions<PdfReaderOptions> options) : IDocumentReader
{
    // Some producers put a mail header or an empty line in front; viewers look this far (ISO 32000-2, annex on implementations).
    private const int SignatureReach = 1024;

    private readonly PdfReaderOptions _options = options.Value;

    /// <inheritdoc/>
    public bool CanRead(SourceFile file)
    {
        ReadOnlySpan<byte> start = file.Bytes.Span;
        start = start[..Math.Min(start.Length, SignatureReach)];
        return start.IndexOf("%PDF-"u8) >= 0;
    }

    /// <inheritdoc/>
    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            PdfDocument pdf = PdfDocument.Open(file.Bytes, PdfLimits(), cancellationToken);
            return pdf.PageCount <= _options.MaxPages
                ? Read(pdf, file.Progressed, cancellationToken)
                : throw new LimitExceededException(nameof(PdfReaderOptions.MaxPages), PdfMessages.TooManyPages(pdf.PageCount, _options.MaxPages));
        }
        catch (PdfException exception)
        {
            throw Explain(exception);
        }
    }

    private Document Read(PdfDocument pdf, Action? progressed, CancellationToken cancellationToken)
    {
        var contents = new List<PageContent>(pdf.PageCount);
        var report = new PdfReport();
        report.AddWarnings(pdf.Warnings, page: null);
        for (int number = 1; number <= pdf.PageCount; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                PdfPage page = pdf.ReadPage(number, cancellationToken);
                contents.Add(ToContent(page, report));
            }
            catch (PdfException exception)
            {
                // One bad page must not cost the others; where it stood is said in the result.
                report.AddUnread(number, exception);
            }

            progressed?.Invoke();
        }

        LayoutResult layout = DocumentLayout.Build(contents, cancellationToken);
        return new Document
        {
            Format = FileFormat.Pdf,
            Pages = [.. PdfReport.Pages(contents, pdf.PageCount)],
            Blocks = layout.Blocks,
            Notes = layout.Notes,
            Furniture = layout.Furniture,
            Warnings = report.Warnings(),
            Unread = report.Unread(),
        };
    }

    private PageContent ToContent(PdfPage page, PdfReport report)
    {
        var damage = default(TextDamage);
        bool isTooLarge = page.Glyphs.Length > _options.MaxGlyphsPerPage || page.Rulings.Length > _options.MaxGlyphsPerPage;
        List<Word> words = isTooLarge ? [] : PdfWords.Find(page, ref damage);
        Rule[] rules = new Rule[isTooLarge ? 0 : page.Rulings.Length];
        for (int i = 0; i < rules.Length; i++)
        {
            PdfRuling ruling = page.Rulings[i];
            rules[i] = new Rule(ruling.X0, ruling.Y0, ruling.X1, ruling.Y1, IsShade: ruling.Thickness == 0);
        }

        report.AddPage(page, words, damage, isTooLarge);
        return new PageContent(page.Number, page.Width, page.Height, words, rules);
    }

    private PdfOptions PdfLimits() => new()
    {
        MaxGlyphsPerPage = _options.MaxGlyphsPerPage,
        MaxTotalStreamBytes = _options.MaxDecodedBytes,
        MaxTime = TimeSpan.FromSeconds(_options.MaxSeconds),
    };

    private static UnreadableFileException Explain(PdfException exception) => exception.Error switch
    {
        PdfError.NotPdf => new UnsupportedFormatException(PdfMessages.NotPdf),
        PdfError.Damaged => new DamagedFileException(PdfMessages.Damaged, exception),
        PdfError.Encrypted => new EncryptedFileException(PdfMessages.Encrypted, exception),
        PdfError.LimitExceeded => new LimitExceededException(
            exception.Limit ?? "", PdfMessages.LimitExceeded(exception.Limit ?? ""), exception),
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception.Error, "An error this reader does not know."),
    };
}
