using Extractor.Mapping.Heuristic;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class EarlierPeriodTests
{
    [Theory]
    [InlineData("Tổng hồ sơ tiếp nhận năm 2021 (để so sánh)")]
    [InlineData("HS tiếp nhận 9 tháng năm 2021")]
    [InlineData("Hồ sơ đã giải quyết quý IV/2021")]
    [InlineData("Số hồ sơ cùng kỳ năm trước")]
    [InlineData("So sánh: số văn bản của quý III/2021")]
    public void A_label_that_compares_speaks_of_an_earlier_period(string label) => Assert.True(EarlierPeriod.IsNamedIn(label, 2022));

    [Theory]
    [InlineData("Tổng hồ sơ tiếp nhận năm 2022")]
    [InlineData("Tổng hồ sơ tiếp nhận")]
    [InlineData("Tỷ lệ biên chế tinh giản so với năm 2015")]
    [InlineData("Tỷ lệ tinh giản viên chức so năm 2015")]
    [InlineData("Tăng, giảm so với cùng kỳ")]
    [InlineData("Hồ sơ kỳ trước chuyển sang")]
    [InlineData("Số văn bản ban hành giai đoạn 2021 - 2025")]
    [InlineData("Áp dụng ISO 9001:2015")]
    [InlineData("Hợp đồng theo Nghị định 68/2000/NĐ-CP")]
    [InlineData("Nghị quyết 18-NQ/TW ngày 25/10/2017")]
    [InlineData("Lũy kế từ năm 2019 đến nay")]
    [InlineData("Kế hoạch năm 2021 chuyển sang thực hiện năm 2022")]
    public void What_only_names_a_base_or_a_document_does_not(string label) => Assert.False(EarlierPeriod.IsNamedIn(label, 2022));

    [Fact]
    public void Without_a_year_of_its_own_a_report_knows_no_earlier_one() => Assert.False(EarlierPeriod.IsNamedIn("Hồ sơ tiếp nhận năm 2021", 0));

    [Theory]
    [InlineData("Phụ lục số liệu 9 tháng năm 2022", "Kế hoạch năm 2023", 2022)]
    [InlineData("Phụ lục số liệu", "Kế hoạch năm 2023", 2023)]
    [InlineData("Kèm theo Báo cáo số 15/BC-UBND ngày 20/12/2021", "Số hồ sơ", 0)]
    public void The_reported_year_is_that_of_the_caption_or_the_last_one_named(string caption, string label, int year) =>
        Assert.Equal(year, EarlierPeriod.YearOf([new StatisticalTable(0, caption, [OutlineRows.Row(0, "1", "", label)])]));
}
