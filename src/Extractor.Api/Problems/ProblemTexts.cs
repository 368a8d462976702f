using System.Globalization;
using Extractor.Models;

namespace Extractor.Api.Problems;

/// <summary>What the service tells a user to do.</summary>
internal static class ProblemTexts
{
    public static LocalText NoFilePart { get; } = new(
        "Hãy gửi tệp trong phần \"file\" của biểu mẫu, hoặc làm toàn bộ nội dung của yêu cầu.",
        "Send the file as the part \"file\" of the form, or as the whole body.");

    public static LocalText SeveralFiles { get; } = new("Mỗi yêu cầu chỉ gửi một tệp.", "Send one file a request.");

    public static LocalText MalformedUpload { get; } = new(
        "Nội dung multipart không đúng cấu trúc; hãy gửi lại.", "The multipart body is broken; send it again.");

    public static LocalText TooBusy { get; } = new(
        "Đang xử lý nhiều báo cáo; hãy gửi lại sau ít giây.", "Many reports are being read; send it again in a few seconds.");

    public static LocalText Internal { get; } = new(
        "Có lỗi không mong đợi; hãy báo cho người quản trị kèm mã requestId.", "Something unexpected happened; tell the operator the requestId.");

    public static LocalText NoWorkers { get; } = new(
        "Chưa khởi động được tiến trình đọc tệp; hãy báo cho người quản trị xem nhật ký.",
        "No process to read files could be started; tell the operator to look into the log.");

    public static LocalText NoScanner { get; } = new(
        "Tệp phải được quét vi-rút trước khi nhận, nhưng trình quét chưa trả lời; không có gì được lưu. Hãy gửi lại sau ít giây.",
        "Files are scanned for viruses before they are taken, and the scanner gave no verdict; nothing was kept. Send it again in a few seconds.");

    public static LocalText TooLarge(long bytes)
    {
        string size = (bytes / 1048576.0).ToString("0.##", CultureInfo.InvariantCulture);
        return new($"Tệp lớn hơn {size} MB.", $"The file is larger than {size} MB.");
    }

    public static LocalText UploadTimeout(double seconds) => new(
        Invariant($"Tệp chưa gửi xong sau {seconds} giây."), Invariant($"The file had not arrived after {seconds} seconds."));

    public static LocalText UnknownFamily(string family, IEnumerable<IndicatorSchema> known)
    {
        string names = string.Join(", ", known.Select(schema => schema.Family));
        return new($"Không có loại báo cáo '{family}'; hiện có: {names}.", $"There is no report family '{family}'; known are: {names}.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
