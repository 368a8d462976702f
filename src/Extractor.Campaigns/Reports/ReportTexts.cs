using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Campaigns.Reports;

/// <summary>Wording of reports.</summary>
public static class ReportTexts
{
    /// <summary>What a state is called.</summary>
    public static LocalText Of(DocumentState state) => state switch
    {
        DocumentState.Queued => new("Chờ đọc", "Waiting"),
        DocumentState.Reading => new("Đang đọc", "Being read"),
        DocumentState.Done => new("Đã đọc xong", "Done"),
        DocumentState.NeedsReview => new("Cần rà soát", "Needs review"),
        DocumentState.Duplicate => new("Trùng lặp", "Duplicate"),
        DocumentState.Encrypted => new("Có mật khẩu", "Encrypted"),
        DocumentState.Damaged => new("Bị hỏng", "Damaged"),
        DocumentState.Unsupported => new("Không hỗ trợ", "Unsupported"),
        DocumentState.NotAReport => new("Không phải báo cáo", "Not a report"),
        DocumentState.TimedOut => new("Quá thời gian", "Timed out"),
        DocumentState.Quarantined => new("Để riêng", "Set aside"),
        DocumentState.Infected => new("Có mã độc", "Infected"),
        DocumentState.Cancelled => new("Đã hủy", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    internal static LocalText Title { get; } = new("Kết quả chiến dịch", "Report of a campaign");

    internal static LocalText Files { get; } = new("Số tệp", "Files");

    internal static LocalText State { get; } = new("Trạng thái", "State");

    internal static LocalText All { get; } = new("Tất cả", "All");

    internal static LocalText NotRead { get; } = new("Không đọc được và lý do", "What was not read and why");

    internal static LocalText Reason { get; } = new("Lý do", "Reason");

    internal static LocalText Confidence { get; } = new("Độ tin cậy trung bình của kết quả", "Mean confidence of results");

    internal static LocalText Findings { get; } = new("Phát hiện", "Findings");

    internal static LocalText Rule { get; } = new("Quy tắc", "Rule");

    internal static LocalText Times { get; } = new("Số lần", "Times");

    internal static LocalText Reports { get; } = new("Số báo cáo", "Reports");

    internal static LocalText Duplicates { get; } = new("Tệp trùng lặp nhiều nhất", "Files that came most often");

    internal static LocalText Copies { get; } = new("Bản sao", "Copies");

    internal static LocalText Path { get; } = new("Tệp", "File");

    internal static LocalText EarlierReading { get; } = new("(kết quả có từ trước)", "(read earlier)");

    internal static LocalText Unlisted { get; } = new("Thư mục không mở được", "Folders that could not be listed");

    internal static LocalText PassedOver(long count) => new(
        $"{count} liên kết, thiết bị hoặc đường ống không phải tệp đã được bỏ qua.", $"{count} links, devices and pipes are no files and were passed over.");

    internal static LocalText From(string folder) => new($"Thư mục: {folder}", $"Folder: {folder}");
}
