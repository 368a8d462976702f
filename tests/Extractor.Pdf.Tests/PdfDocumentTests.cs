namespace Extractor.Pdf.Tests;

public class PdfDocumentTests
{
    public static TheoryData<string> ReadableForms =>
    [
        "classic.pdf", "object-streams.pdf", "linearized.pdf", "linearized-object-streams.pdf", "rc4-40.pdf", "rc4-128.pdf", "rc4-128-v4.pdf",
        "aes-128.pdf", "aes-128-object-streams.pdf", "aes-256-r5.pdf", "aes-256.pdf", "aes-256-object-streams.pdf", "empty-owner-aes-256.pdf",
    ];

    [Theory, MemberData(nameof(ReadableForms))]
    public void Every_form_of_the_file_has_the_same_pages_without_a_warning(string name)
    {
        PdfDocument document = PdfDocument.Open(PdfFixtures.Small(name));

        Assert.Empty(document.Warnings);
        Assert.Equal(3, document.PageCount);
        PdfPage[] pages = [.. Enumerable.Range(1, 3).Select(number => document.ReadPage(number))];
        Assert.Equal([(595, 842), (842, 595), (400, 600)], pages.Select(page => (page.Width, page.Height)));
        Assert.Equal(["i", "ii", "A-7"], pages.Select(page => page.Label));
    }

    [Theory, MemberData(nameof(ReadableForms))]
    public void Links_and_form_values_are_found_where_they_stand(string name)
    {
        PdfPage page = PdfDocument.Open(PdfFixtures.Small(name)).ReadPage(1);

        Assert.Equal(new PdfLink(new PdfBox(72, 122, 172, 142), "https://example.org/report"), Assert.Single(page.Links));
        Assert.Equal(new PdfFormField("approved by", "Đã duyệt", new PdfBox(72, 222, 272, 242), IsText: true), Assert.Single(page.FormFields));
    }

    [Theory]
    [InlineData("password-rc4-40.pdf")]
    [InlineData("password-aes-128.pdf")]
    [InlineData("password-aes-256.pdf")]
    public void A_file_with_a_password_is_the_error_encrypted(string name)
    {
        PdfException error = Assert.Throws<PdfException>(() => PdfDocument.Open(PdfFixtures.Small(name)));

        Assert.Equal(PdfError.Encrypted, error.Error);
    }

    [Theory]
    [InlineData("hoang-thanh-2021-9m.pdf", 10)]
    [InlineData("hoang-thanh-2021-9m.browser.pdf", 8)]
    public void Reports_open_without_a_warning(string name, int pages)
    {
        string path = PdfFixtures.Reports().Single(report => Path.GetFileName(report) == name);

        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(path));

        Assert.Empty(document.Warnings);
        Assert.Equal(pages, document.PageCount);
    }

    [Fact]
    public void A_page_number_outside_the_file_is_an_argument_error()
    {
        PdfDocument document = PdfDocument.Open(PdfFixtures.Small("classic.pdf"));

        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(4));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("PK\u0003\u0004")]
    public void Bytes_without_a_pdf_are_the_error_not_pdf(string text)
    {
        PdfException error = Assert.Throws<PdfException>(() => PdfDocument.Open(System.Text.Encoding.Latin1.GetBytes(text)));

        Assert.Equal(PdfError.NotPdf, error.Error);
    }
}
