using Extractor.Pdf.Tests.Content;

namespace Extractor.Pdf.Tests.Fonts;

public sealed class SimpleFontTests
{
    [Theory]
    [InlineData("/WinAnsiEncoding", "(\\200\\351)", "€é")]
    [InlineData("/MacRomanEncoding", "(\\216\\245)", "é•")]
    [InlineData("/StandardEncoding", "(\\256\\341')", "ﬁÆ’")]
    [InlineData("/MacExpertEncoding", "(\\127)", "ﬁ")]
    [InlineData("<< /BaseEncoding /WinAnsiEncoding /Differences [65 /uni1EA1 /u1F600 70 /Aacute.alt /f_i] >>", "(ABCFG)", "ạ😀CÁfi")]
    public void Encodings_and_differences_name_the_glyphs(string encoding, string text, string expected)
    {
        PdfPage page = FontCase.Show($"<< /Subtype /Type1 /BaseFont /Some /Encoding {encoding} >>", text);

        Assert.Equal(expected, page.Drawn());
    }

    [Theory]
    [InlineData("Symbol", "(abW)", "αβΩ")]
    [InlineData("ZapfDingbats", "(4)", "✔")]
    public void Symbol_fonts_have_encodings_of_their_own(string font, string text, string expected)
    {
        Assert.Equal(expected, FontCase.Show($"<< /Subtype /Type1 /BaseFont /{font} >>", text).Drawn().Replace('\u2126', '\u03A9'));
    }

    [Fact]
    public void The_unicode_table_wins_over_the_encoding()
    {
        const string font = "<< /Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>";

        PdfPage page = FontCase.Show(font, "(AB)", "1 beginbfchar <41> <0111> endbfchar");

        Assert.Equal("đB", page.Drawn());
        Assert.Equal(".VnTime", page.Glyphs[0].Font.Name);
    }

    [Fact]
    public void Widths_come_from_the_file_then_from_the_standard_fonts()
    {
        double Width(string font) => Math.Round(FontCase.Show(font, "(i)").Glyphs[0].Area.Width, 6);

        Assert.Equal(3.33, Width("<< /Subtype /Type1 /BaseFont /Helvetica /FirstChar 104 /Widths [900 333] >>"));
        Assert.Equal(7, Width("<< /Subtype /Type1 /BaseFont /X /FirstChar 0 /Widths [900] /FontDescriptor << /MissingWidth 700 >> >>"));
        Assert.Equal(2.22, Width("<< /Subtype /Type1 /BaseFont /Helvetica >>"));
        Assert.Equal(2.78, Width("<< /Subtype /TrueType /BaseFont /TimesNewRomanPS-BoldMT >>"));
        Assert.Equal(6, Width("<< /Subtype /Type1 /BaseFont /Courier-BoldOblique >>"));
    }

    [Fact]
    public void Type_3_fonts_use_their_own_scale_and_glyph_names()
    {
        const string font =
            "<< /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 80] /FirstChar 65 /Widths [50 60 70] " +
            "/Encoding << /Differences [65 /A /a66 /unknown] >> /CharProcs << >> >>";

        PdfPage page = FontCase.Show(font, "(ABC)");

        Assert.Equal(["A", "B", "\uFFFD"], page.Glyphs.Select(glyph => glyph.Text));
        Assert.Equal([5, 6, 7], page.Glyphs.Select(glyph => Math.Round(glyph.Area.Width, 6)));
        Assert.Equal((92, 102), (Math.Round(page.Glyphs[0].Area.Top, 6), Math.Round(page.Glyphs[0].Area.Bottom, 6)));
    }

    [Fact]
    public void Embedded_programs_explain_codes_when_the_file_does_not()
    {
        string trueType = FontCase.Show(
            "<< /Subtype /TrueType /FontDescriptor << /Flags 4 /FontFile2 7 0 R >> >>", "(\\001\\002)", TinyFonts.SymbolicTrueType()).Drawn();
        string type1 = FontCase.Show(
            "<< /Subtype /Type1 /FontDescriptor << /FontFile 7 0 R >> >>", "(AB)",
            "%!PS-AdobeFont-1.0\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /aogonek put\ndup 66 /Dcroat put\nreadonly def\neexec").Drawn();
        string compact = FontCase.Show("<< /Subtype /Type1 /FontDescriptor << /FontFile3 7 0 R >> >>", "(AB)", TinyFonts.CompactFont()).Drawn();

        Assert.Equal("ạB", trueType);
        Assert.Equal("ąĐ", type1);
        Assert.Equal("Bạ", compact);
    }

    [Fact]
    public void Control_characters_from_a_ruined_table_are_warned_of()
    {
        PdfPage page = FontCase.Show("<< /Subtype /Type1 /ToUnicode 7 0 R >>", "(A)", "1 beginbfchar <41> <0003> endbfchar");

        Assert.Contains(page.Warnings, warning => warning.Code == "font.control-characters");
    }

    [Fact]
    public void A_font_that_is_not_in_the_file_gives_no_invented_text()
    {
        PdfPage page = FontCase.Show("99 0 R", "(AB)");

        Assert.All(page.Glyphs, glyph => Assert.Equal(("\uFFFD", PdfGlyphFlags.Unmapped), (glyph.Text, glyph.Flags)));
        Assert.Contains(page.Warnings, warning => warning.Code == "font.missing");
    }
}
