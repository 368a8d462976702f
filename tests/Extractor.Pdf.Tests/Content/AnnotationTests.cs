using System.Text;
using Extractor.Pdf.Content;
using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Tests.Content;

public sealed class AnnotationTests
{
    [Theory]
    [InlineData("/Subtype /Widget", "stamp")]
    [InlineData("/Subtype /Stamp /F 4", "stamp")]
    [InlineData("/Subtype /Stamp /F 2", "")]
    [InlineData("/Subtype /Popup", "")]
    public void Appearances_that_are_seen_belong_to_the_page(string entries, string expected)
    {
        PdfPage page = Read($"<< {entries} /Rect [100 20 140 40] /AP << /N 5 0 R >> >>");

        Assert.Equal(expected, page.Drawn());
    }

    [Fact]
    public void Appearances_are_fitted_into_their_rectangle()
    {
        PdfGlyph first = Read("<< /Subtype /Stamp /Rect [100 20 140 40] /AP << /N << /On 5 0 R >> >> /AS /On >>").Glyphs[0];

        Assert.Equal((100, 80), (first.BaselineX, first.BaselineY));
        Assert.Equal(20, first.FontSize, 6);
    }

    private static PdfPage Read(string annotation)
    {
        ContentPage file = new ContentPage().With(
            5, $"<< /Subtype /Form /BBox [0 0 20 10] /Resources {ContentPage.Helvetica} >>", Encoding.Latin1.GetBytes("BT /F1 10 Tf (stamp) Tj ET"));
        PdfDictionary page = file.Parse($"<< /Annots [{annotation}] >>").AsDictionary()!;
        return new PageReader(file).Read(new PageNode { Number = 1, Dictionary = page, Geometry = file.Geometry });
    }
}
