using System.Text;

namespace Extractor.Pdf.Tests.Files;

public class RepairTests
{
    public static TheoryData<string> Forms => ["classic.pdf", "object-streams.pdf", "linearized.pdf", "aes-256-object-streams.pdf", "rc4-128.pdf"];

    [Theory, MemberData(nameof(Forms))]
    public void A_wrong_start_offset_is_repaired_by_scanning(string name)
    {
        byte[] file = PdfFixtures.Small(name);
        int number = file.AsSpan().LastIndexOf("startxref"u8) + 10;
        file[number] = (byte)(file[number] == '9' ? '1' : '9');

        AssertThreePages(file, "xref.rebuilt");
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_lost_end_is_repaired_by_scanning(string name)
    {
        byte[] file = PdfFixtures.Small(name);

        AssertThreePages(file[..file.AsSpan().LastIndexOf("startxref"u8)], "xref.rebuilt");
    }

    [Theory]
    [InlineData("dien-bien-2021-9m.pdf")]
    [InlineData("hong-hai-2023-year.browser.pdf")]
    public void A_report_cut_at_97_percent_keeps_its_pages(string name)
    {
        byte[] file = File.ReadAllBytes(PdfFixtures.Reports().Single(path => Path.GetFileName(path) == name));

        PdfDocument whole = PdfDocument.Open(file);
        PdfDocument cut = PdfDocument.Open(file.AsMemory(0, file.Length * 97 / 100));

        Assert.Equal(whole.PageCount, cut.PageCount);
        Assert.Contains(cut.Warnings, warning => warning.Code == "xref.rebuilt");
        Assert.Equal(whole.ReadPage(2).Glyphs.Length, cut.ReadPage(2).Glyphs.Length);
    }

    [Theory, MemberData(nameof(Forms))]
    public void Bytes_before_the_header_shift_all_offsets(string name)
    {
        byte[] file = [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. PdfFixtures.Small(name)];

        PdfDocument document = PdfDocument.Open(file);

        Assert.Equal(3, document.PageCount);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void A_slice_of_a_larger_array_is_read_in_place()
    {
        byte[] file = [.. new byte[77], .. PdfFixtures.Small("object-streams.pdf"), .. new byte[33]];

        PdfDocument document = PdfDocument.Open(file.AsMemory(77, file.Length - 110));

        Assert.Equal(3, document.PageCount);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void Offsets_that_point_elsewhere_are_looked_up_by_scanning()
    {
        string text = Encoding.Latin1.GetString(HandmadePdf.OnePage().Build());
        int kid = text.IndexOf("3 0 obj", StringComparison.Ordinal);
        string wrong = text.Replace($"{kid:D10}", "0000000013", StringComparison.Ordinal);

        PdfDocument document = PdfDocument.Open(Encoding.Latin1.GetBytes(wrong));

        Assert.Equal(1, document.PageCount);
        Assert.Contains(document.Warnings, warning => warning.Code == "xref.entry");
    }

    [Theory]
    [InlineData("/Length 1 ")]
    [InlineData("/Length 99999999 ")]
    [InlineData("/Length -4 ")]
    [InlineData("/Length 4 0 R ")]
    [InlineData("")]
    public void A_wrong_length_is_replaced_by_the_place_of_endstream(string length)
    {
        byte[] file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 5 0 R ] >> >>")
            .Object(2, "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>")
            .Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>")
            .Object(4, "<< " + length + ">>\nstream\r\nwhole value\r\nendstream")
            .Object(5, "<< /T (field) /V 4 0 R >>")
            .Build();

        PdfPage page = PdfDocument.Open(file).ReadPage(1);

        Assert.Equal("whole value", Assert.Single(page.FormFields).Value);
        Assert.Contains(page.Warnings, warning => warning.Code == "stream.length");
    }

    [Fact]
    public void Without_a_trailer_the_catalog_is_found_among_the_objects()
    {
        byte[] file = HandmadePdf.OnePage().ToArray();

        Assert.Equal(1, PdfDocument.Open(file).PageCount);
    }

    [Fact]
    public void Without_a_page_tree_the_pages_are_found_among_the_objects()
    {
        byte[] file = new HandmadePdf()
            .Object(3, "<< /Type /Page /MediaBox [ 0 0 300 200 ] >>")
            .Object(4, "<< /Type /Page /MediaBox [ 0 0 200 300 ] >>")
            .ToArray();

        PdfDocument document = PdfDocument.Open(file);

        Assert.Equal([300, 200], [document.ReadPage(1).Width, document.ReadPage(2).Width]);
        Assert.Contains(document.Warnings, warning => warning.Code == "pages.scanned");
    }

    [Fact]
    public void Pages_of_a_linearized_file_without_its_tree_keep_their_order()
    {
        byte[] file = PdfFixtures.Small("linearized.pdf");
        int tree = file.AsSpan().IndexOf("/Type /Pages"u8);

        PdfDocument document = PdfDocument.Open(file.AsMemory(0, tree));

        Assert.Equal([595, 842, 400], Enumerable.Range(1, document.PageCount).Select(number => document.ReadPage(number).Width));
    }

    [Fact]
    public void A_header_and_nothing_else_is_the_error_damaged()
    {
        PdfException error = Assert.Throws<PdfException>(() => PdfDocument.Open("%PDF-1.7\n%%EOF\n"u8.ToArray()));

        Assert.Equal(PdfError.Damaged, error.Error);
    }

    private static void AssertThreePages(byte[] file, string warning)
    {
        PdfDocument document = PdfDocument.Open(file);

        Assert.Equal(["i", "ii", "A-7"], Enumerable.Range(1, document.PageCount).Select(number => document.ReadPage(number).Label));
        Assert.Contains(document.Warnings, given => given.Code == warning);
    }
}
