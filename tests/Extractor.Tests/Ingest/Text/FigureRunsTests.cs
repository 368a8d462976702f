using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Extractor.Tests.Pipeline;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>Texts whose columns run together and whose tables print several figures in a row, or the figure in front of its unit.</summary>
public class FigureRunsTests
{
    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    [Theory]
    [InlineData("Cùng kỳ năm trước Kỳ báo cáo", "78 1246", "1246")]
    [InlineData("Cùng\nkỳ năm\ntrước\nKỳ báo\ncáo", "78 1246", "1246")]
    [InlineData("Kế hoạch Thực hiện Tỷ lệ (%)", "70 69 98,6", "69")]
    [InlineData("Kỳ báo cáo Kỳ trước", "15 -", "15")]
    public void Of_several_figures_the_one_that_reports_is_the_value(string headings, string figures, string value)
    {
        string text = $"""
            Phụ lục
            STT Nội dung Đơn vị tính {headings}
            1 Kết quả tiếp nhận hồ sơ
            1.1 Tổng số hồ sơ đã tiếp nhận Hồ sơ {figures}
            1.2 Số hồ sơ đã giải quyết trong kỳ Hồ sơ {figures}
            1.3 Số hồ sơ trễ hạn Hồ sơ {figures}
            1.4 Số thủ tục hành chính được công bố Thủ tục {figures}
            Nơi nhận:
            """;

        ExtractionResult result = TestPipeline.Shared.Extract(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(5, result.Rows.Length);
        Assert.All(result.Rows.Skip(1), row => Assert.Equal(value, row.Value));
        Assert.Equal("Số hồ sơ trễ hạn", result.Rows[3].Label);
    }

    [Fact]
    public void A_row_with_fewer_figures_than_columns_is_doubted_and_its_columns_are_named()
    {
        ExtractionResult result = Extract("""
            Phụ lục
            STT Nội dung Đơn vị tính Cùng kỳ năm trước Kỳ báo cáo
            1 Tổng số hồ sơ đã tiếp nhận Hồ sơ 4.120 4.688
            2 Số hồ sơ đã giải quyết trong kỳ Hồ sơ 4.011 4.502
            3 Số hồ sơ trễ hạn Hồ sơ 17
            4 Số thủ tục hành chính được công bố Thủ tục 31 26
            5 Số cuộc họp Ban Chỉ đạo Cuộc 2 3
            Nơi nhận:
            """);

        ResultRow row = Assert.Single(result.Rows, r => r.Stt == "3");
        Field doubted = Assert.Single(result.Fields, f => f.Code == row.Code);
        Finding told = Assert.Single(result.Findings, f => f.Rule == "V06");
        Assert.Equal("17", row.Value);
        Assert.InRange(doubted.Confidence.Value, 0, 0.6);
        Assert.Equal(doubted.Code, Assert.Single(told.Codes));
        Assert.Contains("“17”", told.Message, StringComparison.Ordinal);
        Assert.Contains("“Cùng kỳ năm trước”", told.Message, StringComparison.Ordinal);
        Assert.True(result.Fields.Single(f => f.Code == result.Rows[0].Code).Confidence.Value > doubted.Confidence.Value + 0.2);
    }

    [Fact]
    public void A_share_of_what_is_not_there_is_no_figure_so_two_of_three_are_plan_and_result()
    {
        ExtractionResult result = Extract("""
            Phụ lục
            STT Nội dung Đơn vị tính Kế hoạch Thực hiện Tỷ lệ (%)
            1 Tổng số hồ sơ đã tiếp nhận Hồ sơ 500 450 90
            2 Số hồ sơ đã giải quyết trong kỳ Hồ sơ 400 300 75
            3 Số hồ sơ trễ hạn Hồ sơ 12 17
            4 Số thủ tục hành chính được công bố Thủ tục 20 19 95
            Nơi nhận:
            """);

        Assert.Equal("17", Assert.Single(result.Rows, r => r.Stt == "3").Value);
        Assert.DoesNotContain(result.Findings, f => f.Rule == "V06");
    }

    [Fact]
    public void Where_the_lines_are_aligned_the_place_of_a_figure_tells_its_column()
    {
        ExtractionResult result = Extract("""
            Phụ lục
            STT Nội dung Đơn vị tính Cùng kỳ năm trước Kỳ báo cáo
            1 Tổng số hồ sơ đã tiếp nhận               Hồ sơ      4.120     4.688
            2 Số hồ sơ đã giải quyết trong kỳ          Hồ sơ      4.011     4.502
            3 Số hồ sơ trễ hạn                         Hồ sơ                   17
            4 Số thủ tục hành chính được công bố       Thủ tục       31        26
            5 Số cuộc họp Ban Chỉ đạo                  Cuộc           2
            6 Số tin, bài tuyên truyền                 Tin, bài      40        51
            Nơi nhận:
            """);

        Assert.Equal(["4.688", "4.502", "17", "26", "", "51"], result.Rows.Select(r => r.Value));
        Assert.DoesNotContain(result.Findings, f => f.Rule == "V06");
    }

    [Fact]
    public void A_figure_a_narrow_column_breaks_is_whole_before_the_figures_are_counted()
    {
        ExtractionResult result = Extract("""
            Phụ lục
            STT Nội dung Đơn vị tính Kế hoạch Thực hiện Tỷ lệ (%)
            1 Tổng số hồ sơ đã tiếp nhận Hồ sơ 204118 204.11
            3
            91
            2 Số hồ sơ đã giải quyết trong kỳ Hồ sơ 400 300 75
            3 Số hồ sơ trễ hạn Hồ sơ 12 17 60
            4 Số thủ tục hành chính được công bố Thủ tục 20 19 95
            Nơi nhận:
            """);

        Assert.Equal(["204.113", "300", "17", "19"], result.Rows.Select(r => r.Value));
    }

    [Fact]
    public void Figures_that_stand_a_cell_a_line_belong_to_one_row()
    {
        ExtractionResult result = Extract(string.Join("\n\n", [
            "Phụ lục", "STT", "Nội dung", "Đơn vị tính", "Cùng kỳ\nnăm\nKỳ báo cáo\ntrước", "I", "Cải cách thủ tục hành chính",
            "1", "Tổng số hồ sơ đã tiếp nhận", "Hồ sơ", "4.120", "4.688", "2", "Số hồ sơ đã giải quyết trong kỳ", "Hồ sơ", "4.011", "4.502",
            "3", "Số hồ sơ trễ hạn", "Hồ sơ", "17", "4", "Số thủ tục hành chính được công bố", "Thủ tục", "31", "26",
            "5", "Số cuộc họp Ban Chỉ đạo", "Cuộc", "2", "3", "Nơi nhận:"]));

        Assert.Equal(["", "4.688", "4.502", "17", "26", "3"], result.Rows.Select(r => r.Value));
        Assert.Equal("3", result.Rows[3].Stt);
        Assert.Single(result.Findings, f => f.Rule == "V06");
    }

    [Fact]
    public void Where_rows_stand_among_the_headings_their_order_is_not_certain_and_every_figure_is_doubted()
    {
        string[] rows = [
            "Tổng số hồ sơ đã tiếp nhận", "Hồ sơ", "4.120", "14.688", "2", "Số hồ sơ đã giải quyết trong kỳ", "Hồ sơ", "4.011", "14.502",
            "3", "Số hồ sơ trễ hạn", "Hồ sơ", "17", "61", "4", "Số thủ tục hành chính được công bố", "Thủ tục", "31", "86",
            "5", "Số cuộc họp Ban Chỉ đạo", "Cuộc", "2", "3", "Nơi nhận:"];
        ExtractionResult whole = Extract(string.Join("\n\n", ["Phụ lục", "STT", "Nội dung", "Đơn vị tính", "Kỳ báo cáo", "Lũy kế\ntừ đầu\nnăm", "1", .. rows]));
        ExtractionResult torn = Extract(string.Join("\n\n", ["Phụ lục", "STT", "Nội dung", "1", "Lũy kế\ntừ đầu\nnăm", "Đơn vị tính", "Kỳ báo cáo", .. rows]));

        Assert.DoesNotContain(whole.Findings, f => f.Rule == "V06");
        Assert.NotEmpty(torn.Fields);
        Assert.All(torn.Fields, field => Assert.InRange(field.Confidence.Value, 0, 0.6));
        Finding told = Assert.Single(torn.Findings, f => f.Rule == "V06" && f.Message.Contains("14.502", StringComparison.Ordinal));
        Assert.Contains("“Kỳ báo cáo”", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ways_to_leave_columns_out_are_not_tried_where_there_are_very_many()
    {
        const int Columns = 40;
        string headings = string.Concat(Enumerable.Repeat(" Cùng kỳ năm trước", Columns - 1));
        string figures = string.Concat(Enumerable.Repeat(" 7", Columns));
        ExtractionResult result = Extract($"""
            Phụ lục
            STT Nội dung Đơn vị tính Kỳ báo cáo{headings}
            1 Tổng số hồ sơ đã tiếp nhận Hồ sơ{figures}
            2 Số hồ sơ đã giải quyết trong kỳ Hồ sơ{figures}
            3 Số hồ sơ trễ hạn Hồ sơ{figures[..Columns]}
            4 Số thủ tục hành chính được công bố Thủ tục{figures}
            Nơi nhận:
            """);

        Assert.Equal(["7", "7", "7", "7"], result.Rows.Select(r => r.Value));
        Assert.Single(result.Findings, f => f.Rule == "V06");
    }

    [Fact]
    public void A_unit_may_stand_behind_its_figure()
    {
        Document document = Read("""
            TT Chỉ tiêu thống kê Kết quả Đơn vị tính Ghi chú
            1 Tổng số hồ sơ đã tiếp nhận và
            giải quyết
            1.234 Hồ sơ
            1.1 Số hồ sơ trực tuyến 48 Hồ sơ
            1.2 Tỷ lệ hồ sơ đúng hạn 99,5 %
            2 Thủ tục hành chính
            2.1 Số thủ tục được công bố 12 Thủ tục Quyết định của tỉnh
            """);

        Assert.Equal(
            [["1", "Tổng số hồ sơ đã tiếp nhận và giải quyết", "Hồ sơ", "1.234"], ["1.1", "Số hồ sơ trực tuyến", "Hồ sơ", "48"],
             ["1.2", "Tỷ lệ hồ sơ đúng hạn", "%", "99,5"], ["2", "Thủ tục hành chính", "", ""], ["2.1", "Số thủ tục được công bố", "Thủ tục", "12"]],
            Rows(document));
    }

    [Fact]
    public void A_unit_may_stand_on_the_lines_below_its_figure()
    {
        Document document = Read(string.Join("\n\n", [
            "TT", "Chỉ tiêu thống kê", "Kết quả", "Đơn vị tính", "1", "Tiếp nhận và giải quyết", "1.1", "Số hồ sơ trực tuyến", "48", "Hồ sơ",
            "1.2", "Số đơn vị được kiểm tra", "6", "Cơ quan,\nđơn vị", "1.3", "Tỷ lệ đúng hạn", "99,5", "%"]));

        Assert.Equal(
            [["1", "Tiếp nhận và giải quyết", "", ""], ["1.1", "Số hồ sơ trực tuyến", "Hồ sơ", "48"],
             ["1.2", "Số đơn vị được kiểm tra", "Cơ quan, đơn vị", "6"], ["1.3", "Tỷ lệ đúng hạn", "%", "99,5"]],
            Rows(document));
    }

    [Fact]
    public void A_word_that_differs_by_its_marks_from_one_in_front_of_numbers_ends_a_label()
    {
        Document document = Read("""
            STT Nội dung Kết quả Ghi chú
            1 Tiếp nhận và giải quyết
            1.1 Tổng số hồ sơ đã giải quyết (hồ sơ) 50.228
            1.2 Số hồ sơ đúng hạn (hồ sơ) 50.017
            1.3 Số hồ sơ quá hạn (hồ sơ) 211
            """);

        Assert.Equal(["1.2", "Số hồ sơ đúng hạn (hồ sơ)", "50.017", ""], Rows(document)[2]);
    }

    [Fact]
    public void Without_a_column_for_units_a_unit_in_brackets_is_part_of_its_label()
    {
        Document document = Read("""
            STT Nội dung Kết quả Ghi chú
            1 Kế hoạch cải cách hành chính
            1.1 Số nhiệm vụ đề ra (nhiệm vụ) 25
            1.2 Số nhiệm vụ đã hoàn thành (nhiệm vụ) 21
            1.3 Tỷ lệ hoàn thành (%) 84
            """);

        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        Assert.Equal(5, table.RowCount);
        Assert.Equal(["1.2", "Số nhiệm vụ đã hoàn thành (nhiệm vụ)", "21", ""], Rows(document)[2]);
    }

    [Fact]
    public void Recipients_above_the_table_are_no_headings()
    {
        Document document = Read("""
            Nơi nhận:
            - TT HĐND, UBND (b/c);
            - Lưu: VT, NV.
            THỐNG KÊ SỐ LIỆU
            STT Nội dung Đơn vị tính Kết quả Ghi chú
            1 Tổng số hồ sơ đã tiếp nhận Hồ sơ 25
            2 Số hồ sơ trễ hạn Hồ sơ 3
            """);

        Assert.Equal([["1", "Tổng số hồ sơ đã tiếp nhận", "Hồ sơ", "25"], ["2", "Số hồ sơ trễ hạn", "Hồ sơ", "3"]], Rows(document));
    }

    [Fact]
    public void Recipients_above_columns_of_plan_and_result_are_no_headings()
    {
        Document document = Read("""
            Nơi nhận:                                   CHỦ TỊCH
            - TT HĐND, UBND (b/c);
            - Lưu: VT, NV.                              Nguyễn Văn An
            THỐNG KÊ SỐ LIỆU
            Số             Nội dung báo cáo               Đơn vị     Kế      Thực     Tỷ lệ   Ghi chú
            TT                                                      hoạch    hiện     (%)
            A    Tiếp nhận hồ sơ
            a)   Tổng số hồ sơ đã tiếp nhận tại           Hồ sơ      70      69       75
                 huyện
            b)   Số hồ sơ trễ hạn                         Hồ sơ      24      19       74
            c)   Số hồ sơ trực tuyến                      Hồ sơ      30      25       80
            """);

        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        Assert.Equal("Thực hiện", table[0, 4]?.Text.Text);
        Assert.Equal("Tổng số hồ sơ đã tiếp nhận tại huyện", table[2, 1]?.Text.Text);
        Assert.Equal("69", table[2, 4]?.Text.Text);
    }

    private static ExtractionResult Extract(string text) => TestPipeline.Shared.Extract(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)));

    private static Document Read(string text) => Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    private static string[][] Rows(Document document)
    {
        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        return [.. Enumerable.Range(1, table.RowCount - 1).Select(row => Enumerable.Range(0, 4).Select(column => table[row, column]?.Text.Text ?? "").ToArray())];
    }
}
