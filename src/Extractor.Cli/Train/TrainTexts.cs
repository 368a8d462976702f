using System.Globalization;
using Extractor.Models;

namespace Extractor.Cli.Train;

/// <summary>What <c>train</c> says to its user.</summary>
internal static class TrainTexts
{
    public static LocalText Train { get; } = new(
        "Huấn luyện mô hình nhận dạng chỉ tiêu; không thay mô hình đang dùng nếu mô hình đó tốt hơn.",
        "Trains the mapping model; it never replaces one that is better on forms both had not seen.");

    public static LocalText Seed { get; } = new("Số khởi đầu của các bảng tổng hợp; cùng số cho cùng mô hình.", "Seed of the synthetic tables; the same seed gives the same model.");

    public static LocalText Forms { get; } = new(
        "Thư mục có thêm biểu mẫu đã gán mã (*.csv, *.gold.json); biểu mẫu trong cùng thư mục con là của cùng một nguồn.",
        "Folder with more labelled forms (*.csv, *.gold.json); those of one folder inside it have one source.");

    public static LocalText HeldOutOnly { get; } = new(
        "Chỉ đo mô hình đang dùng trên các biểu mẫu của --forms (chưa dùng để huấn luyện), không huấn luyện; in các dòng sai.",
        "Only measures the present model on the forms of --forms, which it must not have seen; trains nothing, lists the rows it gets wrong.");

    public static LocalText FormsNeeded { get; } = new("--held-out cần --forms.", "--held-out needs --forms.");

    public static LocalText Reviews { get; } = new(
        "Tệp các chỉnh sửa của người rà soát, mỗi dòng một đối tượng JSON.", "File with reviewers' corrections, one JSON object a line.");

    public static LocalText Out { get; } = new("Tệp mô hình; mô hình độ tin cậy (.confidence.json) và các thẻ (.md) được ghi bên cạnh.", "Model file; the confidence model (.confidence.json) and the cards (.md) are written beside it.");

    public static LocalText Refused { get; } = new(
        "Không ghi mô hình: kém hơn mô hình hiện tại:", "The model is not written: it is worse than the present one:");

    public static LocalText HeldOut(int forms, int right, int rows) => new(
        $"{forms} biểu mẫu, lần lượt để riêng từng biểu mẫu: đúng {right}/{rows} dòng",
        $"{forms} forms, each left out in turn: {right} of {rows} rows right");

    public static LocalText Fields(double f1) => new(
        string.Create(CultureInfo.InvariantCulture, $"Tệp Word trên biểu mẫu để riêng: F1 của các giá trị {f1:0.0000}"),
        string.Create(CultureInfo.InvariantCulture, $"Word files on forms left out: F1 of the values {f1:0.0000}"));
}
