using Extractor.Pdf.Tests.Content;

namespace Extractor.Pdf.Tests.Fonts;

public sealed class CompositeFontTests
{
    private const string Identity =
        "<< /Subtype /Type0 /BaseFont /ABCDEF+Some-Bold /Encoding /Identity-H /ToUnicode 7 0 R " +
        "/DescendantFonts [<< /Subtype /CIDFontType2 /DW 800 /W [1 [500 600] 5 7 250] >>] >>";

    [Fact]
    public void Both_forms_of_widths_and_the_default_width_count()
    {
        PdfPage page = FontCase.Show(Identity, "<00010002000300050007>", "");

        Assert.Equal([5, 6, 8, 2.5, 2.5], page.Glyphs.Select(glyph => Math.Round(glyph.Area.Width, 6)));
    }

    [Fact]
    public void Unicode_tables_map_single_codes_ranges_lists_ligatures_and_surrogates()
    {
        const string toUnicode = """
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0001> <1EA1> <0002> <00660066 0069> endbfchar
            3 beginbfrange <0010> <0012> <0041> <0020> <0022> [<0061> <0062> <D83DDE00>] <0030> <0031> <D83DDE00> endbfrange
            """;

        PdfPage page = FontCase.Show(Identity, "<000100020010001200200022 00300031>", toUnicode);

        Assert.Equal(["ạ", "ffi", "A", "C", "a", "😀", "😀", "😁"], page.Glyphs.Select(glyph => glyph.Text));
    }

    [Fact]
    public void Codes_no_table_explains_are_marked_and_warned_of()
    {
        PdfPage page = FontCase.Show(Identity, "<00050006>", "1 beginbfchar <0005> <0000> endbfchar");

        Assert.All(page.Glyphs, glyph => Assert.Equal(("\uFFFD", PdfGlyphFlags.Unmapped), (glyph.Text, glyph.Flags)));
        Assert.Contains(page.Warnings, warning => warning.Code == "font.unmapped");
    }

    [Fact]
    public void The_fonts_name_and_style_stay_on_the_glyph()
    {
        PdfFontInfo font = FontCase.Show(Identity, "<0001>", "").Glyphs[0].Font;

        Assert.Equal(new PdfFontInfo("Some-Bold", IsBold: true, IsItalic: false, HasToUnicode: true), font);
    }

    [Fact]
    public void Embedded_cmaps_cut_codes_of_mixed_length_and_build_on_others()
    {
        const string cmap = """
            /Identity-H usecmap
            2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
            1 begincidrange <20> <7E> 100 endcidrange 1 begincidchar <8001> 7 endcidchar
            """;
        const string font =
            "<< /Subtype /Type0 /Encoding 7 0 R /DescendantFonts [<< /Subtype /CIDFontType0 /CIDSystemInfo << /Ordering (UCS) >> /W [7 [300] 101 [400]] >>] >>";

        PdfPage page = FontCase.Show(font, "<21800141>", cmap, "<< /Type /CMap >>");

        Assert.Equal([4, 3, 10], page.Glyphs.Select(glyph => Math.Round(glyph.Area.Width, 6)));
    }

    [Fact]
    public void Predefined_cmaps_tell_the_length_of_codes_and_through_their_code_page_the_text()
    {
        static string Text(string cmap, string codes) =>
            FontCase.Show($"<< /Subtype /Type0 /Encoding /{cmap} /DescendantFonts [<< /Subtype /CIDFontType0 >>] >>", codes).Drawn();

        Assert.Equal("中A", Text("UniGB-UCS2-H", "<4E2D0041>"));
        Assert.Equal("😀", Text("UniJIS-UTF16-H", "<D83DDE00>"));
        Assert.Equal("a日", Text("90ms-RKSJ-H", "<6193FA>"));
        Assert.Equal("a中", Text("GBK-EUC-H", "<61D6D0>"));
        Assert.Equal("中", Text("ETen-B5-H", "<A4A4>"));
        Assert.Equal("한", Text("KSCms-UHC-H", "<C7D1>"));
    }

    [Fact]
    public void Vertical_writing_goes_down_the_page()
    {
        const string font = "<< /Subtype /Type0 /Encoding /Identity-V /DescendantFonts [<< /Subtype /CIDFontType0 /W2 [2 [-500 250 880]] >>] >>";

        PdfPage page = FontCase.Show(font, "<000100020003>");

        Assert.Equal(10, page.Glyphs[1].BaselineY - page.Glyphs[0].BaselineY, 6);
        Assert.Equal(5, page.Glyphs[2].BaselineY - page.Glyphs[1].BaselineY, 6);
        Assert.Equal(90, page.Glyphs[0].Angle);
    }

    [Fact]
    public void An_embedded_program_explains_glyphs_when_the_file_does_not()
    {
        const string font =
            "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /FontDescriptor << /FontFile2 7 0 R >> >>] >>";

        PdfPage page = FontCase.Show(font, "<000100020003>", TinyFonts.TrueType((0x1EA1, 1), (0x42, 2)));

        Assert.Equal(["ạ", "B", "\uFFFD"], page.Glyphs.Select(glyph => glyph.Text));
    }
}
