using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Extractor.Tests.Pipeline;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>Footnotes at the ends of printed pages, whose raised marks a text layer glues to words and figures.</summary>
public class PageNotesTests
{
    private const string Head = "STT     Chỉ tiêu thống kê            Đơn vị tính     Số liệu\n";

    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    [Theory]
    [InlineData("Số lớp tập huấn tại xã1          Lớp             3", "3")]
    [InlineData("Số lớp tập huấn tại xã(1)        Lớp             3", "3")]
    [InlineData("Số lớp tập huấn tại xã           Lớp             12[1]", "12")]
    [InlineData("Số lớp tập huấn tại xã           Lớp             1.2341", "1.234")]
    public void A_mark_that_can_be_nothing_else_is_taken_off_and_its_note_is_no_row(string row, string value)
    {
        Document document = Read($"""
            {Head}1   {row}
            2   Số tin, bài đã đăng              Tin, bài        45
            3   Số hồ sơ đã nhận trong kỳ        Hồ sơ           7

            1 Theo kế hoạch của tỉnh về đào tạo, bồi dưỡng
            """ + $"\n\f{Head}4   Số hồ sơ trễ hạn                 Hồ sơ           2\n");

        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        Assert.Equal(5, table.RowCount);
        Assert.Equal(("Số lớp tập huấn tại xã", value), (table[1, 1]?.Text.Text, table[1, 3]?.Text.Text));
        Assert.Equal("45", table[2, 3]?.Text.Text);
        Note note = Assert.Single(document.Notes);
        Assert.Equal(("1", "Theo kế hoạch của tỉnh về đào tạo, bồi dưỡng"), (note.Mark, note.Text.Text));
    }

    [Fact]
    public void Where_the_mark_may_be_the_last_digit_of_a_figure_the_figure_is_doubted()
    {
        ExtractionResult result = TestPipeline.Shared.Extract(new SourceFile("a.txt", Encoding.UTF8.GetBytes($"""
            {Head}1    Tổng số hồ sơ đã tiếp nhận trong kỳ1   Hồ sơ         780
            2    Số hồ sơ đã giải quyết trong kỳ        Hồ sơ         3072
            3    Số hồ sơ trễ hạn                       Hồ sơ         14

            1 Gồm cả hồ sơ chuyển từ kỳ trước sang
            2 Không gồm hồ sơ của ngành dọc đóng tại địa bàn
            """)));

        Assert.Equal(3, result.Rows.Length);
        Finding told = Assert.Single(result.Findings, f => f.Rule == "V06");
        Assert.Contains("“307”", told.Message, StringComparison.Ordinal);
        Field doubted = result.Fields.Single(f => f.Code == Assert.Single(told.Codes));
        Assert.Equal(result.Rows[1].Code, doubted.Code);
        Assert.InRange(doubted.Confidence.Value, 0, 0.7);
    }

    [Fact]
    public void Rows_at_the_end_of_a_page_are_no_notes()
    {
        Document document = Read($"{Head}    Công tác tuyên truyền\n1   Số lớp tập huấn đã mở            Lớp             3\n2   Số tin, bài đã đăng trong kỳ     Tin, bài        45\n");

        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        Assert.Equal("45", table[table.RowCount - 1, 3]?.Text.Text);
        Assert.Empty(document.Notes);
    }

    private static Document Read(string text) => Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
}
