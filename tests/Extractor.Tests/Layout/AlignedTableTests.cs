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
    public void It_goes_on_over_pages_without_its_second_heading()
    {
        PageSketch second = new PageSketch(2).Text(55, 60, "STT").Text(95, 60, "Chỉ tiêu").Text(305, 60, "Đơn vị").Text(385, 60, "Số liệu")
            .Text(55, 85, "3").Text(95, 85, "Số hồ sơ trả trước hạn").Text(305, 85, "Hồ sơ").Text(385, 85, "7")
            .Text(55, 110, "4").Text(95, 110, "Số hồ sơ đang giải quyết").Text(305, 110, "Hồ sơ").Text(385, 110, "2");

        TableBlock table = Assert.Single(PageSketch.LayOut(Draw(new PageSketch(), 700), second).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "1", "2", "3", "4"], PageSketch.Rows(table).Select(static row => row[0]));
        Assert.Equal(1, table.HeaderRowCount);
    }

    private static PageSketch Draw(PageSketch page, double top) => page
        .Text(55, top, "STT").Text(95, top, "Chỉ tiêu").Text(305, top, "Đơn vị").Text(385, top, "Số liệu")
        .Text(55, top + 22, "1").Text(95, top + 22, "Tổng số hồ sơ đã tiếp nhận trong").Text(305, top + 22, "Hồ sơ").Text(385, top + 22, "12")
        .Text(95, top + 37, "kỳ báo cáo")
        .Text(55, top + 59, "2").Text(95, top + 59, "Số hồ sơ trễ hạn").Text(305, top + 59, "Hồ sơ").Text(385, top + 59, "3");
}
