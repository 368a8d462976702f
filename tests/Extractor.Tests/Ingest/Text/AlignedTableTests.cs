using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>Tables whose columns are aligned by blanks, with what pages do to them.</summary>
public class AlignedTableTests
{
    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    [Fact]
    public void Headings_that_a_single_blank_parts_or_that_break_over_lines_name_their_columns() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|Trên cổng"],
            RowsOf("""
             STT             Chỉ tiêu thống kê            Đơn vị tính Số liệu   Ghi
                                                                                chú
              1     Số lớp tập huấn đã mở                 Lớp             3
              2     Số tin, bài đã đăng                 Tin, bài         120    Trên cổng
            """));

    [Fact]
    public void The_end_of_a_unit_above_repeated_headings_is_none_of_them() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số phòng đã sắp xếp|Cơ quan, đơn vị|4|", "3|Số tin, bài đã đăng|Tin, bài|120|"],
            RowsOf("""
             STT             Chỉ tiêu thống kê             Đơn vị tính     Số liệu
              1     Số lớp tập huấn đã mở                      Lớp             3
                                                             Cơ quan,
              2     Số phòng đã sắp xếp                                        4
                                                             đơn vị
             STT             Chỉ tiêu thống kê             Đơn vị tính     Số liệu
              3     Số tin, bài đã đăng                      Tin, bài         120
            """));

    [Fact]
    public void Figures_flush_left_below_a_centred_heading_are_no_units() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|", "3|Số hồ sơ đã nhận|Hồ sơ|45|"],
            RowsOf("""
            STT      Chỉ tiêu thống kê             Đơn vị tính                      Số liệu
            1       Số lớp tập huấn đã mở          Lớp            3
            2       Số tin, bài đã đăng            Tin, bài       120
            3       Số hồ sơ đã nhận               Hồ sơ          45
            """));

    [Fact]
    public void A_known_unit_is_told_where_labels_run_into_its_column() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở cho cán bộ, công chức|Lớp|3|", "2|Số tin, bài đã đăng trên cổng thông tin|Tin, bài|120|", "3|Tỷ lệ hồ sơ đã nhận đúng hạn tại xã|%|45|"],
            RowsOf("""
            STT          Chỉ tiêu thống kê                       Đơn vị tính   Số liệu
            1    Số lớp tập huấn đã mở cho cán bộ, công chức Lớp               3
            2    Số tin, bài đã đăng trên cổng thông tin     Tin, bài          120
            3    Tỷ lệ hồ sơ đã nhận đúng hạn tại xã         %                 45
            """));

    [Fact]
    public void A_heading_in_capitals_keeps_the_line_its_number_does_not_stand_on() =>
        Assert.Equal(
            ["1.|CÔNG TÁC TUYÊN TRUYỀN, PHỔ BIẾN CCHC|||", "1.1.|Số tin, bài đã đăng|Tin, bài|35.146|", "1.2.|Số lớp tập huấn đã mở|Lớp|3|"],
            RowsOf("""
             STT         Chỉ tiêu thống kê             Đơn vị tính   Số liệu
                   CÔNG TÁC TUYÊN TRUYỀN,
             1.
                   PHỔ BIẾN CCHC
             1.1.  Số tin, bài đã đăng                  Tin, bài      35.14
                                                                        6
             1.2.  Số lớp tập huấn đã mở                   Lớp          3
            """));

    private static string[] RowsOf(string text)
    {
        Document document = Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
        TableBlock table = document.Blocks.OfType<TableBlock>().Single();
        return [.. Enumerable.Range(1, table.RowCount - 1)
            .Select(row => string.Join('|', Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column]?.Text.Text)))];
    }
}
