using static Extractor.Tests.Ingest.Docx.WordFile;

namespace Extractor.Tests.Ingest.Docx;

public class DocxNumberingTests
{
    private const string Outline =
        """
        <w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:suff w:val="space"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Levels_count_and_restart_below_a_higher_one()
    {
        Assert.Equal(
            ["I. x", "1.1. x", "1.2. x", "a) x", "b) x", "1.3. x", "a) x", "II. x", "2.1. x"],
            Labels(Outline, (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)));
    }

    [Fact]
    public void Lists_of_one_abstract_list_go_on_counting_and_an_override_starts_anew()
    {
        Assert.Equal(["I. x", "II. x", "V. x", "VI. x", "VII. x"], Labels(Outline, (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)));
    }

    [Fact]
    public void Level_whose_parents_were_never_used_shows_their_first_number()
    {
        Assert.Equal(["1.1. x"], Labels(Outline, (1, 1)));
    }

    [Theory]
    [InlineData("decimal", "%1.", 12, "12. x")]
    [InlineData("decimalZero", "%1", 3, "03 x")]
    [InlineData("lowerRoman", "(%1)", 4, "(iv) x")]
    [InlineData("upperLetter", "%1/", 28, "BB/ x")]
    [InlineData("none", "", 1, "x")]
    [InlineData("bullet", "-", 1, "- x")]
    [InlineData("bullet", "\uF0B7", 1, "• x")]
    [InlineData("chicago", "%1", 2, "† x")]
    public void Formats_are_written_as_word_shows_them(string format, string text, int start, string expected)
    {
        string numbering =
            $"""
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
            """;

        Assert.Equal([expected], Labels(numbering, (1, 0)));
    }

    [Fact]
    public void Level_that_never_restarts_goes_on()
    {
        string numbering = Outline.Replace("<w:isLgl/>", "<w:lvlRestart w:val=\"0\"/>", StringComparison.Ordinal);

        Assert.Equal(["I. x", "I.1. x", "II. x", "II.2. x"], Labels(numbering, (1, 0), (1, 1), (1, 0), (1, 1)));
    }

    [Fact]
    public void Styles_put_paragraphs_into_lists_and_levels()
    {
        string numbering = Outline.Replace("<w:isLgl/>", "<w:pStyle w:val=\"H2\"/>", StringComparison.Ordinal);
        var file = new WordFile(P("x", "<w:pStyle w:val=\"H1\"/>") + P("x", "<w:pStyle w:val=\"H2\"/>") + P("x", "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"))
            .With("numbering", "numbering", numbering)
            .With("styles", "styles", """
                <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                """);

        Assert.Equal(["I. x", "I.1. x", "x"], Texts(file));
    }

    [Fact]
    public void Numbering_style_lends_its_levels()
    {
        const string linked =
            """
            <w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="N"/></w:abstractNum>
            <w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>
            """;
        var file = new WordFile(P("x", Numbered(7, 1)))
            .With("numbering", "numbering", Outline + linked)
            .With("styles", "styles", """<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""");

        Assert.Equal(["1.1. x"], Texts(file));
    }

    [Fact]
    public void Empty_cells_of_a_number_column_show_their_numbers()
    {
        string Row(int level) => $"<w:tr><w:tc><w:p><w:pPr>{Numbered(1, level)}</w:pPr></w:p></w:tc>{Cell("Chỉ tiêu")}</w:tr>";
        var file = new WordFile($"<w:tbl>{Row(0)}{Row(1)}{Row(1)}</w:tbl>").With("numbering", "numbering", Outline);

        var table = Assert.IsType<TableBlock>(Assert.Single(file.Read().Blocks));
        Assert.Equal(["I.", "1.1.", "1.2."], Enumerable.Range(0, 3).Select(row => table[row, 0]!.Text.Text));
    }

    [Fact]
    public void Deleted_list_items_do_not_count()
    {
        string deleted = $"<w:p><w:pPr>{Numbered(1, 0)}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>y</w:delText></w:r></w:del></w:p>";
        var file = new WordFile(P("x", Numbered(1, 0)) + deleted + P("x", Numbered(1, 0))).With("numbering", "numbering", Outline);

        Assert.Equal(["I. x", "II. x"], Texts(file));
    }

    private static IEnumerable<string> Labels(string numbering, params (int List, int Level)[] paragraphs) =>
        Texts(new WordFile(string.Concat(paragraphs.Select(p => P("x", Numbered(p.List, p.Level))))).With("numbering", "numbering", numbering));

    private static string Numbered(int list, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    private static IEnumerable<string> Texts(WordFile file) => file.Read().Blocks.Cast<TextBlock>().Select(b => b.Text.Text);
}
