using Extractor.Layout;

namespace Extractor.Tests.Layout;

public sealed class AlignedTableTests
{
    private static readonly string[][] Expected =
        [["STT", "Chỉ tiêu", "Đơn vị", "Số liệu"], ["1", "Tổng số hồ sơ đã tiếp nhận trong kỳ báo cáo", "Hồ sơ", "12"], ["2", "Số hồ sơ trễ hạn", "Hồ sơ", "3"]];

    [Fact]
    public void Columns_without_rules_are_told_by_the_strips_between_them()
    {
        PageSketch page = Draw(new PageSketch(), 300).Text(80, 400, "Trên đây là số liệu của đơn vị trong kỳ báo cáo, xin gửi cấp trên tổng hợp.");

        LayoutResult result = PageSketch.LayOut(page);

        TableBlock table = Assert.Single(result.Blocks.OfType<TableBlock>());
        Assert.Equal(Expected, PageSketch.Rows(table));
        Assert.StartsWith("Trên đây", Assert.Single(PageSketch.Texts(result)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_ruled_only_horizontally_has_the_rows_its_rules_bound()
    {
        PageSketch page = Draw(new PageSketch(), 300);
        foreach (double y in new[] { 286.0, 306, 345, 365 })
        {
            page.Line(50, y, 440, y);
        }

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(Expected, PageSketch.Rows(table));
    }

    [Fact]
    public void Shading_of_every_other_row_does_not_tear_the_table_apart()
    {
        PageSketch page = Draw(new PageSketch(), 300).Grid([50, 90, 300, 380, 440], [286, 306]).Grid([50, 90, 300, 380, 440], [345, 365]);

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(Expected, PageSketch.Rows(table));
    }

    [Fact]
    public void A_box_around_the_heading_alone_names_the_columns_of_the_lines_below()
    {
        PageSketch page = Draw(new PageSketch(), 300).Grid([50, 90, 300, 380, 440], [286, 306]);

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(Expected, PageSketch.Rows(table));
    }

    [Theory]
    [InlineData("Số", "TT", 300, 312)]
    [InlineData("ST", "T", 294, 306)]
    [InlineData("Thứ", "tự", 300, 312)]
    public void The_heading_of_the_number_column_may_wrap(string first, string second, double top, double bottom)
    {
        PageSketch page = new PageSketch()
            .Text(52, top, first).Text(52, bottom, second).Text(95, 300, "Chỉ tiêu").Text(305, 300, "Đơn vị").Text(385, 300, "Số liệu")
            .Text(55, 331, "1").Text(95, 331, "Số hồ sơ đã nhận").Text(305, 331, "Hồ sơ").Text(385, 331, "12")
            .Text(55, 361, "2").Text(95, 361, "Số hồ sơ trễ hạn").Text(305, 361, "Hồ sơ").Text(385, 361, "3");

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(["1", "Số hồ sơ đã nhận", "Hồ sơ", "12"], PageSketch.Rows(table)[^2]);
    }

    [Fact]
    public void Rows_set_close_together_are_told_by_their_numbers()
    {
        PageSketch page = new PageSketch().Text(52, 300, "STT").Text(95, 300, "Chỉ tiêu").Text(305, 300, "Đơn vị").Text(385, 300, "Số liệu");
        double y = 315.5;
        for (int row = 1; row <= 24; row++, y += 15.5)
        {
            page.Text(55, y, $"{row}").Text(95, y, $"Số hồ sơ loại {row}").Text(305, y, "Hồ sơ").Text(385, y, $"{row * 3}");
            if (row == 9)
            {
                y += 13.8;
                page.Text(95, y, "đã nhận");
            }
        }

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(25, table.RowCount);
        Assert.Equal(["9", "Số hồ sơ loại 9 đã nhận", "Hồ sơ", "27"], PageSketch.Rows(table)[9]);
    }

    [Fact]
    public void A_text_of_the_heading_may_stand_above_two_columns()
    {
        PageSketch page = new PageSketch()
            .Text(340, 280, "Kết quả").Text(55, 290, "STT").Text(95, 290, "Chỉ tiêu").Text(460, 290, "Ghi chú").Text(305, 302, "Đơn vị").Text(385, 302, "Số liệu")
            .Text(55, 330, "1").Text(95, 330, "Số hồ sơ đã nhận").Text(305, 330, "Hồ sơ").Text(385, 330, "12")
            .Text(55, 360, "2").Text(95, 360, "Số hồ sơ trễ hạn").Text(305, 360, "Hồ sơ").Text(385, 360, "3");

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(["1", "Số hồ sơ đã nhận", "Hồ sơ", "12", ""], PageSketch.Rows(table)[^2]);
    }

    [Fact]
    public void The_name_of_a_group_spans_the_rows_it_stands_in_the_middle_of()
    {
        PageSketch page = new PageSketch()
            .Text(55, 300, "STT").Text(110, 300, "Chỉ tiêu").Text(305, 300, "Đơn vị").Text(385, 300, "Số liệu")
            .Text(55, 331, "1").Text(110, 324, "Tổng số hồ sơ đã").Text(110, 338, "tiếp nhận").Text(305, 331, "Hồ sơ").Text(385, 331, "12")
            .Text(55, 374, "Trong đó").Text(110, 362, "Trực tiếp").Text(305, 362, "Hồ sơ").Text(385, 362, "5")
            .Text(110, 386, "Trực tuyến").Text(305, 386, "Hồ sơ").Text(385, 386, "7")
            .Text(55, 410, "2").Text(110, 410, "Số hồ sơ trễ hạn").Text(305, 410, "Hồ sơ").Text(385, 410, "3");

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "1", "Trong đó", "", "2"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal(2, table[2, 0]!.RowSpan);
        Assert.Equal("Tổng số hồ sơ đã tiếp nhận", table[1, 1]!.Text.Text);
    }

    [Fact]
    public void A_rule_that_leaves_out_the_first_column_runs_through_a_group()
    {
        PageSketch page = new PageSketch()
            .Text(55, 300, "STT").Text(110, 300, "Chỉ tiêu").Text(305, 300, "Đơn vị").Text(385, 300, "Số liệu").Line(50, 310, 440, 310)
            .Text(55, 324, "Trong đó").Text(110, 324, "Trực tiếp").Text(305, 324, "Hồ sơ").Text(385, 324, "5").Line(106, 334, 440, 334)
            .Text(110, 348, "Trực tuyến").Text(305, 348, "Hồ sơ").Text(385, 348, "7").Line(50, 358, 440, 358)
            .Text(55, 372, "2").Text(110, 372, "Số hồ sơ trễ hạn").Text(305, 372, "Hồ sơ").Text(385, 372, "3").Line(50, 382, 440, 382);

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "Trong đó", "", "2"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal(2, table[1, 0]!.RowSpan);
    }

    [Fact]
    public void It_goes_on_over_pages_without_its_second_heading()
    {
        PageSketch second = new PageSketch(2).Text(55, 60, "STT").Text(95, 60, "Chỉ tiêu").Text(305, 60, "Đơn vị").Text(385, 60, "Số liệu")
            .Text(55, 85, "3").Text(95, 85, "Số hồ sơ trả trước hạn").Text(305, 85, "Hồ sơ").Text(385, 85, "7")
            .Text(55, 110, "4").Text(95, 110, "Số hồ sơ đang giải quyết").Text(305, 110, "Hồ sơ").Text(385, 110, "2");

        TableBlock table = Assert.Single(PageSketch.LayOut(Draw(new PageSketch(), 700), second).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "1", "2", "3", "4"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal(1, table.HeaderRowCount);
    }

    [Fact]
    public void Pages_below_one_heading_share_their_columns()
    {
        // The first page alone would take the centred name of the last column for a column beside its figures.
        PageSketch first = new PageSketch().Text(55, 700, "STT").Text(95, 700, "Chỉ tiêu").Text(305, 700, "Đơn vị").Text(450, 700, "Số liệu")
            .Text(55, 722, "1").Text(95, 722, "Số hồ sơ đã nhận").Text(305, 722, "Hồ sơ").Text(400, 722, "12")
            .Text(55, 744, "2").Text(95, 744, "Số hồ sơ trễ hạn").Text(305, 744, "Hồ sơ").Text(400, 744, "3");
        PageSketch second = new PageSketch(2).Text(55, 60, "3").Text(95, 60, "Hình thức công khai").Text(305, 60, "Có/Không").Text(400, 60, "Niêm yết tại bộ phận")
            .Text(400, 75, "một cửa")
            .Text(55, 97, "4").Text(95, 97, "Số hồ sơ rút").Text(305, 97, "Hồ sơ").Text(400, 97, "0");

        TableBlock table = Assert.Single(PageSketch.LayOut(first, second).Blocks.OfType<TableBlock>());

        Assert.Equal(4, table.ColumnCount);
        Assert.Equal(["3", "Hình thức công khai", "Có/Không", "Niêm yết tại bộ phận một cửa"], PageSketch.Rows(table)[3]);
    }

    [Fact]
    public void A_row_cut_by_the_page_break_is_one_row_though_its_cells_were_centred()
    {
        PageSketch first = new PageSketch().Text(55, 700, "STT").Text(95, 700, "Chỉ tiêu").Text(305, 700, "Đơn vị").Text(385, 700, "Số liệu")
            .Text(55, 729, "1").Text(95, 722, "Tổng số hồ sơ đã tiếp nhận trong").Text(95, 736, "kỳ báo cáo").Text(305, 729, "Hồ sơ").Text(385, 729, "12")
            .Text(55, 758, "2").Text(95, 758, "Kết quả công khai").Text(305, 758, "Hình thức").Text(385, 758, "Niêm yết tại bộ")
            .Text(385, 772, "phận một cửa và").Text(385, 786, "trên trang thông");
        PageSketch second = new PageSketch(2).Text(55, 60, "STT").Text(95, 60, "Chỉ tiêu").Text(305, 60, "Đơn vị").Text(385, 60, "Số liệu")
            .Text(385, 80, "tin điện tử của đơn").Text(385, 94, "vị")
            .Text(55, 116, "3").Text(95, 116, "Số hồ sơ rút").Text(305, 116, "Hồ sơ").Text(385, 116, "0");

        TableBlock table = Assert.Single(PageSketch.LayOut(first, second).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "1", "2", "3"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal("Niêm yết tại bộ phận một cửa và trên trang thông tin điện tử của đơn vị", table[2, 3]!.Text.Text);
    }

    [Fact]
    public void A_short_text_of_the_heading_stands_above_the_columns_it_is_in_the_middle_of()
    {
        PageSketch page = new PageSketch()
            .Text(55, 290, "STT").Text(95, 290, "Chỉ tiêu").Text(375, 283, "Kết quả").Text(560, 290, "Ghi chú").Text(330, 297, "Đơn vị tính").Text(490, 297, "Số liệu")
            .Text(55, 330, "1").Text(95, 330, "Số hồ sơ đã nhận").Text(305, 330, "Bộ phận, công chức").Text(470, 330, "12")
            .Text(55, 360, "2").Text(95, 360, "Số hồ sơ trễ hạn").Text(305, 360, "Hồ sơ").Text(470, 360, "3");

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(("Kết quả", 2), (table[0, 2]!.Text.Text, table[0, 2]!.ColumnSpan));
        Assert.Equal("Đơn vị tính", table[1, 2]!.Text.Text);
    }

    [Fact]
    public void Lines_set_without_padding_are_divided_by_numbers_capitals_and_full_lines()
    {
        string[] names =
        [
            "Tổng số hồ sơ đã tiếp nhận trong", "kỳ báo cáo của đơn vị và các đơn vị", "trực thuộc trên địa bàn", "Số hồ sơ trễ hạn trong kỳ báo cáo", "của đơn vị",
            "Số hồ sơ trả đúng hạn", "Số hồ sơ trả trước hạn theo quy định", "của pháp luật",
        ];
        string[] numbers = ["1", "", "", "2", "", "", "3", ""];
        string[] figures = ["12", "", "", "3", "", "7", "2", ""];
        PageSketch page = new PageSketch().Text(55, 300, "STT").Text(95, 300, "Chỉ tiêu").Text(345, 300, "Đơn vị").Text(425, 300, "Số liệu");
        for (int i = 0; i < names.Length; i++)
        {
            double y = 320 + (i * 18);
            page.Text(95, y, names[i]);
            if (numbers[i].Length > 0)
            {
                page.Text(55, y, numbers[i]);
            }

            if (figures[i].Length > 0)
            {
                page.Text(345, y, "Hồ sơ").Text(425, y, figures[i]);
            }
        }

        TableBlock table = Assert.Single(PageSketch.LayOut(page).Blocks.OfType<TableBlock>());

        Assert.Equal(["Số liệu", "12", "3", "7", "2"], PageSketch.Rows(table).Select(static row => row[3]));
        Assert.Equal(["STT", "1", "2", "", "3"], PageSketch.Rows(table).Select(static row => row[0]));
    }

    private static PageSketch Draw(PageSketch page, double top) => page
        .Text(55, top, "STT").Text(95, top, "Chỉ tiêu").Text(305, top, "Đơn vị").Text(385, top, "Số liệu")
        .Text(55, top + 22, "1").Text(95, top + 22, "Tổng số hồ sơ đã tiếp nhận trong").Text(305, top + 22, "Hồ sơ").Text(385, top + 22, "12")
        .Text(95, top + 37, "kỳ báo cáo")
        .Text(55, top + 59, "2").Text(95, top + 59, "Số hồ sơ trễ hạn").Text(305, top + 59, "Hồ sơ").Text(385, top + 59, "3");
}
