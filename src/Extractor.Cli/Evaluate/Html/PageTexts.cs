using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Headings and sentences of the evaluation page.</summary>
internal static class PageTexts
{
    public static LocalText Title { get; } = new("Đánh giá kết quả trích xuất số liệu", "Evaluation of extracted figures");

    public static LocalText Summary { get; } = new("Tóm tắt", "Summary");

    public static LocalText Wrong { get; } = new("Những gì còn sai", "What is wrong");

    public static LocalText Slices { get; } = new("Độ tin cậy theo từng nhóm", "Confidence by slices");

    public static LocalText Plots { get; } = new("Biểu đồ", "Plots");

    public static LocalText Files { get; } = new("Từng tệp", "File by file");

    public static LocalText Terms { get; } = new("Giải thích", "Terms");

    public static LocalText ByRendering { get; } = new("Theo loại tệp", "By kind of file");

    public static LocalText Failed { get; } = new("Tệp không cho kết quả", "Files without a result");

    public static LocalText NothingWrong { get; } = new(
        "Không có điểm nào khác bản chép tay.", "Nothing differs from the transcriptions.");

    public static LocalText WrongNote { get; } = new(
        "Số liệu sai mà có độ tin cậy cao đứng trước: đó là những chỗ không ai xem lại.",
        "Wrong values with a high confidence come first: nobody would look at those again.");

    public static LocalText SlicesNote { get; } = new(
        "Trong mỗi nhóm, tỷ lệ đúng phải gần với độ tin cậy trung bình. Nhóm từ 300 trường hợp trở lên được đối chiếu với giới hạn ECE 0,05; nhóm nhỏ hơn chỉ để tham khảo.",
        "In each slice the share of right cases must be close to the mean confidence. Slices of 300 cases and more are held against an ECE of 0.05; smaller ones are for information only.");

    public static LocalText RowsNote { get; } = new("Nhóm này đếm dòng của bảng, không đếm số liệu.", "These slices count table rows, not values.");

    public static LocalText StatusNote { get; } = new(
        "Nhóm này đếm cả các ô không có số liệu: nhận đúng rằng không có số liệu cũng là đúng.",
        "These slices count cells without a value too: to know that there is none is right as well.");

    public static LocalText File { get; } = new("Tệp", "File");

    public static LocalText FileCount { get; } = new("Số tệp", "Files");

    public static LocalText Indicator { get; } = new("Chỉ tiêu", "Indicator");

    public static LocalText Place { get; } = new("Chỗ", "Place");

    public static LocalText Expected { get; } = new("Đúng ra", "Expected");

    public static LocalText Got { get; } = new("Đọc được", "Got");

    public static LocalText Confidence { get; } = new("Tin cậy", "Confidence");

    public static LocalText Quote { get; } = new("Trích dẫn", "Quote");

    public static LocalText Reason { get; } = new("Lý do", "Reason");

    public static LocalText Differences { get; } = new("Điểm khác", "Differences");

    public static LocalText Cases { get; } = new("Số ca", "Cases");

    public static LocalText Accuracy { get; } = new("Tỷ lệ đúng", "Right");

    public static LocalText MeanConfidence { get; } = new("Tin cậy TB", "Mean conf.");

    public static LocalText Verdict { get; } = new("Đối chiếu", "Verdict");

    public static LocalText Met { get; } = new("✓ đạt", "✓ met");

    public static LocalText Missed { get; } = new("✗ chưa đạt", "✗ missed");

    public static LocalText TooFew { get; } = new("ít ca", "too few");

    public static LocalText Rows { get; } = new("Dòng tìm được", "Rows found");

    public static LocalText ExtraRows { get; } = new("Dòng thừa", "Rows extra");

    public static LocalText Cells { get; } = new("Ô đúng", "Cells");

    public static LocalText Codes { get; } = new("Mã đúng", "Codes");

    public static LocalText Facts { get; } = new("Lời văn", "Prose facts");

    public static LocalText Head { get; } = new("Phần đầu", "Head");

    public static LocalText Values { get; } = new("Số liệu đúng", "Values that are right");

    public static LocalText Found { get; } = new("Số liệu tìm được", "Values that were found");

    public static LocalText RowCodes { get; } = new("Dòng nhận đúng chỉ tiêu", "Rows with the right indicator");

    public static LocalText ForeignRows { get; } = new("Dòng ngoài bộ chỉ tiêu nhận đúng", "Foreign rows recognised");

    public static LocalText Untouched { get; } = new("Nhận ngay không cần xem lại", "Pass untouched");

    public static LocalText CalibrationError { get; } = new("Sai số của độ tin cậy (ECE)", "Calibration error (ECE)");

    public static LocalText Separation { get; } = new("Phân biệt đúng với sai (AUROC)", "Right told from wrong (AUROC)");

    public static LocalText NotMeasurable { get; } = new("cần có cả số liệu đúng và sai", "needs right and wrong values");

    public static LocalText Together { get; } = new("Tất cả", "All");

    public static LocalText MeasuredOn(string folder, string moment) => new($"Thư mục {folder} · {moment}", $"Folder {folder} · {moment}");

    public static LocalText Compared(string files, string right, string values, string share) => new(
        $"Đã so {files} tệp với bản chép tay: {right} trên {values} số liệu đọc được là đúng ({share}).",
        $"Files compared with their transcriptions: {files}. Of {values} values read, {right} are right ({share}).");

    public static LocalText Passing(string share, string threshold, string wrong, string taken) => new(
        $"{share} số liệu có độ tin cậy từ {threshold} trở lên và có thể nhận ngay: trong {taken} số liệu đó có {wrong} số liệu sai.",
        $"{share} of the values have a confidence of {threshold} or more and can be taken over as they are: of these {taken}, {wrong} are wrong.");

    public static LocalText NonePasses { get; } = new(
        "Chưa có mức tin cậy nào mà từ đó trở lên 99,9 % số liệu là đúng: mọi số liệu cần được người xem lại.",
        "There is no confidence above which 99.9 % of the values are right: a person has to look at all of them.");

    public static LocalText Remaining(string rest, string wrong) => new(
        $"Còn {rest} số liệu cần người xem lại, trong đó có {wrong} số liệu sai.",
        $"A person should look at the remaining {rest}, of which {wrong} are wrong.");

    public static LocalText OfAll(string part, string all) => new($"{part} trên {all}", $"{part} of {all}");

    public static LocalText FromConfidence(string threshold) => new($"từ độ tin cậy {threshold}", $"from a confidence of {threshold}");

    public static LocalText AtLeast(string target) => new($"mục tiêu ≥ {target}", $"target ≥ {target}");

    public static LocalText AtMost(string target) => new($"mục tiêu ≤ {target}", $"target ≤ {target}");

    public static LocalText PageOf(int page) => new($"trang {page}", $"page {page}");

    public static LocalText More(string count) => new($"… và {count} mục nữa, không liệt kê ở đây.", $"… and {count} more, not listed here.");
}
