using System.Collections.Immutable;
using System.Globalization;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Variations;

/// <summary>Puts head, title, prose and signature of a made-up agency around the rows.</summary>
internal static class Frame
{
    private static readonly (string Name, string Short, string Parent)[] Agencies =
    [
        ("XÃ MINH TÂN", "xã Minh Tân", "HUYỆN KIẾN XƯƠNG"), ("PHƯỜNG TÂN LẬP", "phường Tân Lập", "THÀNH PHỐ THÁI NGUYÊN"),
        ("THỊ TRẤN YÊN LẠC", "thị trấn Yên Lạc", "HUYỆN YÊN LẠC"), ("XÃ CẨM HƯNG", "xã Cẩm Hưng", "HUYỆN CẨM GIÀNG"),
    ];

    private static readonly string[] Signers = ["Nguyễn Văn Bình", "Trần Thị Thu Hà", "Lê Quang Đạo", "Phạm Hoàng Long"];

    /// <summary>A whole report.</summary>
    public static VariedReport Around(string id, ImmutableArray<GoldRow> rows, Random random)
    {
        (string name, string shortName, string parent) = Agencies[random.Next(Agencies.Length)];
        int year = random.Next(2019, 2026);
        (PeriodKind kind, int? quarter, string periodText, DateOnly issued) = PeriodOf(random, year);
        string number = $"{random.Next(10, 400)}/BC-UBND";
        string signer = Signers[random.Next(Signers.Length)];
        string subject = $"Kết quả công tác cải cách hành chính {periodText}";
        string date = string.Create(CultureInfo.InvariantCulture, $"ngày {issued.Day:00} tháng {issued.Month:00} năm {issued.Year}");
        string parentName = "UBND " + ParentNameOf(parent);
        var head = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["agency"] = "UBND " + shortName,
            ["parentAgency"] = parentName,
            ["number"] = number,
            ["issuedOn"] = issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["title"] = "BÁO CÁO " + subject,
            ["signer"] = signer,
        });
        var gold = new GoldReport(
            id, rows, ImmutableDictionary<string, IndicatorValue>.Empty, ImmutableDictionary<string, IndicatorValue>.Empty, head,
            VariedReport.Period(kind, year, quarter));
        return new VariedReport(
            gold,
            (["ỦY BAN NHÂN DÂN", name, "-------", $"Số: {number}"],
             ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------", $"{shortName[(shortName.IndexOf(' ', StringComparison.Ordinal) + 1)..]}, {date}"]),
            ["BÁO CÁO", subject],
            [
                $"Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/{year} của {parentName} về cải cách hành chính năm {year}, UBND {shortName} báo cáo kết quả như sau:",
                "I. KẾT QUẢ THỰC HIỆN",
                "UBND đã chỉ đạo các bộ phận chuyên môn thực hiện nghiêm túc các nhiệm vụ được giao.",
                "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
                "Phấn đấu 100% hồ sơ được giải quyết đúng hạn trong thời gian tới.",
                $"Trên đây là báo cáo của UBND {shortName}./.",
            ],
            ["Phụ lục", "THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", $"(Kèm theo Báo cáo số {number} ngày {issued.Day:00}/{issued.Month:00}/{issued.Year} của UBND {shortName})"],
            random.Next(2) == 0,
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", signer],
            ["Nơi nhận:", $"- {parentName} (b/c);", "- Phòng Nội vụ;", "- Lưu: VT."]);
    }

    private static (PeriodKind Kind, int? Quarter, string Text, DateOnly Issued) PeriodOf(Random random, int year) => random.Next(4) switch
    {
        0 => (PeriodKind.Year, null, $"năm {year}", new DateOnly(year, 12, random.Next(1, 25))),
        1 => (PeriodKind.NineMonths, null, $"9 tháng đầu năm {year}", new DateOnly(year, 9, random.Next(1, 25))),
        2 => (PeriodKind.SixMonths, null, $"6 tháng đầu năm {year}", new DateOnly(year, 6, random.Next(1, 25))),
        _ => (PeriodKind.Quarter, 1, $"quý I năm {year}", new DateOnly(year, 3, random.Next(1, 25))),
    };

    // "HUYỆN KIẾN XƯƠNG" as it is written inside a sentence: "huyện Kiến Xương".
    private static string ParentNameOf(string upper)
    {
        string[] words = upper.ToLowerInvariant().Split(' ');
        int common = words[0] == "thành" ? 2 : 1;
        return string.Join(' ', words.Select((w, i) => i < common ? w : char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
