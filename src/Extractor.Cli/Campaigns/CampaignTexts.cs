using Extractor.Campaigns.Reports;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary>What the command <c>campaign</c> says to its user.</summary>
internal static class CampaignTexts
{
    public static LocalText Campaign { get; } = new(
        "Đọc mọi tệp của một thư mục lớn; dừng hay mất điện giữa chừng thì chạy lại lệnh để tiếp tục.",
        "Reads every file of a large folder; stopped or killed, the same command goes on where it was.");

    public static LocalText Folder { get; } = new("Thư mục cần đọc.", "Folder to read.");

    public static LocalText Report { get; } = new(
        "Ghi báo cáo kết quả vào tệp này (.json, .csv hoặc .html); có thể dùng nhiều lần.", "Write the report into this file (.json, .csv or .html); can be given several times.");

    public static LocalText Rate { get; } = new("Số tệp tối đa mỗi phút.", "Most files a minute.");

    public static LocalText Window { get; } = new("Chỉ đọc trong giờ này, ví dụ 18:00-06:00.", "Read in these hours only, such as 18:00-06:00.");

    public static LocalText Retry { get; } = new("Đọc lại các tệp lỗi của lần chạy trước.", "Give the failed files of the last run another try.");

    public static LocalText Workers { get; } = new("Số tiến trình đọc song song.", "Processes that read side by side.");

    public static LocalText NotAWindow { get; } = new("Khung giờ phải có dạng 18:00-06:00.", "Hours are written like 18:00-06:00.");

    public static LocalText NotAReportFile { get; } = new("Báo cáo phải là tệp .json, .csv hoặc .html.", "A report is a .json, .csv or .html file.");

    public static LocalText NothingToRetry { get; } = new("Không có tệp lỗi nào.", "There is no failed file.");

    public static LocalText FolderMissing { get; } = new(
        "Không thấy thư mục; đang chờ nó xuất hiện lại.", "The folder is not there; waiting for it to come back.");

    public static LocalText Waiting { get; } = new("ngoài khung giờ", "outside the hours");

    public static LocalText GoesOn(long id) => new($"Tiếp tục chiến dịch {id}.", $"Going on with campaign {id}.");

    public static LocalText Interrupted { get; } = new("Đã dừng; chạy lại lệnh để tiếp tục.", "Stopped; the same command goes on.");

    public static LocalText Progress(CampaignProgress progress, bool areAllKnown, TimeSpan? left)
    {
        string total = areAllKnown ? $"{progress.Total}" : $"{progress.Total}+";
        string rate = progress.FilesPerMinute is { } perMinute ? $"{perMinute:0}" : "–";
        string time = left is { } known ? $"{(long)known.TotalHours}:{known.Minutes:00}:{known.Seconds:00}" : "–";
        return new($"{progress.Finished}/{total} tệp, {rate} tệp/phút, còn {time}", $"{progress.Finished}/{total} files, {rate} files/min, {time} left");
    }

    public static LocalText State(DocumentState state) => ReportTexts.Of(state);
}
