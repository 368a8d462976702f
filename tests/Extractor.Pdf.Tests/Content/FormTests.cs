namespace Extractor.Pdf.Tests.Content;

public sealed class FormTests
{
    private const string WithForm = "<< /Font << /F1 << /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >>";

    [Fact]
    public void Forms_are_placed_by_their_matrix_and_clipped_to_their_box()
    {
        ContentPage content = new ContentPage { Resources = WithForm }.WithForm(
            5, "<< /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 10 0] >>", "BT /F1 10 Tf 5 5 Td (in) Tj 60 0 Td (out) Tj ET");

        PdfPage page = content.Read("q 1 0 0 1 100 20 cm /X Do Q BT /F1 10 Tf (x) Tj ET");

        Assert.Equal("inoutx", page.Drawn());
        Assert.Equal((115, 75), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY));
        Assert.Equal(PdfGlyphFlags.Clipped, page.Glyphs[2].Flags);
        Assert.Equal(0, page.Glyphs[5].BaselineX, 6);
    }

    [Fact]
    public void A_form_that_draws_itself_is_drawn_once()
    {
        ContentPage content = new ContentPage { Resources = WithForm }.WithForm(
            5, "<< /Subtype /Form >>", "q q BT /F1 10 Tf (x) Tj ET /X Do");

        PdfPage page = content.Read("/X Do /X Do BT /F1 10 Tf (y) Tj ET");

        Assert.Equal("xxy", page.Drawn());
        Assert.Contains(page.Warnings, warning => warning.Code == "form.cyclic");
    }

    [Fact]
    public void Forms_nested_deeper_than_allowed_end_in_the_named_limit()
    {
        ContentPage content = new(new PdfOptions { MaxDepth = 5 }) { Resources = WithForm };
        for (int i = 5; i < 20; i++)
            content.WithForm(i, $"<< /Subtype /Form /Resources << /XObject << /X {i + 1} 0 R >> >> >>", "/X Do");

        PdfException error = Assert.Throws<PdfException>(() => content.Read("/X Do"));

        Assert.Equal(nameof(PdfOptions.MaxDepth), error.Limit);
    }

    [Fact]
    public void Operators_and_glyphs_beyond_the_budget_end_in_the_named_limit()
    {
        ContentPage operators = new(new PdfOptions { MaxOperatorsPerPage = 100 });
        ContentPage glyphs = new(new PdfOptions { MaxGlyphsPerPage = 100 });

        PdfException first = Assert.Throws<PdfException>(() => operators.Read(string.Concat(Enumerable.Repeat("q Q ", 60))));
        PdfException second = Assert.Throws<PdfException>(() => glyphs.Read($"BT /F1 1 Tf ({new string('x', 101)}) Tj ET"));

        Assert.Equal(nameof(PdfOptions.MaxOperatorsPerPage), first.Limit);
        Assert.Equal(nameof(PdfOptions.MaxGlyphsPerPage), second.Limit);
    }

    [Fact]
    public void A_page_that_takes_too_long_ends_in_the_named_limit()
    {
        ContentPage content = new(new PdfOptions { MaxTime = TimeSpan.FromTicks(1) });

        PdfException error = Assert.Throws<PdfException>(() => content.Read(string.Concat(Enumerable.Repeat("q Q ", 1000))));

        Assert.Equal(nameof(PdfOptions.MaxTime), error.Limit);
    }

    [Fact]
    public void Pictures_keep_their_place_and_kind()
    {
        ContentPage content = new ContentPage { Resources = WithForm }.With(
            5, "<< /Subtype /Image /Width 300 /Height 200 /BitsPerComponent 8 /ColorSpace [/ICCBased 9 0 R] /Filter /DCTDecode >>", [1, 2, 3]);

        PdfPage page = content.Read("q 60 0 0 40 20 10 cm /X Do Q q 10 0 0 10 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q");

        PdfImage image = page.Images[0];
        Assert.Equal(new PdfBox(20, 50, 80, 90), image.Area);
        Assert.Equal((300, 200, "ICCBased", "DCTDecode"), (image.PixelWidth, image.PixelHeight, image.ColorSpace, image.Encoding));
        Assert.Equal([1, 2, 3], image.Data.Value.ToArray());
        Assert.Equal("abcd"u8.ToArray(), page.Images[1].Data.Value.ToArray());
        Assert.Equal(new PdfBox(0, 90, 10, 100), page.Images[1].Area);
    }

    [Fact]
    public void A_picture_asked_for_after_its_page_has_time_of_its_own()
    {
        using var given = new CancellationTokenSource();
        ContentPage content = new();
        content.Budget.Start(given.Token);
        PdfPage page = content.Read("q 10 0 0 10 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q");
        given.Cancel();

        byte[] data = page.Images[0].Data.Value.ToArray();

        Assert.Equal("abcd"u8.ToArray(), data);
    }
}
