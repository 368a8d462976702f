using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>What the figures mean.</summary>
internal sealed class TermSection(Wording wording)
{
    private static readonly (LocalText Term, LocalText Meaning)[] Terms =
    [
        (new("Độ tin cậy", "Confidence"), new(
            "Xác suất mà số liệu là đúng, do chương trình tự đánh giá. Trong 100 số liệu có độ tin cậy 0,95 phải có khoảng 95 số liệu đúng.",
            "Probability that a value is right, as the program itself judges. Of 100 values with a confidence of 0.95 about 95 must be right.")),
        (new("ECE", "ECE"), new(
            "Sai số hiệu chuẩn: khoảng cách trung bình giữa độ tin cậy và tỷ lệ đúng, tính trên mười khoảng bằng nhau. Càng nhỏ càng tốt. Một độ tin cậy không đổi cũng có thể có ECE bằng 0, vì vậy cần xem cùng AUROC.",
            "Expected calibration error: mean gap between confidence and share of right values over ten equal bins. Smaller is better. A constant confidence can have an ECE of 0, so look at AUROC too.")),
        (new("Brier", "Brier"), new(
            "Trung bình bình phương chênh lệch giữa độ tin cậy và kết quả (đúng 1, sai 0). Càng nhỏ càng tốt.",
            "Mean squared difference between confidence and outcome (right 1, wrong 0). Smaller is better.")),
        (new("AUROC", "AUROC"), new(
            "Xác suất mà một số liệu đúng có độ tin cậy cao hơn một số liệu sai; 0,5 là không phân biệt được, 1 là phân biệt hoàn toàn.",
            "Probability that a right value has a higher confidence than a wrong one; 0.5 tells nothing apart, 1 everything.")),
        (new("Nhận ngay không cần xem lại", "Pass untouched"), new(
            "Tỷ lệ số liệu có độ tin cậy trên một ngưỡng mà từ đó trở lên ít nhất 99,9 % là đúng. Ngưỡng được chọn trên chính các báo cáo này, nên với ít báo cáo thì kết quả còn dao động.",
            "Share of the values above the confidence from which at least 99.9 % are right. The threshold is chosen on these very reports, so with few reports it still varies.")),
        (new("F1", "F1"), new(
            "Trung bình điều hòa của tỷ lệ số liệu đọc được là đúng và tỷ lệ số liệu của báo cáo được tìm thấy.",
            "Harmonic mean of the share of read values that are right and the share of the report's values that were found.")),
    ];

    /// <summary>The section.</summary>
    public Markup Write()
    {
        var page = new Markup();
        page.Add($"<section id=\"terms\"><h2>{wording.Say(PageTexts.Terms)}</h2>\n<dl class=\"terms\">\n");
        foreach ((LocalText term, LocalText meaning) in Terms)
        {
            page.Add($"<dt>{wording.Say(term)}</dt><dd>{wording.Say(meaning)}</dd>\n");
        }

        return page.Add($"</dl></section>\n");
    }
}
