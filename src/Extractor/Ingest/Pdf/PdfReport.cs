using System.Collections.Immutable;
using Extractor.Layout;
using Extractor.Models;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Collects what was repaired, lost or left unread while a file was read.</summary>
internal sealed class PdfReport
{
    /// <summary>Code of the warning for letters that were lost.</summary>
    public const string DamagedText = "text.damaged";

    /// <summary>Code of the warning for characters without a meaning.</summary>
    public const string UnmappedText = "text.unmapped";

    // A stamp or page number over a scan does not make it a page of text.
    private const int FewestWords = 10;

    // Nor do a heading and a signature around a scanned table.
    private const int FewWords = 50;

    private const double PictureShare = 0.5;

    // In a text where one word in twenty has lost a letter, no figure can be trusted.
    private const double UnusableShare = 0.05;

    private readonly ImmutableArray<DocumentWarning>.Builder _warnings = ImmutableArray.CreateBuilder<DocumentWarning>();
    private readonly ImmutableArray<DocumentGap>.Builder _unread = ImmutableArray.CreateBuilder<DocumentGap>();
    private readonly HashSet<(string Code, int? Page)> _seen = [];

    /// <summary>Notes what a page lacks.</summary>
    public void AddPage(PdfPage page, List<Word> words, TextDamage damage, bool isTooLarge)
    {
        if (isTooLarge)
        {
            _unread.Add(new DocumentGap(page.Number, "limitExceeded", PdfMessages.PageTooLarge));
        }
        else if (words.Count < FewWords && IsPicture(page))
        {
            bool isScan = words.Count < FewestWords;
            AddGap(page.Number, isScan ? "noTextLayer" : "pictureOnly", isScan ? PdfMessages.NoTextLayer : PdfMessages.MostlyPicture);
        }
        else if (damage.Words > UnusableShare * words.Count)
        {
            AddGap(page.Number, "textUnreadable", PdfMessages.UnreadableText);
        }

        if (damage.Total > damage.Control)
        {
            Warn(new DocumentWarning(UnmappedText, PdfMessages.Unmapped(damage.Total - damage.Control), page.Number));
        }

        if (damage.Control > 0)
        {
            Warn(new DocumentWarning(DamagedText, PdfMessages.DamagedText(damage.Control), page.Number));
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

    /// <summary>Notes what the PDF library repaired; each kind once for the file and once a page.</summary>
    public void AddWarnings(ImmutableArray<PdfWarning> warnings, int? page)
    {
        foreach (PdfWarning warning in warnings)
        {
            DocumentWarning told = PdfWarningTexts.Of(warning, page);
            if (Warn(told) && page is not null && PdfWarningTexts.IsLoss(warning))
            {
                _unread.Add(new DocumentGap(page, "damaged", told.Message));
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

    private void AddGap(int page, string reason, LocalText message)
    {
        _unread.Add(new DocumentGap(page, reason, message));
        Warn(new DocumentWarning("page." + reason, message, page));
    }

    private bool Warn(DocumentWarning warning)
    {
        bool isNew = _seen.Add((warning.Code, warning.Page));
        if (isNew)
        {
            _warnings.Add(warning);
        }

        return isNew;
    }

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
