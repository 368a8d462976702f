using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>What narrow columns do to a text layer whose columns run together.</summary>
public class NarrowColumnTests
{
    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    [Fact]
    public void Numbers_and_figures_broken_over_lines_are_mended()
    {
        string[] rows = RowsOf("1.2.1\n.\nSố lớp tập huấn đã mở cho cán bộ Lớp 35.14\n6\n1.2.2\n.\nTỷ lệ cán bộ đã dự tập huấn % 68,91\n%\n1.2.3. Số tin đã đăng Tin 12");

        Assert.Equal(
            ["1.2.1.|Số lớp tập huấn đã mở cho cán bộ|Lớp|35.146|", "1.2.2.|Tỷ lệ cán bộ đã dự tập huấn|%|68,91%|", "1.2.3.|Số tin đã đăng|Tin|12|"],
            rows);
    }

    [Fact]
    public void The_unit_behind_a_figure_stays_with_it_whatever_the_column_of_units_says()
    {
        string[] rows = RowsOf("1 Số lớp tập huấn đã mở HS 531\nhs\n2 Số tin đã đăng Tin 12\ntin\n3 Số bài đã đăng Bài 4");

        Assert.Equal(["1|Số lớp tập huấn đã mở|HS|531 hs|", "2|Số tin đã đăng|Tin|12 tin|", "3|Số bài đã đăng|Bài|4|"], rows);
    }

    [Fact]
    public void A_heading_in_capitals_keeps_its_last_word()
    {
        string[] rows = RowsOf("1. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH \nCCHC\n1.1. Số tin đã đăng Tin 12\n2. KẾT QUẢ GIẢI QUYẾT TTHC TRONG KỲ\n2.1. Số bài đã đăng Bài 4");

        Assert.Equal("1.|CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC|||", rows[0]);
        Assert.Equal("2.|KẾT QUẢ GIẢI QUYẾT TTHC TRONG KỲ|||", rows[2]);
    }

    [Fact]
    public void A_unit_far_below_its_label_is_that_labels()
    {
        string[] rows = RowsOf("1 Số lớp tập huấn đã mở cho cán bộ,\ncông chức của xã\n\nLớp -\n2 Số tin đã đăng\n\nTin 12\n3 Số bài đã đăng Bài 4");

        Assert.Equal(["1|Số lớp tập huấn đã mở cho cán bộ, công chức của xã|Lớp|-|", "2|Số tin đã đăng|Tin|12|", "3|Số bài đã đăng|Bài|4|"], rows);
    }

    [Fact]
    public void A_figure_alone_on_its_line_starts_no_footnotes()
    {
        string[] rows = RowsOf("1 Có tổ chức khảo sát \n\nCó/Không \n\n1\ncó/không \n \n2 Số tin đã đăng Tin 12 \n3 Số bài đã đăng Bài 4 \n");

        Assert.Equal(3, rows.Length);
    }

    [Fact]
    public void The_subject_is_not_joined_with_the_prose_below_it_by_the_narrow_lines_of_the_table()
    {
        var text = new StringBuilder("BÁO CÁO\nKết quả công tác cải cách hành chính 6 tháng đầu năm 2021\n");
        for (int i = 0; i < 6; i++)
        {
            text.Append("Thực hiện Kế hoạch của huyện, xã đã chỉ đạo các bộ phận chuyên môn nghiêm túc thực\nhiện các nhiệm vụ được giao.\n");
        }

        text.Append("STT Chỉ tiêu Đơn vị tính Số liệu\n");
        for (int i = 1; i <= 30; i++)
        {
            text.Append(i).Append(" Số lớp tập huấn đã mở cho cán bộ, công chức Lớp ").Append(i).Append('\n');
        }

        Document document = Read(text.ToString());

        Assert.Equal("Kết quả công tác cải cách hành chính 6 tháng đầu năm 2021", ((TextBlock)document.Blocks[1]).Text.Text);
    }

    private static string[] RowsOf(string body)
    {
        TableBlock table = Read("STT Chỉ tiêu Đơn vị tính Số liệu Ghi chú\n" + body + "\n").Blocks.OfType<TableBlock>().Single();
        return [.. Enumerable.Range(1, table.RowCount - 1)
            .Select(row => string.Join('|', Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column]?.Text.Text)))];
    }

    private static Document Read(string text) => Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
}
