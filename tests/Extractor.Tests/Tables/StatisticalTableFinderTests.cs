using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables;
using static Extractor.Tests.Tables.TableSketch;

namespace Extractor.Tests.Tables;

public class StatisticalTableFinderTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Fact]
    public void Two_header_rows_with_a_wide_heading_give_unit_and_figure()
    {
        StatisticalRow row = Assert.Single(Rows(Table("""
            ST T | Chỉ tiêu thống kê | Kết quả thống kê | < | Ghi chú
            ^ | ^ | Đơn vị tính | Số liệu | ^
            3.3.\n1 | Số lượng hồ sơ | Hồ sơ | 479 | tăng
            """)));

        Assert.Equal(("3.3.1", "Số lượng hồ sơ", "Hồ sơ", "479", "tăng"), Texts(row));
        Assert.Equal((2, 3, 4), (row.Row, row.ValueColumn, row.NoteColumn));
    }

    [Fact]
    public void Second_header_row_is_found_without_vertical_spans()
    {
        StatisticalRow row = Assert.Single(Rows(Table("""
            STT | Nội dung | Kết quả thống kê | < | Ghi chú
             | | ĐVT | Số liệu |
            1 | Số văn bản đã ban hành | Văn bản | 12 |
            """)));

        Assert.Equal(("1", "Số văn bản đã ban hành", "Văn bản", "12", ""), Texts(row));
    }

    [Fact]
    public void Word_that_spans_rows_in_the_number_column_is_their_group()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            1 | Tổng số hồ sơ | Hồ sơ | 9
            Trong đó | Trực tiếp | Hồ sơ | 5
            ^ | Trực tuyến | Hồ sơ | 4
            2 | Số thư xin lỗi | Thư | 0
            """));

        Assert.Equal(["", "Trong đó", "Trong đó", ""], rows.Select(r => r.Group));
        Assert.Equal(["1", "", "", "2"], rows.Select(r => r.Stt));
    }

    [Fact]
    public void Group_in_a_row_of_its_own_holds_until_the_next_number()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            1 | Tổng số hồ sơ | Hồ sơ | 9
             | Trong đó: | |
             | Trực tiếp | Hồ sơ | 5
            2 | Số thư xin lỗi | Thư | 0
            """));

        Assert.Equal(["", "", "Trong đó:", ""], rows.Select(r => r.Group));
    }

    [Fact]
    public void Row_below_a_label_that_spans_rows_has_no_label()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            1.2 | Số nhiệm vụ đúng hạn | NV Tp giao | 3
            ^ | ^ | NV Tỉnh giao | 4
            """));

        Assert.Equal(("", "", "NV Tỉnh giao", "4", ""), Texts(rows[1]));
    }

    [Fact]
    public void Repeated_header_and_column_numbers_are_dropped()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            (1) | (2) | (3) | (4)
            1 | Số văn bản | Văn bản | 7
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            (1) | (2) | (3) | (4)
            2 | Số hồ sơ | Hồ sơ | 8
            """));

        Assert.Equal(["7", "8"], rows.Select(r => r.Value.Text));
    }

    [Theory]
    [InlineData("Kỳ trước | Kỳ này", 1)]
    [InlineData("Kỳ này | Kỳ trước", 0)]
    [InlineData("Tổng số | Cấp huyện | Cấp xã", 0)]
    [InlineData("Năm 2022 | Năm 2023", 1)]
    [InlineData("Kế hoạch | Thực hiện | Tỷ lệ (%)", 1)]
    [InlineData("Cùng kỳ năm trước | 9 tháng năm 2023 | So với cùng kỳ", 1)]
    public void Among_several_figure_columns_the_one_that_reports_is_read(string headings, int expected)
    {
        int count = headings.Split('|').Length;
        string figures = string.Join('|', Enumerable.Range(0, count).Select(i => $" 10{i} "));

        StatisticalRow row = Rows(Table($"STT | Chỉ tiêu | Đơn vị tính | {headings}\n1 | Tổng số hồ sơ | Hồ sơ | {figures}\n2 | Số văn bản | Văn bản | {figures}"))[0];

        Assert.Equal($"10{expected}", row.Value.Text);
    }

    [Fact]
    public void Columns_in_another_order_are_told_by_their_headings()
    {
        StatisticalRow row = Assert.Single(Rows(Table("""
            Tiêu chí | Kết quả | ĐVT | TT | Ghi chú
            Số hồ sơ đã giải quyết | 15 | Hồ sơ | 4 | đủ
            """)));

        Assert.Equal("15", row.Value.Text);
        Assert.Equal("Số hồ sơ đã giải quyết", row.Label.Text);
        Assert.Equal("Hồ sơ", row.Unit.Text);
    }

    [Fact]
    public void Table_without_a_header_is_told_by_its_contents()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            1 | Tổng số hồ sơ đã tiếp nhận trong kỳ | Hồ sơ | 479 |
            1.1 | Số hồ sơ tiếp nhận trực tiếp | Hồ sơ | 306 | qua Bộ phận Một cửa
            1.2 | Số văn bản chỉ đạo đã ban hành | Văn bản | 12 |
            """));

        Assert.Equal(("1.1", "Số hồ sơ tiếp nhận trực tiếp", "Hồ sơ", "306", "qua Bộ phận Một cửa"), Texts(rows[1]));
    }

    [Fact]
    public void Table_without_number_and_unit_columns_takes_the_unit_from_brackets()
    {
        StatisticalRow row = Rows(Table("""
            Chỉ tiêu | Số liệu
            Số hồ sơ đã tiếp nhận (hồ sơ) | 479
            Số văn bản (đã rà soát) | 3
            """))[0];

        Assert.Equal("hồ sơ", row.Unit.Text);
        Assert.Equal("479", row.Value.Text);
    }

    [Fact]
    public void Heading_merged_over_the_number_column_gives_up_its_number()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            II. CẢI CÁCH THỂ CHẾ | < | < | <
            1 | Số văn bản | Văn bản | 7
            """));

        Assert.Equal(("II.", "CẢI CÁCH THỂ CHẾ", "", "", ""), Texts(rows[0]));
        Assert.Null(rows[0].ValueColumn);
    }

    [Fact]
    public void Letterhead_and_signature_give_no_rows()
    {
        TableBlock letterhead = Table("""
            UBND HUYỆN ĐÔNG SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            UBND XÃ ĐÔNG KHÊ | Độc lập - Tự do - Hạnh phúc
            Số: 12/BC-UBND | Đông Khê, ngày 5 tháng 9 năm 2023
            """);
        TableBlock signature = Table("""
            Nơi nhận: | TM. ỦY BAN NHÂN DÂN
            - Lưu: VT | CHỦ TỊCH
            """);

        Assert.Empty(StatisticalTableFinder.Find(Document(letterhead, signature), Schema));
    }

    [Fact]
    public void List_of_documents_comes_out_with_its_rows()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            TT | Tên văn bản | Số, ký hiệu | Ngày ban hành
            1 | Kế hoạch kiểm tra cải cách hành chính | 12/KH-UBND | 05/01/2023
            2 | Quyết định kiện toàn Ban Chỉ đạo | 45/QĐ-UBND | 11/02/2023
            """));

        Assert.Equal(["Kế hoạch kiểm tra cải cách hành chính", "Quyết định kiện toàn Ban Chỉ đạo"], rows.Select(r => r.Label.Text));
    }

    [Fact]
    public void Caption_is_the_title_above_the_table()
    {
        TableBlock table = Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            1 | Số văn bản | Văn bản | 7
            """);

        ImmutableArray<StatisticalTable> tables = StatisticalTableFinder.Find(
            Document(
                Paragraph("Trên đây là báo cáo kết quả công tác cải cách hành chính của xã."),
                Paragraph("Biểu mẫu 3"),
                Paragraph("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", isBold: true),
                Paragraph("(Kèm theo Báo cáo số 12/BC-UBND)"),
                table),
            Schema);

        Assert.Equal("Biểu mẫu 3 CẢI CÁCH THỦ TỤC HÀNH CHÍNH", Assert.Single(tables).Caption);
    }

    [Fact]
    public void A_row_that_reads_like_headings_is_a_row_if_it_has_a_figure()
    {
        TableBlock first = Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            1 | Tổng số việc | Việc | 9
            """);
        TableBlock second = Table("""
            2 | Số lượng việc được giao | Nhiệm vụ | 6
            3 | Kết quả đúng hạn | Nhiệm vụ | 5
            """);

        IEnumerable<StatisticalRow> rows = StatisticalTableFinder.Find(Document(first, second), Schema).SelectMany(static table => table.Rows);

        Assert.Equal(["9", "6", "5"], rows.Select(static row => row.Value.Text));
    }

    [Fact]
    public void Numbers_in_wide_digits_and_with_invisible_characters_are_numbers()
    {
        ImmutableArray<StatisticalRow> rows = Rows(Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu
            \uFF11.\uFF12 | Tổng số việc | Việc | 9
            1\u200B.3 | Số việc khác | Việc | 2
            """.Replace("\\uFF11", "\uFF11", StringComparison.Ordinal).Replace("\\uFF12", "\uFF12", StringComparison.Ordinal)
            .Replace("\\u200B", "\u200B", StringComparison.Ordinal)));

        Assert.Equal(["1.2", "1.3"], rows.Select(static row => row.Stt));
    }

    [Fact]
    public void Table_that_goes_on_without_a_header_keeps_the_columns()
    {
        TableBlock first = Table("""
            STT | Chỉ tiêu | Đơn vị tính | Số liệu | Ghi chú
            1 | Số văn bản | Văn bản | 7 |
            """);
        TableBlock second = Table("2 | Số hồ sơ | Hồ sơ | | chưa thống kê");

        ImmutableArray<StatisticalTable> tables = StatisticalTableFinder.Find(Document(first, second), Schema);

        Assert.Equal(("2", "Số hồ sơ", "Hồ sơ", "", "chưa thống kê"), Texts(tables[1].Rows[0]));
    }

    private static ImmutableArray<StatisticalRow> Rows(TableBlock table) =>
        Assert.Single(StatisticalTableFinder.Find(Document(table), Schema)).Rows;

    private static (string Stt, string Label, string Unit, string Value, string Note) Texts(StatisticalRow row) =>
        (row.Stt, row.Label.Text, row.Unit.Text, row.Value.Text, row.Note.Text);
}
