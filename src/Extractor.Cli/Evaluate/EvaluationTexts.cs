using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>What <c>evaluate</c> says on the command line.</summary>
internal static class EvaluationTexts
{
    public static LocalText Evaluate { get; } = new(
        "So kết quả với các bản chép tay (*.gold.json) trong thư mục.", "Compares results with the transcriptions (*.gold.json) of a folder.");

    public static LocalText Folder { get; } = new(
        "Thư mục có các bản chép tay, cạnh mỗi bản là các tệp báo cáo cùng tên.", "Folder with transcriptions; the report files of the same name lie beside each.");

    public static LocalText DifferencesOption { get; } = new("In từng điểm khác.", "Print every difference.");

    public static LocalText HtmlOption { get; } = new(
        "Ghi bản đánh giá cho người đọc, có biểu đồ, trong một tệp HTML.", "Write the evaluation for people, with plots, as one HTML file.");

    public static LocalText JsonOption { get; } = new("Ghi các con số dạng JSON.", "Write the figures as JSON.");

    public static LocalText NoTranscriptions { get; } = new("Không có tệp *.gold.json.", "There is no *.gold.json file.");

    public static LocalText Together { get; } = new("tất cả", "all");

    public static LocalText BadSlices { get; } = new("Nhóm có ECE vượt 0,05", "Slice with an ECE above 0.05");

    public static LocalText Right { get; } = new("đúng", "right");

    public static LocalText MeanConfidence { get; } = new("tin cậy trung bình", "mean confidence");
}
