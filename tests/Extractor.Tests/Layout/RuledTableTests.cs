namespace Extractor.Tests.Layout;

public sealed class RuledTableTests
{
    private static readonly double[] Columns = [50, 90, 300, 380, 440];

    [Fact]
    public void Words_fall_into_the_cells_that_rules_draw()
    {
        PageSketch page = new PageSketch().Grid(Columns, [100, 120, 140])
            .Text(55, 115, "STT").Text(95, 115, "Chỉ tiêu").Text(305, 115, "Đơn vị").Text(385, 115, "Số liệu")
            .Text(55, 135, "1").Text(95, 135, "Tổng số hồ sơ").Text(305, 135, "Hồ sơ").Text(400, 135, "12");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        Assert.Equal(["1", "Tổng số hồ sơ", "Hồ sơ", "12"], PageSketch.Rows(table)[1]);
    }

    [Fact]
    public void A_missing_edge_makes_a_cell_span()
    {
        PageSketch page = new PageSketch()
            .Line(50, 100, 440, 100).Line(300, 120, 440, 120).Line(50, 140, 440, 140).Line(50, 160, 440, 160)
            .Line(50, 100, 50, 160).Line(90, 100, 90, 160).Line(300, 100, 300, 160).Line(380, 120, 380, 160).Line(440, 100, 440, 160)
            .Text(55, 125, "STT").Text(95, 125, "Chỉ tiêu").Text(310, 115, "Kết quả").Text(305, 135, "Đơn vị").Text(385, 135, "Số liệu")
            .Text(55, 155, "1");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        TableCell stt = table[0, 0]!;
        TableCell result = table[0, 2]!;
        Assert.Equal(("STT", 2, 1), (stt.Text.Text, stt.RowSpan, stt.ColumnSpan));
        Assert.Equal(("Kết quả", 1, 2), (result.Text.Text, result.RowSpan, result.ColumnSpan));
    }

    [Fact]
    public void Headings_merged_over_the_columns_leave_the_table_whole()
    {
        PageSketch page = new();
        foreach (double y in new[] { 100.0, 120, 140, 160, 180, 200 })
        {
            page.Line(50, y, 500, y);
        }

        // The inner edges are drawn in pieces: rows 2 and 4 are one cell from the name on.
        foreach (double x in new[] { 300.0, 380, 440 })
        {
            page.Line(x, 100, x, 120).Line(x, 140, x, 160).Line(x, 180, x, 200);
        }

        page.Line(50, 100, 50, 200).Line(90, 100, 90, 200).Line(500, 100, 500, 200)
            .Text(55, 115, "STT").Text(95, 115, "Chỉ tiêu").Text(305, 115, "Đơn vị").Text(385, 115, "Số liệu").Text(445, 115, "Ghi chú")
            .Text(55, 135, "I").Text(95, 135, "CẢI CÁCH THỂ CHẾ").Text(55, 155, "1").Text(95, 155, "Số văn bản").Text(305, 155, "Văn bản").Text(385, 155, "5")
            .Text(55, 175, "II").Text(95, 175, "CẢI CÁCH THỦ TỤC").Text(55, 195, "1").Text(95, 195, "Số hồ sơ").Text(305, 195, "Hồ sơ").Text(385, 195, "9");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        Assert.Equal(5, table.RowCount);
        Assert.Equal(4, table[1, 1]!.ColumnSpan);
        Assert.Equal(["1", "Số hồ sơ", "Hồ sơ", "9", ""], PageSketch.Rows(table)[4]);
    }

    [Fact]
    public void Double_lines_and_missing_side_borders_still_bound_the_outer_columns()
    {
        PageSketch page = new();
        foreach (double y in new[] { 100.0, 102, 120, 122, 140, 142 })
        {
            page.Line(50, y, 440, y);
        }

        page.Line(90, 100, 90, 142).Line(92, 100, 92, 142).Line(300, 100, 300, 142)
            .Text(55, 115, "1").Text(95, 115, "Một").Text(305, 115, "5").Text(55, 135, "2").Text(95, 135, "Hai").Text(305, 135, "6");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        Assert.Equal([["1", "Một", "5"], ["2", "Hai", "6"]], PageSketch.Rows(table));
    }

    [Fact]
    public void A_frame_around_text_is_no_table()
    {
        PageSketch page = new PageSketch().Grid([50, 440], [100, 140]).Text(55, 125, "Lưu ý về cách ghi");

        Assert.Equal(["Lưu ý về cách ghi"], PageSketch.Texts(PageSketch.LayOut(page)));
    }

    [Theory]
    [InlineData("3.3.", "1", "3.3.1")]
    [InlineData("ST", "T", "STT")]
    [InlineData("Tron", "g", "Trong")]
    [InlineData("1.23", "4", "1.234")]
    public void A_token_that_fills_a_narrow_column_is_mended(string upper, string lower, string expected)
    {
        double width = PageSketch.WidthOf(upper) + 8;
        PageSketch page = new PageSketch().Grid([50, 50 + width, 300], [100, 140, 160])
            .Text(54, 115, upper).Text(54, 130, lower).Text(54 + width, 115, "Tên").Text(54 + width, 155, "Khác");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        Assert.Equal(expected, table[0, 0]!.Text.Text);
    }

    [Fact]
    public void Items_of_a_cell_start_new_lines_and_wraps_do_not()
    {
        PageSketch page = new PageSketch().Grid([50, 90, 300], [100, 170, 190])
            .Text(54, 115, "1").Text(94, 115, "- Người có công: 17").Text(94, 130, "- Bảo trợ xã hội theo quy định").Text(94, 145, "hiện hành: 2")
            .Text(54, 185, "2");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        Assert.Equal("- Người có công: 17\n- Bảo trợ xã hội theo quy định hiện hành: 2", table[0, 1]!.Text.Text);
    }

    [Fact]
    public void A_raised_mark_refers_to_a_note_and_is_no_text()
    {
        PageSketch page = new PageSketch().Grid([50, 90, 300], [100, 120, 140])
            .Text(54, 115, "1").Text(94, 115, "Tổng").Text(118, 115, "2", size: 7, raised: true).Text(54, 135, "2").Text(94, 135, "Khác");

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(PageSketch.LayOut(page).Blocks));

        PlacedText text = table[0, 1]!.Text;
        Assert.Equal("Tổng", text.Text);
        Assert.Equal("2", Assert.Single(text.NoteMarks));
    }

    [Fact]
    public void A_hatched_page_of_a_hundred_thousand_lines_is_no_table_and_ends()
    {
        PageSketch page = new PageSketch().Text(60, 50, "Bản đồ");
        for (int i = 0; i < 50_000; i++)
        {
            page.Line(10, 60 + (i * 0.01), 580, 60 + (i * 0.01)).Line(10 + (i * 0.011), 60, 10 + (i * 0.011), 800);
        }

        Assert.Contains("Bản đồ", PageSketch.Texts(PageSketch.LayOut(page)));
    }
}
