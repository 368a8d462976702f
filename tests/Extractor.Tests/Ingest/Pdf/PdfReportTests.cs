using System.Collections.Immutable;
using Extractor.Ingest.Pdf;
using Extractor.Pdf;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Pdf;

/// <summary>Nothing is lost in silence: what a page lacks stands in the warnings and among the unread parts.</summary>
public class PdfReportTests
{
    private static readonly string Lines = string.Concat(Enumerable.Range(0, 12).Select(static i =>
        DrawnPdf.Show(60, 780 - (i * 16), "so ho so da tiep nhan va giai quyet dung han trong ky", font: "F2")));

    [Theory]
    [InlineData("<64> <0004>", "text.damaged")]
    [InlineData("<64> <E001>", "text.unmapped")]
    [InlineData("<64> <0101>", "text.unmapped")]
    public void A_page_whose_font_tables_are_wrong_is_never_reported_as_read(string mapping, string code)
    {
        Document document = Read(DrawnPdf.File(Lines, mapping));

        Assert.Equal("textUnreadable", Assert.Single(document.Unread).Reason);
        Assert.Contains(document.Warnings, warning => warning.Code == code && warning.Page == 1);
    }

    [Fact]
    public void A_page_whose_text_is_sound_has_no_warning()
    {
        Document document = Read(DrawnPdf.File(Lines, "<64> <0111>"));

        Assert.Empty(document.Unread);
        Assert.Empty(document.Warnings);
        Assert.Contains("đung han", document.Blocks.OfType<TextBlock>().First().Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bullets_of_symbol_fonts_are_bullets_and_no_damage()
    {
        Document document = Read(DrawnPdf.File(Lines, "<64> <F0B7>"));

        Assert.Empty(document.Warnings);
        Assert.Contains("•", document.Blocks.OfType<TextBlock>().First().Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scanned_table_below_a_heading_is_unread()
    {
        string picture = DrawnPdf.Stream("\u0000", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray");
        string content = DrawnPdf.Show(60, 780, "Phu luc so lieu thong ke kem theo bao cao so 12 cua Uy ban nhan dan xa")
            + "q 500 0 0 600 50 100 cm /I1 Do Q\n";

        Document document = Read(DrawnPdf.File(content, resources: "/XObject << /I1 7 0 R >>", objects: picture));

        Assert.Equal("pictureOnly", Assert.Single(document.Unread).Reason);
        Assert.Contains(document.Warnings, static warning => warning.Code == "page.pictureOnly");
    }

    [Theory]
    [InlineData("xref.rebuilt", "file.repaired")]
    [InlineData("pages.missing", "file.pagesLost")]
    [InlineData("content.hidden", "page.hiddenContent")]
    [InlineData("content.truncated", "page.truncated")]
    [InlineData("font.missing", "text.fontMissing")]
    [InlineData("something.new", "pdf.something.new")]
    public void Every_warning_of_the_library_reaches_the_user_once_a_page(string given, string told)
    {
        var report = new PdfReport();
        ImmutableArray<PdfWarning> warnings = [new PdfWarning(given, "It is so."), new PdfWarning(given, "It is so again.")];

        report.AddWarnings(warnings, page: null);
        report.AddWarnings(warnings, page: 3);

        Assert.Equal([(told, null), (told, 3)], report.Warnings().Select(static warning => (warning.Code, warning.Page)));
        Assert.Equal(given == "content.truncated" ? [3] : [], report.Unread().Select(static gap => gap.Page!.Value));
    }

    private static Document Read(SourceFile file) => new PdfReader(Options.Create(new PdfReaderOptions())).Read(file, CancellationToken.None);
}
