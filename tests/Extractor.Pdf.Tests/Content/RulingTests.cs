namespace Extractor.Pdf.Tests.Content;

public sealed class RulingTests
{
    [Fact]
    public void Strokes_keep_their_place_and_width()
    {
        PdfPage page = new ContentPage().Read("0.5 w 10 20 m 110 20 l S q 2 0 0 2 0 0 cm 1 w 5 5 m 5 45 l S Q");

        Assert.Equal([new PdfRuling(10, 80, 110, 80, 0.5), new PdfRuling(10, 10, 10, 90, 2)], page.Rulings.ToArray());
        Assert.True(page.Rulings[0].IsHorizontal);
        Assert.False(page.Rulings[1].IsHorizontal);
    }

    [Fact]
    public void Thin_fills_are_lines_and_clips_are_none()
    {
        PdfPage page = new ContentPage().Read("10 20 100 1 re f 0 0 90 90 re W n 20 30 m 80 30 l 79 31 l 21 31 l h f");

        Assert.Equal([new PdfRuling(20, 69.5, 80, 69.5, 1), new PdfRuling(10, 79.5, 110, 79.5, 1)], page.Rulings.ToArray());
    }

    [Fact]
    public void A_stroked_rectangle_has_four_edges()
    {
        PdfPage page = new ContentPage().Read("1 w 10 10 100 50 re S");

        Assert.Equal(
            [new(10, 40, 110, 40, 1), new(10, 90, 110, 90, 1), new(10, 40, 10, 90, 1), new(110, 40, 110, 90, 1)],
            page.Rulings.ToArray());
    }

    [Fact]
    public void Collinear_pieces_and_doubles_become_one()
    {
        PdfPage page = new ContentPage().Read("1 w 10 50 m 50 50 l S 50.4 50 m 90 50.2 l S 10 50 m 90 50 l S 10 50 20 50 re W n 120 50 m 160 50 l S");

        PdfRuling ruling = Assert.Single(page.Rulings);
        Assert.Equal((10, 90), (ruling.X0, ruling.X1));
    }

    [Fact]
    public void Dots_and_dashes_drawn_one_by_one_become_one_line()
    {
        string dots = string.Concat(Enumerable.Range(0, 30).Select(i => $"{10 + (2 * i)} 20 1 1 re f "));
        string dashes = string.Concat(Enumerable.Range(0, 10).Select(i => $"10 {10 + (6 * i)} m 10 {13 + (6 * i)} l S "));

        PdfPage page = new ContentPage().Read(dots + dashes);

        Assert.Equal(2, page.Rulings.Length);
        Assert.Equal((10, 69), (page.Rulings[0].X0, page.Rulings[0].X1));
        Assert.Equal((33, 90), (page.Rulings[1].Y0, page.Rulings[1].Y1));
    }

    [Theory]
    [InlineData("1 g 10 20 100 1 re f")]
    [InlineData("1 1 1 RG 10 20 m 110 20 l S")]
    [InlineData("0 0 0 0 k 10 20 100 1 re f")]
    [InlineData("/DeviceRGB cs 1 1 1 sc 10 20 100 1 re f")]
    [InlineData("/Tint cs 0 scn 10 20 100 1 re f")]
    [InlineData("/Clear gs 10 20 100 1 re f 10 20 m 110 20 l S")]
    [InlineData("10 20 m 110 50 l S")]
    [InlineData("10 20 m 12 20 l S")]
    [InlineData("0 0 200 100 re f")]
    public void What_cannot_be_seen_or_is_no_line_leaves_no_ruling(string content)
    {
        ContentPage page = new()
        {
            Resources = "<< /ExtGState << /Clear << /CA 0 /ca 0 >> >> /ColorSpace << /Tint [/Separation /Spot /DeviceCMYK 3 0 R] >> >>",
        };

        Assert.Empty(page.Read(content).Rulings);
    }

    [Fact]
    public void Edges_of_shaded_areas_have_no_thickness()
    {
        PdfPage page = new ContentPage().Read("0.8 g 10 10 100 50 re f");

        Assert.Equal(4, page.Rulings.Length);
        Assert.All(page.Rulings, ruling => Assert.Equal(0, ruling.Thickness));
    }

    [Fact]
    public void Lines_end_at_the_clip()
    {
        PdfPage page = new ContentPage().Read("20 0 50 100 re W n 1 w 0 50 m 200 50 l S 100 0 m 100 100 l S");

        PdfRuling ruling = Assert.Single(page.Rulings);
        Assert.Equal((20, 70), (ruling.X0, ruling.X1));
    }

    [Fact]
    public void Lines_of_a_turned_page_turn_with_it()
    {
        ContentPage content = new() { Geometry = new(0, 0, 200, 100, 90, 1) };

        PdfPage page = content.Read("1 w 10 20 m 110 20 l S");

        Assert.Equal([new PdfRuling(20, 10, 20, 110, 1)], page.Rulings.ToArray());
    }
}
