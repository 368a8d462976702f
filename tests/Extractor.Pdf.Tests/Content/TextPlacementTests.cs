namespace Extractor.Pdf.Tests.Content;

public sealed class TextPlacementTests
{
    [Fact]
    public void Glyphs_advance_by_their_widths_and_stand_on_the_baseline()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf 20 30 Td (Hi) Tj ET");

        Assert.Equal("Hi", page.Drawn());
        Assert.Equal((20, 70), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY));
        Assert.Equal(27.22, page.Glyphs[1].BaselineX, 3);
        Assert.Equal(10, page.Glyphs[0].FontSize, 6);
        Assert.True(page.Glyphs[0].Area.Top < 70 && page.Glyphs[0].Area.Bottom > 70);
    }

    [Fact]
    public void Spacing_scale_rise_and_adjustments_move_glyphs()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf 2 Tc 5 Tw 50 Tz 3 Ts [(H) -1000 ( H)] TJ ET");

        // H: (7.22 + 2) / 2, then 10 / 2 to the right; space: (2.78 + 2 + 5) / 2.
        Assert.Equal(9.61, page.Glyphs[1].BaselineX, 3);
        Assert.Equal(14.5, page.Glyphs[2].BaselineX, 3);
        Assert.Equal(97, page.Glyphs[0].BaselineY, 6);
    }

    [Fact]
    public void Line_operators_follow_the_leading()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf 12 TL 10 80 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" 5 -20 TD (e) Tj T* (f) Tj ET");

        Assert.Equal("abcdef", page.Drawn());
        Assert.Equal([20, 32, 44, 56, 76, 96], page.Glyphs.Select(glyph => Math.Round(glyph.BaselineY)));
        Assert.Equal(15, page.Glyphs[5].BaselineX, 6);
    }

    [Theory]
    [InlineData(0, 20, 70, 0)]
    [InlineData(90, 30, 20, 90)]
    [InlineData(180, 180, 30, 180)]
    [InlineData(270, 70, 180, 270)]
    public void Rotated_pages_are_seen_upright(int rotate, double x, double y, int angle)
    {
        ContentPage content = new() { Geometry = new(0, 0, 200, 100, rotate, 1) };

        PdfPage page = content.Read("BT /F1 10 Tf 20 30 Td (H) Tj ET");

        Assert.Equal((x, y), (Math.Round(page.Glyphs[0].BaselineX, 6), Math.Round(page.Glyphs[0].BaselineY, 6)));
        Assert.Equal(angle, page.Glyphs[0].Angle);
    }

    [Fact]
    public void Text_turned_by_its_matrix_on_a_turned_page_reads_at_angle_zero()
    {
        ContentPage content = new() { Geometry = new(0, 0, 200, 100, 90, 1) };

        PdfPage page = content.Read("BT /F1 10 Tf 0 1 -1 0 50 20 Tm (H) Tj ET");

        Assert.Equal(0, page.Glyphs[0].Angle);
        Assert.Equal(10, page.Glyphs[0].FontSize, 6);
    }

    [Fact]
    public void Crop_box_origin_and_user_unit_count()
    {
        ContentPage content = new() { Geometry = new(100, 100, 300, 200, 0, 2) };

        PdfPage page = content.Read("BT /F1 10 Tf 110 120 Td (H) Tj ET");

        Assert.Equal((20, 160), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY));
        Assert.Equal(20, page.Glyphs[0].FontSize, 6);
    }

    [Fact]
    public void Broken_operators_are_passed_over()
    {
        PdfPage page = new ContentPage().Read("Q Q 1 cm /F1 Tf BT /F1 10 Tf (x) TJ Tj ] >> 3 foo Td 10 10 Td [(a) (b) Tj 7 ( c) TJ [(d) TJ ET Q");

        Assert.Equal("xab cd", page.Drawn());
    }

    [Fact]
    public void Invisible_text_is_marked()
    {
        PdfPage page = new ContentPage().Read("BT /F1 10 Tf 3 Tr (a) Tj 0 Tr (b) Tj ET");

        Assert.Equal(PdfGlyphFlags.Invisible, page.Glyphs[0].Flags);
        Assert.Equal(PdfGlyphFlags.None, page.Glyphs[1].Flags);
    }

    [Fact]
    public void Text_outside_the_clip_is_marked_and_the_clip_ends_with_its_state()
    {
        PdfPage page = new ContentPage().Read(
            "BT /F1 10 Tf q 0 0 50 50 re W n 10 10 Td (in) Tj 100 0 Td (out) Tj Q (free) Tj ET");

        Assert.All(page.Glyphs.Take(2), glyph => Assert.Equal(PdfGlyphFlags.None, glyph.Flags));
        Assert.All(page.Glyphs.Skip(2).Take(3), glyph => Assert.Equal(PdfGlyphFlags.Clipped, glyph.Flags));
        Assert.All(page.Glyphs.Skip(5), glyph => Assert.Equal(PdfGlyphFlags.None, glyph.Flags));
        Assert.Empty(page.Rulings);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(600)]
    public void Each_restored_state_is_the_one_that_was_saved(int depth)
    {
        string saved = string.Concat(Enumerable.Repeat("q 1 0 0 1 1 0 cm ", depth));
        string restored = string.Concat(Enumerable.Repeat("Q ", depth - 3));

        PdfPage page = new ContentPage().Read($"{saved}{restored}BT /F1 10 Tf (x) Tj ET");

        Assert.Equal(3, page.Glyphs[0].BaselineX, 6);
    }
}
