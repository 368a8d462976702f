using Extractor.Models;
using Extractor.Tables;
using Extractor.Tests.Mapping;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Tables;

/// <summary>Forms from Word file to rows: headings as offices word them, several tables with captions of their own.</summary>
public class FormsInWordTests
{
    private static readonly string[][] Rows =
    [
        ["1", "Kế hoạch cải cách hành chính", "", "", ""],
        ["1.1", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "42", ""],
        ["1.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "17", "đạt tiến độ"],
        ["2", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", "9", ""],
    ];

    [Theory]
    [InlineData("STT|Chỉ tiêu thống kê|Đơn vị tính|Số liệu|Ghi chú", "3")]
    [InlineData("TT|Nội dung|ĐVT|Kết quả|Ghi chú", "3")]
    [InlineData("Số TT|Chỉ tiêu|Đơn vị|Giá trị|Ghi chú", "3")]
    [InlineData("Stt|Tên chỉ tiêu|Đơn vị tính|Kết quả thực hiện|Giải trình", "3")]
    [InlineData("Số thứ tự|NỘI DUNG BÁO CÁO|ĐƠN VỊ TÍNH|SỐ LIỆU BÁO CÁO|GHI CHÚ", "3")]
    [InlineData("TT|Tiêu chí thống kê|Đơn vị|Kỳ này|Ghi chú", "3")]
    [InlineData("TT|Nội dung thống kê|Đơn vị tính|Kết quả thống kê|Ghi chú (nếu có)", "3")]
    [InlineData("STT|Các chỉ tiêu chủ yếu|Đơn vị tính|9 tháng năm 2024|Ghi chú", "3")]
    public void Headings_of_other_offices_give_the_same_rows(string heading, string figureColumn)
    {
        ExtractionResult result = Extract(new FormInWord().Table("Phụ lục\nSỐ LIỆU THỐNG KÊ", [heading.Split('|'), .. Rows]));

        AssertRows(result);
        Assert.All(result.Fields.SelectMany(f => f.Evidence), e => Assert.Equal(figureColumn, e.Column?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("(1)|(2)|(3)|(4)|(5)")]
    [InlineData("1|2|3|4|5")]
    [InlineData("A|B|C|1|2")]
    [InlineData("(A)|(B)|(1)|(2)|(3)")]
    public void Numbers_of_the_columns_are_no_row(string numbers)
    {
        ExtractionResult result = Extract(new FormInWord().Table("Phụ lục", [["TT", "Nội dung", "ĐVT", "Kết quả", "Ghi chú"], numbers.Split('|'), .. Rows]));

        AssertRows(result);
    }

    [Fact]
    public void Figures_of_this_period_are_read_beside_those_of_the_last()
    {
        string[][] rows = [.. Rows.Select(r => new[] { r[0], r[1], r[2], r[3].Length > 0 ? "99" : "", r[3], r[4] })];

        ExtractionResult result = Extract(new FormInWord().Table("Phụ lục", [["TT", "Chỉ tiêu", "ĐVT", "Số liệu kỳ trước", "Số liệu kỳ này", "Ghi chú"], .. rows]));

        AssertRows(result);
    }

    [Theory]
    [InlineData("tinh-bieu-mau-1-7-2025-9m")]
    [InlineData("tinh-7-bieu-2025-6m")]
    public void Seven_tables_with_captions_of_their_own_read_as_one_report(string form)
    {
        GoldRows gold = GoldRows.Read(form);
        var word = new FormInWord();
        foreach (StatisticalTable table in gold.Tables)
        {
            word.Table(table.Caption, [["STT", "Tên chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"], ["(1)", "(2)", "(3)", "(4)", "(5)"],
                .. table.Rows.Select(r => new[] { r.Stt, r.Label.Text, r.Unit.Text, r.Value.Text, r.Note.Text })]);
        }

        ExtractionResult result = Extract(word);

        Assert.Equal(gold.Tables.Length, result.Coverage.Tables);
        Assert.Equal(gold.Tables.SelectMany(t => t.Rows).Select(r => (r.Stt, r.Label.Text, r.Value.Text)), result.Rows.Select(r => (r.Stt, r.Label, r.Value)));
        int right = result.Rows.Zip(gold.Codes).Count(pair => pair.Second.Contains(pair.First.Code));
        Assert.InRange((double)right / result.Rows.Length, 0.98, 1);
    }

    private static ExtractionResult Extract(FormInWord form) => TestPipeline.Shared.Extract(form.ToFile());

    private static void AssertRows(ExtractionResult result)
    {
        Assert.Equal(Rows.Select(r => (r[0], r[1], r[2], r[3], r[4])), result.Rows.Select(r => (r.Stt, r.Label, r.Unit, r.Value, r.Note)));
        Assert.Equal(
            ["direction.plan", "direction.plan.tasks_planned", "direction.plan.tasks_completed", "direction.directives_issued"],
            result.Rows.Select(r => r.Code));
    }
}
