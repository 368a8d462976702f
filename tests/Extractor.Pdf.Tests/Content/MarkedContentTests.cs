namespace Extractor.Pdf.Tests.Content;

public sealed class MarkedContentTests
{
    [Fact]
    public void Actual_text_of_another_length_is_carried_by_one_wide_glyph()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf /Span << /ActualText (ffi) >> BDC (xy) Tj EMC (z) Tj ET");

        Assert.Equal(["ffi", "z"], page.Glyphs.Select(glyph => glyph.Text));
        Assert.Equal(PdfGlyphFlags.ActualText, page.Glyphs[0].Flags);
        Assert.Equal(page.Glyphs[1].BaselineX, page.Glyphs[0].Area.Right, 6);
    }

    [Fact]
    public void Actual_text_of_the_same_length_is_dealt_out()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf /Span << /ActualText <FEFF1EA11EC7> >> BDC (xy) Tj EMC ET");

        Assert.Equal(["ạ", "ệ"], page.Glyphs.Select(glyph => glyph.Text));
    }

    [Fact]
    public void Actual_text_that_repeats_what_is_shown_changes_nothing()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf /P << /ActualText (a word) >> BDC (a) Tj 10 0 Td (word) Tj EMC ET");

        Assert.Equal(5, page.Glyphs.Length);
        Assert.All(page.Glyphs, glyph => Assert.Equal(PdfGlyphFlags.None, glyph.Flags));
    }

    [Fact]
    public void Actual_text_may_stand_in_the_property_list_and_be_empty()
    {
        ContentPage content = new()
        {
            Resources = ContentPage.Helvetica[..^3] + "/Properties << /A << /ActualText (Z) >> /B << /ActualText () >> >> >>",
        };

        PdfPage page = content.Read("BT /F1 10 Tf /Span /A BDC (x) Tj EMC /Span /B BDC (gone) Tj EMC (y) Tj ET");

        Assert.Equal("Zy", page.Drawn());
    }

    [Fact]
    public void The_outermost_of_nested_texts_counts_and_stray_ends_do_no_harm()
    {
        PdfPage page = new ContentPage().Read(
            "EMC BT /F1 10 Tf /A << /ActualText (Outer) >> BDC (a) Tj /B << /ActualText (inner) >> BDC (b) Tj EMC EMC EMC (c) Tj ET");

        Assert.Equal("Outerc", page.Drawn());
    }

    [Fact]
    public void Layers_switched_off_by_default_are_left_out_with_a_warning()
    {
        ContentPage content = new ContentPage
        {
            Resources = ContentPage.Helvetica[..^3] + "/Properties << /On 7 0 R /Off 8 0 R /Both 9 0 R >> >>",
            Catalog = "<< /OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [8 0 R] >> >> >>",
        }
        .With(7, "<< /Type /OCG /Name (on) >>")
        .With(8, "<< /Type /OCG /Name (off) >>")
        .With(9, "<< /Type /OCMD /OCGs [7 0 R 8 0 R] /P /AllOn >>");

        PdfPage page = content.Read(
            "BT /F1 10 Tf /OC /On BDC (a) Tj EMC /OC /Off BDC (b) Tj /P BMC (c) Tj EMC EMC /OC /Both BDC (d) Tj EMC (e) Tj ET");

        Assert.Equal("ae", page.Drawn());
        Assert.Contains(page.Warnings, warning => warning.Code == "content.hidden");
    }
}
