using Extractor.Ingest.Pdf;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Pdf;

/// <summary>What stands around and between the tables of printed pages.</summary>
public sealed class PrintedPageTests
{
    private static readonly double[] Columns = [50, 90, 300, 380, 460];

    [Fact]
    public void A_table_inside_a_cell_is_a_table_of_its_own()
    {
        var pdf = new OfficePdf();
        Row(pdf, 100, "STT", "Chỉ tiêu", "Đơn vị", "Số liệu");
        Row(pdf, 130, "1", "Số hồ sơ", "Hồ sơ", "12");
        pdf.Grid(Columns, [86, 110, 220]).Grid([100, 190, 290], [145, 165, 185]);
        pdf.Text(104, 160, "Trực tiếp").Text(194, 160, "5").Text(104, 180, "Trực tuyến").Text(194, 180, "7");

        TableBlock table = Assert.Single(Read(pdf).Blocks.OfType<TableBlock>());

        TableCell cell = table[1, 1]!;
        Assert.Equal("Số hồ sơ", cell.Text.Text);
        Assert.Equal(["Trực tiếp", "5", "Trực tuyến", "7"], Assert.Single(cell.Nested).Cells.Select(static inner => inner.Text.Text));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("- {0} -")]
    [InlineData("-{0}-")]
    [InlineData("({0})")]
    [InlineData("{0}.")]
    [InlineData("Trang {0}/3")]
    [InlineData("Trang {0} / 3")]
    [InlineData("Trang {0} trên 3")]
    [InlineData("Trang | {0}")]
    [InlineData("Trang số {0}")]
    [InlineData("{0} | Trang")]
    [InlineData("Page {0} of 3")]
    [InlineData("~ {0} ~")]
    public void Page_numbers_are_no_text(string form) => AssertNoText(page => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, page));

    [Fact]
    public void Roman_page_numbers_are_no_text() => AssertNoText(static page => new string('i', page));

    [Fact]
    public void The_two_halves_of_the_head_are_read_one_after_the_other()
    {
        var pdf = new OfficePdf();
        Centre(pdf, 165, 72, "ỦY BAN NHÂN DÂN");
        Centre(pdf, 165, 88, "XÃ BÌNH MINH");
        Centre(pdf, 165, 118, "Số: 45/BC-UBND");
        Centre(pdf, 410, 72, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        Centre(pdf, 410, 88, "Độc lập - Tự do - Hạnh phúc");
        Centre(pdf, 410, 118, "Bình Minh, ngày 10 tháng 12 năm 2024");
        pdf.Line(140, 92, 190, 92).Line(350, 92, 470, 92);

        string[] texts = [.. Read(pdf).Blocks.OfType<TextBlock>().Select(static block => block.Text.Text)];

        Assert.Equal("ỦY BAN NHÂN DÂN XÃ BÌNH MINH Số: 45/BC-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Bình Minh, ngày 10 tháng 12 năm 2024",
            string.Join(' ', texts));
    }

    [Fact]
    public void Notes_at_the_foot_of_the_page_are_set_aside_with_their_marks()
    {
        OfficePdf pdf = new OfficePdf().Text(72, 100, "Đã tiếp nhận 120 hồ sơ").Text(72 + OfficePdf.WidthOf("Đã tiếp nhận 120 hồ sơ"), 95, "1", 7)
            .Text(72, 120, "Đã ban hành 12 kế hoạch về cải cách hành chính").Line(72, 740, 216, 740)
            .Text(72, 750, "1", 6).Text(78, 754, "Trong đó trực tuyến 100 hồ sơ.", 9);

        Document document = Read(pdf);

        Note note = Assert.Single(document.Notes);
        Assert.Equal(("1", "Trong đó trực tuyến 100 hồ sơ."), (note.Mark, note.Text.Text));
        TextBlock block = document.Blocks.OfType<TextBlock>().First();
        Assert.Equal("Đã tiếp nhận 120 hồ sơ", block.Text.Text);
        Assert.Equal("1", Assert.Single(block.Text.NoteMarks));
    }

    [Fact]
    public void A_table_goes_on_with_other_widths_below_its_header()
    {
        var pdf = new OfficePdf();
        Row(pdf, 700, "STT", "Chỉ tiêu", "Đơn vị", "Số liệu");
        Row(pdf, 720, "1", "Số hồ sơ", "Hồ sơ", "12");
        pdf.Grid(Columns, [686, 706, 726]).NewPage();
        double[] wider = [50, 100, 280, 390, 500];
        foreach ((double y, string[] cells) in new[] { (100.0, new[] { "STT", "Chỉ tiêu", "Đơn vị", "Số liệu" }), (120.0, new[] { "2", "Số văn bản", "Văn bản", "7" }) })
        {
            for (int i = 0; i < 4; i++)
            {
                pdf.Text(wider[i] + 4, y, cells[i]);
            }
        }

        TableBlock table = Assert.Single(Read(pdf.Grid(wider, [86, 106, 126])).Blocks.OfType<TableBlock>());

        Assert.Equal(["STT", "1", "2"], Enumerable.Range(0, table.RowCount).Select(row => table[row, 0]!.Text.Text));
    }

    [Theory]
    [InlineData(595, 842, "/Rotate 90")]
    [InlineData(842, 595, "/Rotate 180")]
    [InlineData(420, 595, "")]
    [InlineData(842, 595, "/CropBox [ 20 20 822 575 ]")]
    public void Words_are_where_they_are_seen_on_any_paper(double width, double height, string entries)
    {
        var pdf = new OfficePdf(width, height, entries);
        pdf.Text(60, 100, "Số hồ sơ đã tiếp nhận trong năm").Text(60, 120, "Số hồ sơ trễ hạn");

        Document document = Read(pdf);

        Assert.Equal("Số hồ sơ đã tiếp nhận trong năm Số hồ sơ trễ hạn", string.Join(' ', document.Blocks.OfType<TextBlock>().Select(static block => block.Text.Text)));
        DocumentPage page = Assert.Single(document.Pages);
        Assert.All(document.Blocks.OfType<TextBlock>().SelectMany(static block => block.Text.Words), word =>
            Assert.True(word.Area.X0 >= 0 && word.Area.Y0 >= 0 && word.Area.X1 <= page.Width && word.Area.Y1 <= page.Height, $"{word.Area}"));
    }

    private static void AssertNoText(Func<int, string> number)
    {
        var pdf = new OfficePdf();
        for (int page = 1; page <= 3; page++)
        {
            Centre(pdf, 297, 800, number(page));
            pdf.Text(72, 100, "Kết quả thực hiện nhiệm vụ phần " + (char)('A' + page)).Text(72, 116, "của đơn vị.");
            _ = page < 3 ? pdf.NewPage() : pdf;
        }

        Document document = Read(pdf);

        Assert.Equal(Enumerable.Range(1, 3).Select(number),
            document.Furniture.Select(static line => line.Text));
        Assert.Equal(3, document.Blocks.Length);
    }

    private static void Row(OfficePdf pdf, double y, params string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            pdf.Text(Columns[i] + 4, y, cells[i]);
        }
    }

    private static void Centre(OfficePdf pdf, double x, double y, string text) => pdf.Text(x - (OfficePdf.WidthOf(text) / 2), y, text);

    private static Document Read(OfficePdf pdf) => new PdfReader(Options.Create(new PdfReaderOptions())).Read(pdf.File(), CancellationToken.None);
}
