using Extractor.Models;

namespace Extractor.Workers;

/// <summary>What a user is told about a file that a worker could not read.</summary>
internal static class WorkerTexts
{
    public static LocalText OutOfMemory { get; } = new(
        "Tệp cần nhiều bộ nhớ hơn mức cho phép; hãy chia nhỏ báo cáo hoặc lưu lại bằng Word rồi gửi lại.",
        "The file needs more memory than is allowed; split the report, or save it again with Word, and send that.");

    public static LocalText Internal { get; } = new(
        "Lỗi của chương trình khi đọc tệp; hãy báo cho người quản trị.", "An error of the program while the file was read; tell the operator.");

    public static LocalText UnknownFamily(string? family) => new($"Không có loại báo cáo '{family}'.", $"There is no report family '{family}'.");

    public static LocalText NoProgress(double seconds) => Filled(
        $"Đọc tệp không tiến triển trong {seconds} giây nên đã dừng; hãy lưu lại tệp bằng Word hoặc in ra PDF rồi gửi lại.",
        $"Reading made no progress for {seconds} seconds and was stopped; save the file again with Word or print it to PDF, and send that.");

    public static LocalText TooLong(double seconds) => Filled(
        $"Chưa đọc xong sau {seconds} giây nên đã dừng; hãy chia nhỏ báo cáo.", $"Not finished after {seconds} seconds and stopped; split the report.");

    public static LocalText TooLargeResult(long bytes) => Filled(
        $"Kết quả lớn hơn {bytes >> 20} MB; hãy chia nhỏ báo cáo.", $"The result is larger than {bytes >> 20} MB; split the report.");

    public static LocalText Quarantined(int times, WorkerEndReason reason)
    {
        LocalText cause = CauseOf(reason);
        return Filled(
            $"Tệp đã làm dừng tiến trình đọc {times} lần ({cause.Vi}) nên bị cách ly và không được thử lại; hãy kiểm tra tệp gốc, lưu lại bằng Word hoặc in ra PDF rồi gửi bản mới.",
            $"The file ended the reading process {times} times ({cause.En}), is set aside and not tried again; check the original, save it again with Word or print it to PDF, and send the new copy.");
    }

    private static LocalText CauseOf(WorkerEndReason reason) => reason switch
    {
        WorkerEndReason.NoProgress => new("không tiến triển", "no progress"),
        WorkerEndReason.TooLong => new("quá thời gian", "too long"),
        WorkerEndReason.OutOfMemory => new("hết bộ nhớ", "out of memory"),
        WorkerEndReason.StackOverflow => new("tràn ngăn xếp", "stack overflow"),
        WorkerEndReason.Killed => new("bị hệ thống dừng", "killed by the system"),
        WorkerEndReason.BrokenFrame => new("trả lời sai định dạng", "a garbled answer"),
        _ => new("dừng đột ngột", "a crash"),
    };

    private static LocalText Filled(FormattableString vi, FormattableString en) => new(FormattableString.Invariant(vi), FormattableString.Invariant(en));
}
