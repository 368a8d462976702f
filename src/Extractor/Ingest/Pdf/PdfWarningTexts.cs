using Extractor.Models;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Says in the user's words what the PDF library repaired or passed over.</summary>
internal static class PdfWarningTexts
{
    private static readonly LocalText Hidden = new(
        "Trang có lớp nội dung bị tắt; phần đó không được đọc.",
        "The page has layers that are switched off; they were not read.");

    private static readonly LocalText CutContent = new(
        "Nội dung trang bị hỏng, chỉ đọc được đến chỗ hỏng; hãy xuất lại PDF từ tài liệu gốc.",
        "The content of the page is damaged and was read as far as it goes; export the PDF again from the original document.");

    private static readonly LocalText LostPages = new(
        "Có trang bị mất hoặc chỉ khôi phục được một phần; hãy kiểm tra số trang và xuất lại PDF.",
        "Pages are lost or were recovered in part only; check the number of pages and export the PDF again.");

    private static readonly LocalText MissingFont = new(
        "Thiếu phông chữ hoặc bảng mã của phông chữ nên một số chữ không đọc được; hãy xuất lại PDF có nhúng phông chữ.",
        "A font or its table is missing, so that some text is not known; export the PDF again with its fonts embedded.");

    private static readonly LocalText Garbled = new(
        "Phông chữ trong tệp có bảng mã sai; hãy xuất lại PDF từ tài liệu gốc.",
        "A font of the file has a wrong table; export the PDF again from the original document.");

    private static readonly LocalText Cyclic = new(
        "Một hình trong trang tự gọi lại chính nó; phần lặp được bỏ qua.",
        "A drawing of the page calls itself; the repetition was passed over.");

    /// <summary>Whether part of the page is missing from what was read.</summary>
    public static bool IsLoss(PdfWarning warning) => warning.Code is "content.truncated" or "stream.truncated";

    /// <summary>The warning for the user.</summary>
    public static DocumentWarning Of(PdfWarning warning, int? page)
    {
        (string code, LocalText text) = warning.Code switch
        {
            "content.hidden" => ("page.hiddenContent", Hidden),
            "content.truncated" or "stream.truncated" => ("page.truncated", CutContent),
            "font.control-characters" => (PdfReport.DamagedText, Garbled),
            "font.unmapped" => (PdfReport.UnmappedText, MissingFont),
            "font.missing" => ("text.fontMissing", MissingFont),
            "form.cyclic" => ("page.cyclicForm", Cyclic),
            "pages.missing" or "pages.recovered" => ("file.pagesLost", LostPages),
            "pages.scanned" or "pages.cycle" or "stream.length" or "xref.entry" or "xref.rebuilt" => ("file.repaired", PdfMessages.Repaired),
            _ => ("pdf." + warning.Code, new LocalText(
                $"Tệp PDF có chỗ bất thường ({warning.Code}); hãy đối chiếu kết quả với tài liệu gốc.",
                $"Something in the PDF is unusual ({warning.Code}): {warning.Message}")),
        };

        return new DocumentWarning(code, text, page);
    }
}
