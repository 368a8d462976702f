using Extractor.Families;
using Extractor.Mapping.Crossed;
using Extractor.Models;
using Extractor.Tests.Pipeline;
using Extractor.Tests.Tables;

namespace Extractor.Tests.Families;

/// <summary>The family of a report is told by what it says of itself; documents that only look like one stay what they are.</summary>
public sealed class FamilyChooserTests
{
    private const string Reform = "cchc";
    private const string Dossiers = "tthc";

    private static readonly TableBlock DossierTable = TableSketch.Table("""
        STT | Lĩnh vực | Số lượng hồ sơ tiếp nhận | < | < | Số lượng hồ sơ đã giải quyết | < | <
        ^ | ^ | Tổng số | Trong kỳ | Từ kỳ trước | Tổng số | Trước hạn | Quá hạn
        1 | Đất đai | 30 | 25 | 5 | 28 | 28 | 0
        2 | Hộ tịch | 12 | 12 | 0 | 12 | 10 | 2
         | Tổng cộng | 42 | 37 | 5 | 40 | 38 | 2
        """);

    private static readonly TableBlock ReformTable = TableSketch.Table("""
        STT | Chỉ tiêu thống kê | Đơn vị tính | Số liệu | Ghi chú
        1 | Công tác chỉ đạo, điều hành | | |
        1.1 | Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ | 20 |
        1.2 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | 18 |
        2 | Cải cách thể chế | | |
        2.1 | Tổng số VBQPPL do địa phương ban hành | Văn bản | 4 |
        3 | Số lượng hồ sơ đã tiếp nhận | Hồ sơ | 300 |
        4 | Số hồ sơ giải quyết quá hạn | Hồ sơ | 0 |
        """);

    private static readonly TableBlock ComplaintsTable = TableSketch.Table("""
        STT | Đơn vị | Số đơn tiếp nhận | < | < | Kết quả giải quyết đơn | < | <
        ^ | ^ | Tổng số | Kỳ trước chuyển sang | Tiếp nhận trong kỳ | Đã giải quyết | Đúng hạn | Quá hạn
        1 | Thanh tra huyện | 30 | 5 | 25 | 28 | 26 | 2
        2 | UBND xã Bình Minh | 12 | 2 | 10 | 12 | 12 | 0
         | Tổng cộng | 42 | 7 | 35 | 40 | 38 | 2
        """);

    private static readonly TableBlock CourtTable = TableSketch.Table("""
        STT | Loại án | Thụ lý | < | < | Đã giải quyết | Còn lại | Quá hạn luật định
        ^ | ^ | Tổng số | Cũ | Mới | ^ | ^ | ^
        1 | Hình sự | 30 | 5 | 25 | 28 | 2 | 0
        2 | Dân sự | 120 | 20 | 100 | 112 | 8 | 0
         | Cộng | 150 | 25 | 125 | 140 | 10 | 0
        """);

    [Theory]
    [InlineData("BÁO CÁO Tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2022")]
    [InlineData("BÁO CÁO Kết quả tiếp nhận, giải quyết hồ sơ TTHC tháng 7 năm 2024")]
    [InlineData("BÁO CÁO Công tác kiểm soát thủ tục hành chính quý II năm 2019")]
    [InlineData("Báo cáo kết quả hoạt động của Bộ phận Tiếp nhận và Trả kết quả 6 tháng đầu năm 2021")]
    [InlineData(null)]
    public void A_report_on_dossiers_is_one(string? title) => AssertFamily(Dossiers, title, DossierTable);

    [Theory]
    [InlineData("BÁO CÁO Kết quả công tác cải cách hành chính quý III năm 2023")]
    [InlineData("BÁO CÁO Công tác CCHC và kiểm soát thủ tục hành chính năm 2020")]
    [InlineData("BÁO CÁO Tình hình cải cách hành chính, kết quả giải quyết thủ tục hành chính 9 tháng")]
    [InlineData(null)]
    public void A_report_on_reform_is_one(string? title) => AssertFamily(Reform, title, ReformTable);

    [Fact]
    public void A_report_on_reform_with_a_table_of_dossiers_stays_one() =>
        AssertFamily(Reform, "BÁO CÁO Kết quả thực hiện công tác cải cách hành chính năm 2022", ReformTable, DossierTable);

    [Fact]
    public void A_report_on_reform_whose_only_table_is_one_of_dossiers_stays_one() =>
        AssertFamily(Reform, "BÁO CÁO Kết quả thực hiện công tác cải cách hành chính năm 2022", DossierTable);

    [Fact]
    public void A_report_that_could_be_either_says_so()
    {
        FamilyChoice choice = Choose("BÁO CÁO Kết quả hoạt động của cơ quan năm 2022", ReformTable, DossierTable);

        Assert.Contains(choice.Warnings, w => w.Code == "report.familyUncertain");
    }

    [Fact]
    public void Documents_about_something_else_are_of_no_family()
    {
        Assert.False(Choose("BÁO CÁO Công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2022", ComplaintsTable).IsFounded);
        Assert.False(Choose("BÁO CÁO Tình hình thụ lý, giải quyết các loại án năm 2022", CourtTable).IsFounded);
        Assert.False(Choose("BÁO CÁO Tình hình phát triển kinh tế - xã hội năm 2022").IsFounded);
        Assert.False(Choose("QUYẾT ĐỊNH Về việc công bố danh mục thủ tục hành chính").IsFounded);
    }

    [Fact]
    public void What_is_read_as_dossiers_by_order_of_the_caller_has_no_figures_of_complaints_or_cases()
    {
        foreach (TableBlock table in new[] { ComplaintsTable, CourtTable })
        {
            IndicatorSchema schema = FamilyCatalog.Load(Dossiers);
            var crossed = CrossedTableFinder.Find(
                TableSketch.Document(table), schema, Mapping.ShippedModel.Mapper, CancellationToken.None);

            Assert.Empty(crossed);
        }
    }

    [Theory, MemberData(nameof(CorpusAccuracyTests.Renderings), MemberType = typeof(CorpusAccuracyTests))]
    public void The_transcribed_reports_keep_their_family(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));

        Assert.Equal(Reform, result.Schema.Family);
        Assert.DoesNotContain(result.Warnings, w => w.Code.StartsWith("report.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_caller_has_the_last_word()
    {
        ExtractionResult result = TestPipeline.Shared.Extract(
            Crossed.CrossedFixtures.Open("xa-quy3", ".docx"), new ExtractionRequest { Family = Reform });

        Assert.Equal(Reform, result.Schema.Family);
        Assert.All(result.Fields, f => Assert.Null(f.Item));
    }

    private static void AssertFamily(string family, string? title, params Block[] blocks)
    {
        FamilyChoice choice = Choose(title, blocks);

        Assert.Equal(family, choice.Schema.Family);
        Assert.True(choice.IsFounded);
        Assert.Empty(choice.Warnings);
    }

    private static FamilyChoice Choose(string? title, params Block[] blocks) =>
        FamilyChooser.Choose(TableSketch.Document(blocks), title, TestPipeline.Shared.Schemas);
}
