using System.Collections.Immutable;
using Extractor.Layout;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Collects what was repaired, lost or left unread while a file was read.</summary>
internal sealed class PdfReport
{
    // A stamp or page number over a scan does not make it a page of text.
    private const int FewestWords = 10;

    private const double PictureShare = 0.5;

    private readonly ImmutableArray<DocumentWarning>.Builder _warnings = ImmutableArray.CreateBuilder<DocumentWarning>();
    private readonly ImmutableArray<DocumentGap>.Builder _unread = ImmutableArray.CreateBuilder<DocumentGap>();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Notes what a page lacks.</summary>
    public void AddPage(PdfPage page, List<Word> words, TextDamage damage, bool isTooLarge)
    {
        if (isTooLarge)
        {
            _unread.Add(new DocumentGap(page.Number, "limitExceeded", PdfMessages.PageTooLarge));
        }
        else if (words.Count < FewestWords && IsPicture(page))
        {
            _unread.Add(new DocumentGap(page.Number, "noTextLayer", PdfMessages.NoTextLayer));
            _warnings.Add(new DocumentWarning("page.noTextLayer", PdfMessages.NoTextLayer, page.Number));
        }

        if (damage.Unmapped + damage.Private > 0)
        {
            _warnings.Add(new DocumentWarning("text.unmapped", PdfMessages.Unmapped(damage.Unmapped + damage.Private), page.Number));
        }

        if (damage.Control > 0)
        {
            _warnings.Add(new DocumentWarning("text.damaged", PdfMessages.DamagedText(damage.Control), page.Number));
        }

        AddWarnings(page.Warnings, page.Number);
    }

    /// <summary>Notes a page that gave nothing.</summary>
    public void AddUnread(int page, PdfException exception)
    {
        bool isLimit = exception.Error == PdfError.LimitExceeded;
        _unread.Add(new DocumentGap(
            page, isLimit ? "limitExceeded" : "damaged", isLimit ? PdfMessages.PageTooLarge : PdfMessages.DamagedPage));
    }

    /// <summary>Notes what the PDF library repaired; each kind once for the file or page.</summary>
    public void AddWarnings(ImmutableArray<PdfWarning> warnings, int? page)
    {
        foreach (PdfWarning warning in warnings)
        {
            if (warning.Code.StartsWith("xref.", StringComparison.Ordinal) && _seen.Add(warning.Code))
            {
                _warnings.Add(new DocumentWarning("file.repaired", PdfMessages.Repaired, page));
            }
        }
    }

    /// <summary>All pages of the file; a page that could not be read has no size.</summary>
    public static IEnumerable<DocumentPage> Pages(List<PageContent> contents, int count)
    {
        var byNumber = contents.ToDictionary(static page => page.Number);
        for (int number = 1; number <= count; number++)
        {
            yield return byNumber.TryGetValue(number, out PageContent? page)
                ? new DocumentPage(number, page.Width, page.Height)
                : new DocumentPage(number, 0, 0);
        }
    }

    /// <summary>What was repaired or doubted.</summary>
    public ImmutableArray<DocumentWarning> Warnings() => _warnings.ToImmutable();

    /// <summary>What could not be read.</summary>
    public ImmutableArray<DocumentGap> Unread() => _unread.ToImmutable();

    private static bool IsPicture(PdfPage page)
    {
        double covered = 0;
        foreach (PdfImage image in page.Images)
        {
            covered += image.Area.Width * image.Area.Height;
        }

        return covered > PictureShare * page.Width * page.Height || (page.Glyphs.IsEmpty && !page.Images.IsEmpty);
    }
}
