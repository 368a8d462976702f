using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>Tables in texts as Markdown and screen tools draw them: HTML, grids of signs, strokes.</summary>
public class DrawnTableTests
{
    [Fact]
    public void A_table_in_html_keeps_its_spans()
    {
        TableBlock table = TableOf("""
            <table class="a"><thead>
            <tr><th rowspan="2">STT</th><th rowspan=2>Chỉ tiêu</th><th colspan="2">Kết quả</th></tr>
            <tr><th>Đơn vị</th><th>Số liệu</th></tr></thead>
            <tr><td rowspan="2">Trong đó</td><td><p>Trực tuyến &amp; <b>qua mạng</b></p></td><td>Hồ sơ</td><td>1. Một: 2<br/>2. Hai: 3</td></tr>
            <tr><td>Trực tiếp</td><td>Hồ sơ</td><td>4</td></tr>
            </table>
            """);

        Assert.Equal((4, 4, 2), (table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Equal((2, 1), (table[2, 0]!.RowSpan, table[0, 2]!.RowSpan));
        Assert.Equal(2, table[0, 2]!.ColumnSpan);
        Assert.Equal("Trực tuyến & qua mạng", table[2, 1]!.Text.Text);
        Assert.Equal("1. Một: 2\n2. Hai: 3", table[2, 3]!.Text.Text);
        Assert.Equal(["Trong đó", "Trực tiếp", "Hồ sơ", "4"], Enumerable.Range(0, 4).Select(column => table[3, column]!.Text.Text));
    }

    [Theory]
    [InlineData("<table><tr><td rowspan=9999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>", 2, 2)]
    [InlineData("<table><tr><td>a<td colspan=2>b<tr><td>c<td>d<td>e</table>", 2, 3)]
    [InlineData("<table><tr><td>a<table><tr><td>x</td></tr></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", 2, 2)]
    public void Careless_html_is_a_table_too(string html, int rows, int columns)
    {
        TableBlock table = TableOf(html);

        Assert.Equal((rows, columns), (table.RowCount, table.ColumnCount));
    }

    [Theory]
    [InlineData("Xem <table> ở dưới")]
    [InlineData("<table><tr><td>chưa đóng")]
    public void What_is_no_whole_table_stays_text(string text) =>
        Assert.DoesNotContain(Read(text).Blocks, static block => block is TableBlock);

    [Fact]
    public void A_span_wider_than_any_table_is_a_named_error() =>
        Assert.Throws<LimitExceededException>(() => Read("<table><tr><td colspan=99999>a</td></tr><tr><td>b</td></tr></table>"));

    [Fact]
    public void A_grid_of_signs_joins_the_lines_of_a_cell_and_keeps_its_spans()
    {
        TableBlock table = TableOf("""
            +-----+--------------+---------+-----+
            | STT | Chỉ tiêu     | Đơn vị  | Số  |
            +=====+==============+=========+=====+
            | 1   | Số hồ sơ đã  | Hồ sơ   | 12  |
            |     | tiếp nhận    |         |     |
            +-----+--------------+---------+-----+
            | Trong đó           | Hồ sơ   | 5   |
            |                    +---------+-----+
            |                    | Tỷ lệ   | 40  |
            +-----+--------------+---------+-----+
            """);

        Assert.Equal((4, 4, 1), (table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Equal("Số hồ sơ đã tiếp nhận", table[1, 1]!.Text.Text);
        Assert.Equal(("Trong đó", 2, 2), (table[2, 0]!.Text.Text, table[2, 0]!.ColumnSpan, table[2, 0]!.RowSpan));
        Assert.Equal("40", table[3, 3]!.Text.Text);
    }

    [Fact]
    public void Box_characters_draw_a_table()
    {
        TableBlock table = TableOf("""
            ┌─────┬───────────┬─────┐
            │ STT │ Chỉ tiêu  │ Số  │
            ├─────┼───────────┼─────┤
            │ 1   │ Số hồ sơ  │ 12  │
            └─────┴───────────┴─────┘
            """);

        Assert.Equal(["1", "Số hồ sơ", "12"], Enumerable.Range(0, 3).Select(column => table[1, column]!.Text.Text));
    }

    [Fact]
    public void A_stroke_in_front_leaves_the_first_cell_empty_where_the_headings_have_none()
    {
        TableBlock table = TableOf("""
            STT | Chỉ tiêu | Đơn vị | Số liệu
            :--: | :--: | :--: | :--:
            1 | Số hồ sơ | Hồ sơ | 12
             | - Trực tuyến | Hồ sơ | 5
            """);

        Assert.Equal(["", "- Trực tuyến", "Hồ sơ", "5"], Enumerable.Range(0, 4).Select(column => table[table.RowCount - 1, column]!.Text.Text));
    }

    private static TableBlock TableOf(string text) => Assert.Single(Read(text).Blocks.OfType<TableBlock>());

    private static Document Read(string text) => new PlainTextReader([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()))
        .Read(new SourceFile("a.md", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
}
