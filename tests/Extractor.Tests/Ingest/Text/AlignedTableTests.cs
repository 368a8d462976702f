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
    public void The_letter_that_counts_behind_d_numbers_a_row() =>
        Assert.Equal(
            ["d)|Chưa hoàn thành, quá hạn|Nhiệm vụ|3|", "đ)|Chưa hoàn thành, trong hạn|Nhiệm vụ|12|", "e)|Hoàn thành|Nhiệm vụ|45|"],
            RowsOf("""
             STT             Chỉ tiêu thống kê             Đơn vị tính     Số liệu   Ghi chú
             d)    Chưa hoàn thành, quá hạn                Nhiệm vụ           3
             đ)    Chưa hoàn thành, trong hạn              Nhiệm vụ          12
             e)    Hoàn thành                              Nhiệm vụ          45
            """));

    [Fact]
    public void Headings_of_two_lines_may_stand_around_those_of_one() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|"],
            RowsOf("""
            Số                                              Đơn vị
                            Chỉ tiêu thống kê                         Số liệu   Ghi chú
            TT                                               tính
             1   Số lớp tập huấn đã mở                        Lớp        3
             2   Số tin, bài đã đăng                        Tin, bài    120
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

    [Fact]
    public void Further_columns_of_figures_are_columns_of_their_own() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|4|3|75|", "2|Số tin, bài đã đăng|Tin, bài|100|120|120|Trên cổng", "3|Số hồ sơ đã nhận|Hồ sơ||45||"],
            RowsOf("""
            TT   Nội dung chỉ tiêu            ĐVT                 Kết quả                Ghi chú
                                                     Kế hoạch   Thực hiện   So sánh
                                                                              (%)
            1    Số lớp tập huấn đã mở        Lớp        4          3          75
            2    Số tin, bài đã đăng        Tin, bài    100        120        120       Trên cổng
            3    Số hồ sơ đã nhận            Hồ sơ                  45
            """));

    [Fact]
    public void A_year_over_two_columns_heads_both_and_a_single_blank_parts_their_headings() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|8|", "2|Số tin, bài đã đăng|Tin, bài|20|120|"],
            RowsOf("""
            TT           Chỉ tiêu            Đơn vị        Năm 2023      Ghi chú
                                                        Kỳ này Lũy kế
                                                                từ đầu
                                                                 năm
            1    Số lớp tập huấn đã mở        Lớp          3      8
            2    Số tin, bài đã đăng        Tin, bài      20     120
            """));

    [Fact]
    public void A_heading_that_goes_on_beside_another_is_parted_below_both() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|Trên cổng"],
            RowsOf("""
            Số         Nội dung               Đơn vị      Số liệu Ghi
            TT         chỉ tiêu                tính      thống kê chú
            1    Số lớp tập huấn đã mở          Lớp          3
            2    Số tin, bài đã đăng          Tin, bài      120   Trên cổng
            """));

    [Fact]
    public void A_heading_of_two_lines_beside_headings_of_one_is_one_column() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|Trên cổng"],
            RowsOf("""
                                                                    Số
            STT        Chỉ tiêu thống kê           Đơn vị tính            Ghi chú
                                                                   liệu
            1     Số lớp tập huấn đã mở            Lớp             3
            2     Số tin, bài đã đăng              Tin, bài        120    Trên cổng
            """));

    [Fact]
    public void A_table_without_numbers_is_told_by_its_units() =>
        Assert.Equal(
            ["|Số lớp tập huấn đã mở cho cán bộ|Lớp|3|", "|Số tin, bài đã đăng trên cổng|Tin, bài|120|Tăng", "|Số hồ sơ đã nhận|Hồ sơ|45|"],
            RowsOf("""
            Nội dung                         Đơn vị tính    Số liệu    Ghi chú
            Số lớp tập huấn đã mở cho            Lớp            3
            cán bộ
            Số tin, bài đã đăng trên cổng    Tin, bài         120      Tăng
            Số hồ sơ đã nhận                   Hồ sơ           45
            """));

    [Fact]
    public void A_heading_may_name_the_time_of_its_figures() =>
        Assert.Equal(
            ["1|Số lớp tập huấn đã mở|Lớp|3|", "2|Số tin, bài đã đăng|Tin, bài|120|Trên cổng"],
            RowsOf("""
            TT    Tên các tiêu chí thống kê     ĐVT       Kết quả        Giải trình,
                                                         thực hiện        ghi chú
                                                          năm 2023
            1     Số lớp tập huấn đã mở         Lớp          3
            2     Số tin, bài đã đăng         Tin, bài      120          Trên cổng
            """));

    private static string[] RowsOf(string text)
    {
        Document document = Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
        TableBlock table = document.Blocks.OfType<TableBlock>().Single();
        return [.. Enumerable.Range(1, table.RowCount - 1)
            .Select(row => string.Join('|', Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column]?.Text.Text)))];
    }
}
