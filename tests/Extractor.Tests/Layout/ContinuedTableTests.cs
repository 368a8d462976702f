namespace Extractor.Tests.Layout;

public sealed class ContinuedTableTests
{
    private static readonly double[] Columns = [50, 90, 300, 380, 440];

    [Fact]
    public void A_table_that_runs_over_pages_is_one_block_without_its_second_header()
    {
        PageSketch first = Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 740]);
        Row(first, 735, "1", "Tổng số hồ sơ đã nhận", "Hồ sơ", "12");
        PageSketch second = Header(new PageSketch(2), 60).Grid(Columns, [60, 80, 100]);
        Row(second, 95, "2", "Tổng số hồ sơ đã trả", "Hồ sơ", "11");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(1, table.HeaderRowCount);
        Assert.Equal(["STT", "1", "2"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal([1, 2], table.RowAreas.Skip(1).Select(static areas => Assert.Single(areas).Page));
    }

    [Fact]
    public void A_row_cut_by_the_page_break_is_one_row_with_an_area_on_each_page()
    {
        PageSketch first = Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 755]);
        Row(first, 735, "1", "Tổng số hồ sơ đã tiếp nhận qua bộ phận", "Hồ sơ", "12");
        first.Text(94, 750, "tiếp nhận và trả kết quả của cấp xã,");
        PageSketch second = Header(new PageSketch(2), 60).Grid(Columns, [60, 80, 100, 120]);
        Row(second, 95, "", "ủy ban nhân dân xã", "", "");
        Row(second, 115, "2", "Khác", "Hồ sơ", "3");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(3, table.RowCount);
        Assert.Equal("Tổng số hồ sơ đã tiếp nhận qua bộ phận tiếp nhận và trả kết quả của cấp xã, ủy ban nhân dân xã", table[1, 1]!.Text.Text);
        Assert.Equal([1, 2], table.RowAreas[1].Select(static area => area.Page));
    }

    [Fact]
    public void The_only_row_of_a_table_may_be_cut_too()
    {
        PageSketch first = Row(new PageSketch(1).Grid(Columns, [720, 755]), 735, "1", "Tổng số hồ sơ đã tiếp nhận qua bộ phận", "Hồ sơ", "12");
        first.Text(94, 750, "tiếp nhận và trả kết quả của cấp xã,");
        PageSketch second = Row(Row(new PageSketch(2).Grid(Columns, [60, 80, 100]), 75, "", "ủy ban nhân dân xã", "", ""), 95, "2", "Khác", "Hồ sơ", "3");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(["1", "2"], PageSketch.Rows(table).Select(static row => row[0]));
    }

    [Theory]
    [InlineData("3.2.", "6.", "hóa theo quy trình nội bộ", 3)]
    [InlineData("3.2.", "3.2.1", "hóa theo quy trình nội bộ", 4)]
    [InlineData("3.2.6", ".", "", 3)]
    [InlineData("3.2.", "6.", "Số hồ sơ khác", 4)]
    public void A_number_cut_by_the_page_break_is_one_number(string upper, string lower, string name, int rows)
    {
        double[] columns = [50, 78, 288, 368, 428];
        PageSketch first = Header(new PageSketch(1), 700).Grid(columns, [700, 720, 740]);
        Row(first, 735, upper, "Tỷ lệ quy trình nội bộ đã được điện tử", "%", "100");
        PageSketch second = Header(new PageSketch(2), 60).Grid(columns, [60, 80, 100, 120]);
        Row(second, 95, lower, name, "", "");
        Row(second, 115, "4", "Khác", "Hồ sơ", "3");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(rows, table.RowCount);
        Assert.Equal(rows == 3 ? upper + lower : upper, table[1, 0]!.Text.Text);
    }

    [Fact]
    public void A_row_without_a_number_that_brings_its_own_figure_is_a_row()
    {
        PageSketch first = Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 755]);
        Row(first, 735, "1", "Tổng số hồ sơ đã tiếp nhận qua bộ phận", "Hồ sơ", "12");
        first.Text(94, 750, "tiếp nhận và trả kết quả của cấp xã,");
        PageSketch second = Header(new PageSketch(2), 60).Grid(Columns, [60, 80, 100]);
        Row(second, 95, "", "trong đó trực tuyến", "Hồ sơ", "7");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(3, table.RowCount);
    }

    [Theory]
    [InlineData("d", "đ")]
    [InlineData("c)", "d)")]
    [InlineData("A.1", "A.2")]
    public void Rows_numbered_by_letters_are_no_group_over_the_page_break(string upper, string lower)
    {
        PageSketch first = Row(Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 740]), 735, upper, "Chưa xong và quá hạn", "Hồ sơ", "0");
        PageSketch second = Row(Header(new PageSketch(2), 60).Grid(Columns, [60, 80, 100]), 95, lower, "Chưa xong còn trong hạn", "Hồ sơ", "7");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal([upper, lower], PageSketch.Rows(table).Skip(1).Select(static row => row[0]));
    }

    [Theory]
    [InlineData("Tổng số thủ tục được công khai tại", "Trung tâm hành chính công", "5", 3)]
    [InlineData("Tổng số thủ tục được công khai ở Cổng", "Trung tâm hành chính công", "5", 3)]
    [InlineData("Tổng số thủ tục được công khai ở Cổng", "Trung tâm hành chính công", "", 4)]
    public void A_full_line_goes_on_with_a_name_where_no_row_is_a_name_alone(string upper, string lower, string value, int rows)
    {
        PageSketch first = Row(Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 740]), 735, "1", upper, "Thủ tục", "12");
        PageSketch second = Header(new PageSketch(2), 60).Grid(Columns, [60, 80, 100, 120]);
        Row(Row(second, 95, "", lower, "", ""), 115, value.Length > 0 ? "2" : "", "Khác", value.Length > 0 ? "Thủ tục" : "", value);

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        Assert.Equal(rows, table.RowCount);
    }

    [Fact]
    public void A_cell_over_several_rows_goes_on_over_the_page_break()
    {
        PageSketch first = SpanPage(1, 700).Text(52, 720, "Trong").Text(52, 732, "đó").Text(94, 715, "Trực tiếp").Text(94, 735, "Trực tuyến");
        PageSketch second = SpanPage(2, 60).Text(94, 75, "Bưu chính").Text(94, 95, "Khác");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(first, second).Blocks));

        TableCell group = table[3, 0]!;
        Assert.Equal(("Trong đó", 0, 4), (group.Text.Text, group.Row, group.RowSpan));
    }

    [Fact]
    public void A_caption_between_two_tables_keeps_them_apart()
    {
        PageSketch first = Header(new PageSketch(1), 700).Grid(Columns, [700, 720, 740]);
        Row(first, 735, "1", "Một", "Hồ sơ", "12");
        PageSketch second = Header(new PageSketch(2), 100).Text(150, 80, "Biểu mẫu 2").Grid(Columns, [100, 120, 140]);
        Row(second, 135, "1", "Hai", "Hồ sơ", "11");

        Assert.Equal(2, PageSketch.LayOut(first, second).Blocks.OfType<TableBlock>().Count());
    }

    private static PageSketch SpanPage(int number, double top) =>
        new PageSketch(number)
            .Line(50, top, 300, top).Line(90, top + 20, 300, top + 20).Line(50, top + 40, 300, top + 40)
            .Line(50, top, 50, top + 40).Line(90, top, 90, top + 40).Line(300, top, 300, top + 40);

    private static PageSketch Header(PageSketch page, double top) => Row(page, top + 15, "STT", "Chỉ tiêu", "Đơn vị", "Số liệu");

    private static PageSketch Row(PageSketch page, double baseline, string stt, string label, string unit, string value)
    {
        (double X, string Text)[] cells = [(54, stt), (94, label), (304, unit), (384, value)];
        foreach ((double x, string text) in cells.Where(static cell => cell.Text.Length > 0))
        {
            page.Text(x, baseline, text);
        }

        return page;
    }
}
