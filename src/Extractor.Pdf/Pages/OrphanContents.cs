using Extractor.Pdf.Files;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>
/// Makes pages of content streams that no page dictionary claims. LibreOffice writes the dictionaries of all pages behind the contents, so a file
/// cut by a few percent keeps its text but not its pages. Boxes and resources come from a page that is left, or from any font list of the file.
/// </summary>
internal static class OrphanContents
{
    /// <summary>Adds a page for each unclaimed content stream, in the order of the objects.</summary>
    public static void AddTo(List<(PdfDictionary Page, PageAttributes Attributes)> pages, PdfFile file)
    {
        HashSet<PdfDictionary> claimed = ClaimedBy(pages);
        List<int> numbers = [.. file.ObjectNumbersInPageOrder];
        List<int> orphans = numbers.FindAll(number => IsContent(file, number, claimed));
        if (orphans.Count == 0)
            return;

        // A dictionary cut in the middle has lost its content, which is among the orphans.
        pages.RemoveAll(page => !page.Page.Contains("Contents"));
        PageAttributes attributes = pages.Count > 0 ? pages[^1].Attributes : default;
        if (attributes.Resources is null)
            attributes = attributes with { Resources = FindResources(file, numbers) };
        foreach (int number in orphans)
        {
            var page = new PdfDictionary(file, [new("Type", PdfValue.FromName("Page")), new("Contents", PdfValue.FromReference(number, 0))]);
            pages.Add((page, attributes));
            if (pages.Count > file.Budget.Options.MaxPages)
                throw new PdfException(nameof(PdfOptions.MaxPages), file.Budget.Options.MaxPages);
        }

        file.Warnings.Add("pages.recovered", "Page dictionaries are lost; pages were made from the content streams that are left.");
    }

    private static HashSet<PdfDictionary> ClaimedBy(List<(PdfDictionary Page, PageAttributes Attributes)> pages)
    {
        var claimed = new HashSet<PdfDictionary>();
        foreach ((PdfDictionary page, _) in pages)
        {
            PdfValue contents = page["Contents"];
            if (contents.AsDictionary() is { } single)
                claimed.Add(single);
            for (int i = 0; i < contents.AsArray()?.Count; i++)
            {
                if (contents.AsArray()![i].AsDictionary() is { } part)
                    claimed.Add(part);
            }
        }

        return claimed;
    }

    /// <summary>Page contents have no entries but those every stream has, and they show text.</summary>
    private static bool IsContent(PdfFile file, int number, HashSet<PdfDictionary> claimed)
    {
        if (file.Load(number).AsStream() is not { } stream || claimed.Contains(stream.Dictionary))
            return false;
        foreach ((string key, _) in stream.Dictionary.Entries)
        {
            if (key is not ("Length" or "Filter" or "DecodeParms"))
                return false;
        }

        using DecodedStream decoded = stream.Decode();
        return decoded.Encoding is null && ShowsText(file, decoded);
    }

    private static bool ShowsText(PdfFile file, DecodedStream decoded)
    {
        var content = new ContentReader(file, decoded);
        bool isInText = false;
        for (int count = 0; count < 10_000 && content.Read(); count++)
        {
            uint operation = content.Operator;
            isInText = operation == ContentReader.Code("BT"u8) || (isInText && operation != ContentReader.Code("ET"u8));
            if (isInText && (operation == ContentReader.Code("Tj"u8) || operation == ContentReader.Code("TJ"u8)) && content.Operands.Length == 1)
                return true;
        }

        return false;
    }

    private static PdfDictionary? FindResources(PdfFile file, List<int> numbers)
    {
        foreach (int number in numbers)
        {
            PdfDictionary? candidate = file.Load(number).AsDictionary();
            if (candidate?.GetDictionary("Font") is not null && !candidate.Contains("Type"))
                return candidate;
        }

        return null;
    }
}
