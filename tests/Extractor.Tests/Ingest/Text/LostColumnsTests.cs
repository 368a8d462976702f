using System.Globalization;
using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Extractor.Tests.Pipeline;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>A table that a program printed column by column.</summary>
public class LostColumnsTests
{
    [Fact]
    public void A_table_whose_very_headings_are_torn_apart_is_told_with_what_was_not_read()
    {
        string text = string.Join('\n', [
            "PHỤ LỤC", "Số", "TT", .. Enumerable.Range(1, 14).Select(i => $"{i}"), "Nội dung", .. Enumerable.Range(1, 14).Select(i => $"Số việc thứ {i} đã làm trong kỳ"),
            "Đơn vị", .. Enumerable.Repeat("Hồ sơ", 14), "Kết quả", .. Enumerable.Range(1, 14).Select(i => $"{i * 7}")]);

        Document document = new PlainTextReader([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()))
            .Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);

        DocumentWarning told = Assert.Single(document.Warnings);
        Assert.Equal(("text.columnsLost", "columnsLost"), (told.Code, Assert.Single(document.Unread).Reason));
        Assert.Contains("(0 rows; ", told.Message.En, StringComparison.Ordinal);
    }

    private static readonly string[] Labels =
    [
        "Số văn bản chỉ đạo cải cách hành chính đã ban hành", "Số nhiệm vụ đề ra trong kế hoạch", "Số nhiệm vụ đã hoàn thành", "Tổng số nhiệm vụ được giao",
        "Số lượng phiếu khảo sát", "Tổng số thủ tục hành chính đang áp dụng", "Số hồ sơ đã tiếp nhận", "Số hồ sơ đã giải quyết",
    ];

    [Fact]
    public void Rows_that_are_still_whole_are_read_with_low_confidence_and_the_rest_is_reported()
    {
        ExtractionResult result = Extract(
            string.Concat(Labels.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 3}\n{l}\n")))
            + string.Concat(Labels.Select(_ => "Văn bản\n")) + string.Concat(Labels.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 40}\n"))));

        Assert.Contains(result.Warnings, w => w.Code == "text.columnsLost");
        Assert.Contains(result.Coverage.Unread, gap => gap.Reason == "columnsLost");
        Assert.All(result.Fields.Where(f => f.Value is not null), field => Assert.InRange(field.Confidence.Value, 0, 0.5));
        Assert.DoesNotContain(result.Rows, row => row.Value.Length > 0 && int.Parse(row.Value, CultureInfo.InvariantCulture) >= 40);
    }

    [Fact]
    public void The_same_table_row_by_row_raises_no_doubt()
    {
        ExtractionResult result = Extract(string.Concat(Labels.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 3} {l} Văn bản {i + 40}\n"))));

        Assert.DoesNotContain(result.Warnings, w => w.Code == "text.columnsLost");
        Assert.Equal(Labels.Length + 2, result.Rows.Length);
    }

    private static ExtractionResult Extract(string body) => TestPipeline.Shared.Extract(new SourceFile(
        "a.txt",
        Encoding.UTF8.GetBytes("BÁO CÁO\nPhụ lục\nSTT Chỉ tiêu thống kê Đơn vị tính Số liệu\n1 Số cuộc đối thoại đã tổ chức Cuộc 7\n2 Số cuộc kiểm tra Cuộc 5\n" + body)));
}
