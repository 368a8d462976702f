using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Names and captions of the plots.</summary>
internal static class PlotTexts
{
    public static LocalText Reliability { get; } = new("Độ tin cậy có đáng tin không?", "Is the confidence to be trusted?");

    public static LocalText ReliabilityCaption { get; } = new(
        "Điểm nằm trên đường chéo: độ tin cậy bằng đúng tỷ lệ đúng. Dưới đường chéo: quá tự tin. Vạch đứng là khoảng tin cậy 95 %. Phía dưới là số lượng số liệu (thang logarit).",
        "On the diagonal the confidence is the share of right values; below it, it promises too much. Bars are 95 % intervals. Below: number of values (logarithmic heights).");

    public static LocalText Upper { get; } = new("Nhìn gần: từ 0,9 đến 1", "Close-up: 0.9 to 1");

    public static LocalText UpperCaption { get; } = new(
        "Phần lớn số liệu nằm ở đây.", "Most values lie here.");

    public static LocalText RiskCurve { get; } = new("Nhận ngay bao nhiêu thì sai bao nhiêu?", "How much can pass, and how much of it is wrong?");

    public static LocalText RiskCaption { get; } = new(
        "Nhận các số liệu theo độ tin cậy giảm dần: trục ngang là phần đã nhận, trục đứng là tỷ lệ sai trong phần đó. Điểm đánh dấu là phần lớn nhất còn dưới giới hạn.",
        "Values taken by falling confidence: across, the share taken; up, the share of wrong values in it. The dot is the largest share within the limit.");

    public static LocalText Confidence { get; } = new("độ tin cậy", "confidence");

    public static LocalText ShareRight { get; } = new("tỷ lệ đúng", "share right");

    public static LocalText CountOfValues { get; } = new("số lượng số liệu", "number of values");

    public static LocalText Coverage { get; } = new("phần số liệu được nhận ngay", "share of values that pass");

    public static LocalText Risk { get; } = new("tỷ lệ sai", "share wrong");

    public static LocalText Limit(string risk) => new($"giới hạn {risk}", $"limit {risk}");

    public static LocalText Bin(string from, string to, string count, string right, string confidence) => new(
        $"{from} đến {to}: {count} số liệu, {right} đúng, tin cậy trung bình {confidence}",
        $"{from} to {to}: {count} values, {right} right, mean confidence {confidence}");
}
