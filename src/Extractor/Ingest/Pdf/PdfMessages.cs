using System.Globalization;
using Extractor.Models;

namespace Extractor.Ingest.Pdf;

/// <summary>What the reader of PDF files tells its user, in both languages.</summary>
internal static class PdfMessages
{
    /// <summary>The bytes only look like a PDF.</summary>
    public static LocalText NotPdf { get; } = new(
        "Tệp không chứa tài liệu PDF; hãy gửi lại tệp gốc.",
        "The file holds no PDF document; send the original again.");

    /// <summary>No page can be found.</summary>
    public static LocalText Damaged { get; } = new(
        "Tệp PDF bị hỏng, không tìm thấy trang nào; hãy xuất lại PDF từ tài liệu gốc.",
        "The PDF is damaged and no page can be found; export it again from the original document.");

    /// <summary>A password is needed.</summary>
    public static LocalText Encrypted { get; } = new(
        "Tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        "The PDF is protected by a password; remove the password and send it again.");

    /// <summary>The page is a picture.</summary>
    public static LocalText NoTextLayer { get; } = new(
        "Trang chỉ có hình ảnh (bản quét), không có lớp chữ; hãy gửi bản gốc hoặc bật nhận dạng chữ (OCR).",
        "The page is a picture (a scan) without a text layer; send the original or turn on text recognition (OCR).");

    /// <summary>Hardly anything but a picture.</summary>
    public static LocalText MostlyPicture { get; } = new(
        "Trang chủ yếu là hình ảnh, chữ trong hình không đọc được; hãy gửi bản gốc hoặc bật nhận dạng chữ (OCR).",
        "Most of the page is a picture whose text cannot be read; send the original or turn on text recognition (OCR).");

    /// <summary>The text layer says something else than the page shows.</summary>
    public static LocalText UnreadableText { get; } = new(
        "Lớp chữ của trang bị hỏng (sai bảng mã phông chữ) nên chữ và số đọc được không đáng tin; hãy xuất lại PDF từ tài liệu gốc.",
        "The text layer of the page is ruined (wrong font tables), so that neither words nor figures can be trusted; export the PDF again from the original document.");

    /// <summary>The page cannot be read.</summary>
    public static LocalText DamagedPage { get; } = new(
        "Không đọc được trang này vì dữ liệu bị hỏng; hãy xuất lại PDF từ tài liệu gốc.",
        "This page is damaged and cannot be read; export the PDF again from the original document.");

    /// <summary>The page needs more than an option allows.</summary>
    public static LocalText PageTooLarge { get; } = new(
        "Trang này quá phức tạp, vượt giới hạn cho phép; hãy xuất lại PDF hoặc nâng giới hạn.",
        "This page needs more than the limits allow; export the PDF again or raise the limit.");

    /// <summary>The file was repaired while it was opened.</summary>
    public static LocalText Repaired { get; } = new(
        "Cấu trúc tệp PDF có lỗi và đã được sửa khi đọc; hãy kiểm tra xem có thiếu trang nào không.",
        "The structure of the PDF is faulty and was repaired while reading; check that no page is missing.");

    /// <summary>More than an option allows.</summary>
    public static LocalText LimitExceeded(string limit) => new(
        $"Tệp PDF vượt giới hạn {limit}; hãy tách tệp hoặc nâng giới hạn.",
        $"The PDF needs more than the limit {limit} allows; split the file or raise the limit.");

    /// <summary>Too many pages.</summary>
    public static LocalText TooManyPages(int pages, int allowed) => new(
        string.Create(CultureInfo.InvariantCulture, $"Tệp có {pages} trang, nhiều hơn {allowed} trang cho phép; hãy tách tệp."),
        string.Create(CultureInfo.InvariantCulture, $"The file has {pages} pages, more than the {allowed} allowed; split the file."));

    /// <summary>Characters without a meaning.</summary>
    public static LocalText Unmapped(int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count} ký tự không rõ là chữ gì vì phông chữ trong tệp thiếu bảng mã; hãy đối chiếu với trang in."),
        string.Create(CultureInfo.InvariantCulture, $"{count} characters have no known meaning because the font lacks its table; compare with the page."));

    /// <summary>Characters that were lost.</summary>
    public static LocalText DamagedText(int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count} chữ trong lớp chữ đã bị hỏng; hãy xuất lại PDF từ tài liệu gốc."),
        string.Create(CultureInfo.InvariantCulture, $"{count} letters of the text layer are lost; export the PDF again from the original document."));
}
