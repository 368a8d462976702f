using System.Globalization;
using Extractor.Models;

namespace Extractor.Ingest.Docx;

/// <summary>What the user is told when a document cannot be read, or not as a whole.</summary>
internal static class DocxText
{
    /// <summary>The package or one of its parts is broken.</summary>
    public static LocalText Damaged { get; } = new(
        "Tệp bị hỏng hoặc bị cắt cụt; hãy mở bằng trình soạn thảo văn bản, lưu lại rồi gửi lại.",
        "The document is damaged or was cut off; open it in a word processor, save it again and send that.");

    /// <summary>A password is needed.</summary>
    public static LocalText Encrypted { get; } = new(
        "Tệp được bảo vệ bằng mật khẩu; hãy lưu lại không có mật khẩu rồi gửi lại.",
        "The document is protected with a password; save it without one and send it again.");

    /// <summary>The binary format of before 2007.</summary>
    public static LocalText OldFormat { get; } = new(
        "Tệp ở định dạng .doc cũ; hãy mở bằng trình soạn thảo văn bản, lưu thành .docx rồi gửi lại.",
        "The document is in the old .doc format; open it in a word processor, save it as .docx and send it again.");

    /// <summary>A part is embedded in a foreign format.</summary>
    public static LocalText Embedded { get; } = new(
        "Một phần của văn bản được nhúng ở định dạng khác; hãy mở bằng trình soạn thảo văn bản rồi lưu lại.",
        "A part of the document is embedded in another format; open it in a word processor and save it again.");

    /// <summary>Pictures of pages instead of text.</summary>
    public static LocalText PicturesOnly { get; } = new(
        "Văn bản chỉ có ảnh chụp trang; hãy gửi tệp quét gốc để nhận dạng chữ.",
        "The document holds pictures of pages only; send the scanned file itself so that its text can be recognised.");

    /// <summary>A bound was reached.</summary>
    /// <param name="what">What there is too much of, in both languages.</param>
    /// <param name="limit">The bound.</param>
    public static LocalText TooLarge(LocalText what, long limit)
    {
        string figure = limit.ToString(CultureInfo.InvariantCulture);
        return new LocalText($"Văn bản vượt giới hạn {figure} {what.Vi}.", $"The document exceeds the limit of {figure} {what.En}.");
    }
}
