using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

public class PlainTextReaderTests
{
    private const string Report = """
        BÁO CÁO

        Phụ lục
        STT Chỉ tiêu Đơn vị tính Số liệu Ghi chú
        1 Ứng dụng công nghệ thông tin
        1.1 Số máy tính được cấp cho công chức Chiếc 45
        1.2 Tỷ lệ văn bản ký số % 97,5
        1.3 Có trang thông tin điện tử Có = 1;
        Không = 0 1
        Nơi nhận:
        """;

    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    public static TheoryData<Encoding> Encodings =>
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)];

    [Theory, MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_and_without_a_mark(Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Report)];

        Document document = Reader.Read(new SourceFile("a.txt", bytes), CancellationToken.None);

        Assert.Equal("BÁO CÁO", ((TextBlock)document.Blocks[0]).Text.Text);
    }

    [Fact]
    public void Decomposed_letters_come_out_composed()
    {
        Document document = Read("Báo cáo".Normalize(NormalizationForm.FormD));

        Assert.Equal("Báo cáo", ((TextBlock)document.Blocks[0]).Text.Text);
    }

    [Fact]
    public void Bytes_that_no_encoding_makes_Vietnamese_of_are_refused_with_advice()
    {
        byte[] bytes = [.. Enumerable.Range(0, 400).Select(i => (byte)(i % 5 == 4 ? ' ' : 0x81 + (i % 9)))];
        var file = new SourceFile("a.txt", bytes);

        Assert.True(Reader.CanRead(file));
        UnsupportedFormatException refusal = Assert.Throws<UnsupportedFormatException>(() => Reader.Read(file, CancellationToken.None));
        Assert.Contains("UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    // "Cộng hoà xã hội chủ nghĩa Việt Nam" as each encoding has it, seen in Windows-1252.
    [Theory]
    [InlineData("TCVN3", "C\u00E9ng ho\u00B5 x\u00B7 h\u00E9i chñ ngh\u00DCa Vi\u00D6t Nam")]
    [InlineData("VNI", "Co\u00E4ng hoa\u00F8 xa\u00F5 ho\u00E4i chu\u00FB ngh\u00F3a Vie\u00E4t Nam")]
    [InlineData("Windows-1258", "C\u00F4\u00F2ng ho\u00E0 xa\u00DE h\u00F4\u00F2i chu\u00D2 nghi\u00DEa Vi\u00EA\u00F2t Nam")]
    public void Encodings_older_than_Unicode_are_told_by_their_syllables(string encoding, string bytes)
    {
        var file = new SourceFile("a.txt", Encoding.Latin1.GetBytes(bytes));

        Document document = Reader.Read(file, CancellationToken.None);

        Assert.Equal("Cộng hoà xã hội chủ nghĩa Việt Nam", ((TextBlock)document.Blocks[0]).Text.Text);
        Assert.Contains(encoding, document.Warnings.Single(w => w.Code == "text.decoded").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_that_do_not_break_and_characters_nobody_sees_part_and_join_words_as_the_eye_does()
    {
        Document document = Read("\uFEFFBÁO\u00A0CÁO của\u200B xã\u2003Minh Tân\r\n\fTrang hai");

        Assert.Equal("BÁO CÁO của xã Minh Tân", ((TextBlock)document.Blocks[0]).Text.Text);
    }

    [Fact]
    public void Rows_whose_columns_run_together_come_apart()
    {
        string[] rows = RowsOf(Read(Report));

        Assert.Equal(
            [
                "1|Ứng dụng công nghệ thông tin|||",
                "1.1|Số máy tính được cấp cho công chức|Chiếc|45|",
                "1.2|Tỷ lệ văn bản ký số|%|97,5|",
                "1.3|Có trang thông tin điện tử|Có = 1; Không = 0|1|",
            ],
            rows);
    }

    [Fact]
    public void Columns_aligned_by_blanks_come_apart()
    {
        string[] rows = RowsOf(Read("""
            STT    Chỉ tiêu thống kê              Kết quả thống kê       Ghi chú
                                               Đơn vị tính   Số liệu
             1     Công tác tuyên truyền
            1.1    Số lớp tập huấn đã mở cho       Lớp          3
                   cán bộ
            1.2    Số tin, bài đã đăng           Tin, bài      120       Trên cổng
            Tron   Trên báo                      Tin, bài       20
            g đó   Trên đài                      Tin, bài      100
            """));

        Assert.Equal(
            [
                "1|Công tác tuyên truyền|||",
                "1.1|Số lớp tập huấn đã mở cho cán bộ|Lớp|3|",
                "1.2|Số tin, bài đã đăng|Tin, bài|120|Trên cổng",
                "Trong đó|Trên báo|Tin, bài|20|",
                "Trong đó|Trên đài|Tin, bài|100|",
            ],
            rows);
    }

    [Fact]
    public void Markdown_tables_keep_their_cells()
    {
        Document document = Read("""
            # Báo cáo

            | STT | Chỉ tiêu | Số liệu |
            |-----|:---------|--------:|
            | 1 | A \| B | 5 |
            """);

        TableBlock table = document.Blocks.OfType<TableBlock>().Single();
        Assert.Equal(FileFormat.Md, document.Format);
        Assert.Equal(1, table.HeaderRowCount);
        Assert.Equal("A | B", table[1, 1]!.Text.Text);
    }

    [Fact]
    public void Tabbed_rows_keep_their_empty_cells()
    {
        TableBlock table = Read("STT\tChỉ tiêu\tĐVT\tSố liệu\n1\tA\t\t5\n\tB\tHồ sơ\t\n").Blocks.OfType<TableBlock>().Single();

        Assert.Equal(["1", "A", "", "5"], Enumerable.Range(0, 4).Select(c => table[1, c]!.Text.Text));
        Assert.Equal(["", "B", "Hồ sơ", ""], Enumerable.Range(0, 4).Select(c => table[2, c]!.Text.Text));
    }

    [Fact]
    public void Several_forms_that_each_restart_at_1_are_several_tables()
    {
        const string Form = "STT\nNội dung\nĐVT\nSố liệu\n";
        Document document = Read(
            "Biểu mẫu 1\nCông tác chỉ đạo\n" + Form + "1 Số cuộc họp Cuộc 3\n2 Số hội nghị Cuộc 4\n"
            + "Biểu mẫu 2\nCải cách thể chế\n" + Form + "1 Số văn bản đã rà soát Văn bản 7\n2 Số văn bản đã xử lý Văn bản 2\n");

        Assert.Equal([3, 3], document.Blocks.OfType<TableBlock>().Select(t => t.RowCount));
        Assert.Contains("Biểu mẫu 2", document.Blocks.OfType<TextBlock>().Select(b => b.Text.Text));
    }

    [Fact]
    public void Letterhead_columns_and_page_numbers_are_told_apart()
    {
        Document document = Read("UBND XÃ A          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:      /BC-UBND\nHết trang một.\n\f2\nTrang hai.\n\f- 3 -\nTrang ba.");

        Assert.Equal(
            ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:      /BC-UBND"],
            document.Blocks.OfType<TextBlock>().Take(3).Select(b => b.Text.Text));
        Assert.Equal(["2", "- 3 -"], document.Furniture.Select(f => f.Text));
    }

    private static Document Read(string text) => Reader.Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    private static string[] RowsOf(Document document)
    {
        TableBlock table = document.Blocks.OfType<TableBlock>().Single();
        return [.. Enumerable.Range(table.HeaderRowCount, table.RowCount - table.HeaderRowCount)
            .Select(row => string.Join('|', Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column]?.Text.Text)))];
    }
}
