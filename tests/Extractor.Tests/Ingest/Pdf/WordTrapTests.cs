using Extractor.Ingest.Pdf;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Pdf;

/// <summary>What Word and its kin do to text and tables when they save a PDF.</summary>
public sealed class WordTrapTests
{
    private static readonly double[] Columns = [50, 90, 300, 380, 460];
    private static readonly string[] Cells = ["1", "Số hồ sơ đã tiếp nhận", "Hồ sơ", "12", "2", "Số hồ sơ trễ hạn", "Hồ sơ", "3"];

    [Fact]
    public void Letters_placed_one_by_one_are_words()
    {
        Document document = Read(new OfficePdf().Letters(72, 100, "Kính gửi: Sở Nội vụ tỉnh"));

        Assert.Equal(["Kính gửi: Sở Nội vụ tỉnh"], Paragraphs(document));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_letter_spaced_heading_is_words(double spacing)
    {
        Document document = Read(new OfficePdf().Letters(200, 100, "BÁO CÁO", 14, spacing).Text(72, 140, "Kết quả công tác năm 2024 của đơn vị"));

        Assert.Equal("BÁO CÁO", Paragraphs(document)[0]);
    }

    [Fact]
    public void Single_letters_far_apart_stay_apart()
    {
        OfficePdf pdf = Table(new OfficePdf(), 100).Text(60, 90, "A").Text(180, 90, "B").Text(330, 90, "C").Text(410, 90, "D").Grid(Columns, [75, 95, 115, 135]);

        Assert.Equal(["A", "B", "C", "D"], Rows(Read(pdf))[0]);
    }

    [Fact]
    public void Wide_gaps_of_a_justified_line_make_no_columns()
    {
        var pdf = new OfficePdf();
        string[] words = ["Thực", "hiện", "Quyết", "định", "số"];
        for (int i = 0; i < words.Length; i++)
        {
            pdf.Text(72 + (i * 100), 100, words[i]);
        }

        pdf.Text(72, 116, "1085/QĐ-TTg của Thủ tướng Chính phủ về việc kiểm soát thủ tục hành chính nội bộ");

        Assert.Equal(["Thực hiện Quyết định số 1085/QĐ-TTg của Thủ tướng Chính phủ về việc kiểm soát thủ tục hành chính nội bộ"], Paragraphs(Read(pdf)));
    }

    [Fact]
    public void Marks_drawn_behind_the_line_join_their_letters()
    {
        // "Tiếp nhận": the font lacks the marks, so another draws them over the letters afterwards.
        var pdf = new OfficePdf();
        pdf.Text(72, 100, "Tiêp nhân");
        pdf.Text(72 + (2.5 * 6), 100, "\u0301", font: "F2");
        pdf.Text(72 + (4 * 6) + 3 + (2.5 * 6), 100, "\u0323", font: "F2");

        Assert.Equal(["Tiếp nhận"], Paragraphs(Read(pdf)));
    }

    [Fact]
    public void Letters_that_follow_their_marks_decomposed_are_composed()
    {
        Document document = Read(new OfficePdf().Text(72, 100, "Thu\u0309 tu\u0323c ha\u0300nh chi\u0301nh"));

        Assert.Equal(["Thủ tục hành chính"], Paragraphs(document));
    }

    [Fact]
    public void A_hyphen_that_the_font_calls_soft_is_a_hyphen()
    {
        var pdf = new OfficePdf();
        pdf.Meanings['-'] = "\u00AD";

        Assert.Equal(["Số: 12/BC-UBND"], Paragraphs(Read(pdf.Text(72, 100, "Số: 12/BC-UBND"))));
    }

    [Fact]
    public void The_letter_Word_writes_for_u_with_horn_is_mended_by_the_reader_or_after_it()
    {
        var pdf = new OfficePdf();
        pdf.Meanings['ư'] = "ƣ";

        string text = Assert.Single(Paragraphs(Read(pdf.Text(72, 100, "Tổng số lượng người được cử"))));

        Assert.Equal("Tổng số lƣợng ngƣời được cử".Length, text.Length);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(0)]
    [InlineData(90)]
    public void A_watermark_is_no_text_of_the_table_below_it(double degrees)
    {
        OfficePdf pdf = Table(new OfficePdf(), 100);
        pdf.Turned(100, degrees == 0 ? 128 : 180, degrees, "DỰ THẢO", 40);

        Document document = Read(pdf);

        Assert.Equal(Cells, Rows(document).SelectMany(static row => row));
        Assert.Equal(["DỰ", "THẢO"], document.Furniture.SelectMany(static line => line.Text.Split(' ')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_stamp_of_a_digital_signature_is_no_text_of_the_page()
    {
        OfficePdf pdf = Table(new OfficePdf(), 100);
        pdf.Annotation("/Subtype /Widget /FT /Sig /T (Signature1)", (150, 95, 320, 135),
            pdf.ShownInside(4, 24, "Ký bởi: ỦY BAN NHÂN DÂN XÃ", 8) + " " + pdf.ShownInside(4, 8, "Ngày ký: 12/12/2024 08:30:12", 8) + " 0.5 w 0 0 170 40 re S");

        Document document = Read(pdf);

        Assert.Equal(Cells, Rows(document).SelectMany(static row => row));
        Assert.Contains("Ký bởi: ỦY BAN NHÂN DÂN XÃ", document.Furniture.Select(static line => line.Text));
    }

    [Fact]
    public void A_filled_in_field_without_an_appearance_is_text_of_its_cell()
    {
        OfficePdf pdf = Table(new OfficePdf(), 100).Annotation("/Subtype /Widget /FT /Tx /T (c1) /V (45)", (382, 117, 458, 134));
        pdf.Grid(Columns, [95, 115, 135, 155]).Text(54, 149, "3").Text(94, 149, "Số hồ sơ rút").Text(304, 149, "Hồ sơ")
            .Annotation("/Subtype /Widget /FT /Tx /T (c2) /V (78)", (382, 137, 458, 154));

        Assert.Equal("78", Rows(Read(pdf))[2][3]);
    }

    [Fact]
    public void Marked_words_and_shaded_cells_divide_nothing()
    {
        OfficePdf pdf = new OfficePdf().Fill(50, 95, 410, 20, "0.85 g").Fill(92, 97, 110, 16, "1 1 0 rg").Fill(304, 117, 30, 16, "0 1 0 rg").Fill(380, 115, 80, 20, "0.9 g");

        Assert.Equal(Cells, Rows(Read(Table(pdf, 100))).SelectMany(static row => row));
    }

    [Fact]
    public void Lines_below_words_divide_no_cell()
    {
        OfficePdf pdf = Table(new OfficePdf(), 100).Line(54, 110.5, 60, 110.5).Line(304, 110.5, 304 + OfficePdf.WidthOf("Hồ sơ"), 110.5)
            .Text(52, 149, "Tổng").Line(52, 150.5, 76, 150.5).Grid(Columns, [95, 115, 135, 155])
            .Text(92, 149, new string('n', 34)).Line(92, 150.5, 92 + OfficePdf.WidthOf(new string('n', 34)), 150.5);

        string[][] rows = Rows(Read(pdf));

        Assert.Equal(3, rows.Length);
        Assert.Equal(Cells, rows.Take(2).SelectMany(static row => row));
    }

    [Fact]
    public void A_frame_around_the_page_is_no_table()
    {
        OfficePdf pdf = Table(new OfficePdf(), 100).Text(72, 60, "Báo cáo kết quả").Text(72, 700, "Nơi nhận:");
        foreach (double inset in new[] { 20.0, 23, 26 })
        {
            pdf.Raw(FormattableString.Invariant($"1 w {inset} {inset} {595 - (2 * inset)} {842 - (2 * inset)} re S"));
        }

        Document document = Read(pdf);

        Assert.Equal(Cells, Rows(document).SelectMany(static row => row));
        Assert.Equal(["Báo cáo kết quả", "Nơi nhận:"], Paragraphs(document));
    }

    [Theory]
    [InlineData(0.25, "")]
    [InlineData(4.5, "")]
    [InlineData(6, "")]
    [InlineData(1, "[3 2] 0 d")]
    [InlineData(1, "[1 1.5] 0 d")]
    public void Borders_of_any_thickness_and_style_bound_cells(double thickness, string style)
    {
        OfficePdf pdf = Texts(new OfficePdf(), 100);
        double[] rows = [92, 116, 140];
        foreach (double y in rows)
        {
            pdf.Line(Columns[0], y, Columns[^1], y, thickness, style);
        }

        foreach (double x in Columns)
        {
            pdf.Line(x, rows[0], x, rows[^1], thickness, style);
        }

        Assert.Equal(Cells, Rows(Read(pdf)).SelectMany(static row => row));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1.5)]
    public void Borders_drawn_cell_by_cell_bound_cells_across_gaps_and_overlaps(double gap)
    {
        OfficePdf pdf = Texts(new OfficePdf(), 100);
        double[] rows = [94, 115, 136];
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double left = Columns[column] + (gap / 2);
                double right = Columns[column + 1] - (gap / 2);
                double top = rows[row] + (gap / 2);
                double bottom = rows[row + 1] - (gap / 2);
                pdf.Line(left, top, right, top).Line(left, bottom, right, bottom).Line(left, top, left, bottom).Line(right, top, right, bottom);
            }
        }

        Assert.Equal(Cells, Rows(Read(pdf)).SelectMany(static row => row));
    }

    private static OfficePdf Table(OfficePdf pdf, double top) => Texts(pdf, top).Grid(Columns, [top - 5, top + 15, top + 35]);

    private static OfficePdf Texts(OfficePdf pdf, double top)
    {
        for (int i = 0; i < Cells.Length; i++)
        {
            pdf.Text(Columns[i % 4] + 4, top + 9 + (20 * (i / 4)), Cells[i]);
        }

        return pdf;
    }

    private static Document Read(OfficePdf pdf) => new PdfReader(Options.Create(new PdfReaderOptions())).Read(pdf.File(), CancellationToken.None);

    private static string[] Paragraphs(Document document) => [.. document.Blocks.OfType<TextBlock>().Select(static block => block.Text.Text)];

    private static string[][] Rows(Document document)
    {
        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>());
        return [.. Enumerable.Range(0, table.RowCount).Select(row => table.Cells.Where(cell => cell.Row == row).Select(static cell => cell.Text.Text).ToArray())];
    }
}
