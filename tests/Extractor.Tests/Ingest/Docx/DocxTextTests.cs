using static Extractor.Tests.Ingest.Docx.WordFile;

namespace Extractor.Tests.Ingest.Docx;

public class DocxTextTests
{
    [Theory]
    [InlineData("<w:ins>RUNb</w:ins>", "ab")]
    [InlineData("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "a")]
    [InlineData("<w:moveFrom>RUNb</w:moveFrom><w:moveTo>RUNc</w:moveTo>", "ac")]
    [InlineData("<w:hyperlink>RUNb</w:hyperlink>", "ab")]
    [InlineData("<w:smartTag><w:customXml>RUNb</w:customXml></w:smartTag>", "ab")]
    [InlineData("<w:fldSimple w:instr=\"PAGE\">RUNb</w:fldSimple>", "ab")]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent>RUNb</w:sdtContent></w:sdt>", "ab")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>RUNb</w:sdtContent></w:sdt>", "a")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>RUNb", "ab")]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>", "ab")]
    [InlineData("<w:r><w:t>09</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/></w:r>", "a09-NQ")]
    [InlineData("<w:r><w:br/></w:r>RUNb<w:r><w:tab/></w:r>RUNc", "a b\tc")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", "a☑")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>", "a≥")]
    [InlineData("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "a1/2")]
    [InlineData("<w:r><w:ruby><w:rt>RUNx</w:rt><w:rubyBase>RUNb</w:rubyBase></w:ruby></w:r>", "ab")]
    [InlineData("<w:commentRangeStart w:id=\"1\"/>RUNb<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>", "ab")]
    [InlineData("<w:r><w:t>b&#x301;</w:t></w:r><w:r><w:t>e&#x302;&#x301;</w:t></w:r>", "ab\u0301ế")]
    public void Inline_content_reads_as_a_reader_sees_it(string content, string expected)
    {
        string xml = content;
        foreach (string text in new[] { "b", "c", "x" })
        {
            xml = xml.Replace("RUN" + text, R(text), StringComparison.Ordinal);
        }

        Assert.Equal(expected, Single(new WordFile($"<w:p>{R("a")}{xml}</w:p>")));
    }

    [Fact]
    public void Fields_show_their_result_nested_ones_too()
    {
        string field = Char("begin") + Instruction(" IF ") + Char("begin") + Instruction("PAGE") + Char("separate") + R("7") + Char("end")
            + Instruction(" > 5 ") + Char("separate") + R("kết quả") + Char("end") + R(" tiếp");

        Assert.Equal("kết quả tiếp", Single(new WordFile($"<w:p>{field}</w:p>")));
    }

    [Fact]
    public void Text_behind_a_broken_field_is_not_lost()
    {
        var file = new WordFile($"<w:p>{Char("begin")}{Instruction("PAGE")}</w:p>{P("vẫn còn")}");

        Assert.Equal("vẫn còn", Single(file));
    }

    [Fact]
    public void Paragraph_whose_mark_is_deleted_goes_on_in_the_next()
    {
        var file = new WordFile(
            $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("Tổng số ")}</w:p>{P("hồ sơ: 5")}");

        Assert.Equal("Tổng số hồ sơ: 5", Single(file));
    }

    [Fact]
    public void Text_box_that_a_file_holds_twice_is_read_once_behind_its_paragraph()
    {
        string box = $"<w:txbxContent>{P("Trong hộp")}</w:txbxContent>";
        var file = new WordFile(
            $"<w:p>{R("Neo")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp>{box}</wps:wsp></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        Assert.Equal(["Neo", "Trong hộp"], Texts(file.Read()));
    }

    [Fact]
    public void Fallback_is_read_where_the_first_choice_holds_nothing()
    {
        var file = new WordFile(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        Assert.Equal("cũ", Single(file));
    }

    [Fact]
    public void Look_comes_from_the_style_and_the_run()
    {
        var file = new WordFile($"{P("Đậm", "<w:pStyle w:val=\"T\"/>")}{P("Thường", "<w:jc w:val=\"right\"/>")}")
            .With("styles", "styles", """
                <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="B"/><w:rPr><w:i/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
                """);

        TextBlock[] blocks = [.. file.Read().Blocks.Cast<TextBlock>()];
        Assert.Equal(new TextStyle(TextAlignment.Center, true, true, 14), blocks[0].Style);
        Assert.Equal(new TextStyle(TextAlignment.Right, false, false, 14), blocks[1].Style);
    }

    [Fact]
    public void Notes_are_numbered_in_order_of_reference_and_custom_marks_kept()
    {
        var file = new WordFile(
            $"<w:p>{R("a")}<w:r><w:footnoteReference w:id=\"5\"/></w:r>{R("b")}<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>"
            + "<w:r><w:footnoteReference w:id=\"3\"/></w:r><w:r><w:endnoteReference w:id=\"9\"/></w:r></w:p>")
            .With("footnotes", "footnotes", $"<w:footnote w:type=\"separator\" w:id=\"0\">{P("----")}</w:footnote><w:footnote w:id=\"2\">{P("sao")}</w:footnote><w:footnote w:id=\"3\">{P("ba")}</w:footnote><w:footnote w:id=\"5\"><w:p><w:r><w:footnoteRef/></w:r>{R(" năm")}</w:p></w:footnote>")
            .With("endnotes", "endnotes", $"<w:endnote w:id=\"9\">{P("cuối")}</w:endnote>");

        Document document = file.Read();

        var text = Assert.IsType<TextBlock>(Assert.Single(document.Blocks)).Text;
        Assert.Equal("ab", text.Text);
        Assert.Equal(["1", "*", "2", "i"], text.NoteMarks.AsEnumerable());
        Assert.Equal([("1", "năm"), ("*", "sao"), ("2", "ba"), ("i", "cuối")], document.Notes.Select(n => (n.Mark, n.Text.Text)));
    }

    [Fact]
    public void Raised_figures_are_marks_unless_they_belong_to_a_unit()
    {
        const string raised = "<w:vertAlign w:val=\"superscript\"/>";
        var file = new WordFile($"<w:p>{R("12 km")}{R("2", raised)}{R(" đất")}{R("1", raised)}{R("2", raised)}</w:p>");

        var text = Assert.IsType<TextBlock>(Assert.Single(file.Read().Blocks)).Text;
        Assert.Equal("12 km² đất", text.Text);
        Assert.Equal(["12"], text.NoteMarks.AsEnumerable());
    }

    [Fact]
    public void Headers_are_furniture_unless_they_hold_the_letterhead()
    {
        const string section =
            "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h1\"/><w:headerReference w:type=\"default\" r:id=\"h2\"/><w:footerReference r:id=\"f1\"/><w:titlePg/></w:sectPr>";
        var file = new WordFile(P("BÁO CÁO") + section)
            .With("header", "hdr", P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "h1", "header1.xml")
            .With("header", "hdr", P("Trang 2"), "h2", "header2.xml")
            .With("footer", "ftr", P("Cuối trang"), "f1", "footer1.xml");

        Document document = file.Read();

        Assert.Equal(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO"], Texts(document));
        Assert.Equal(["Trang 2", "Cuối trang"], document.Furniture.Select(f => f.Text));
    }

    [Fact]
    public void Strict_files_templates_and_files_with_macros_read_alike()
    {
        Assert.Equal("chặt", Single(new WordFile(P("chặt"), "http://purl.oclc.org/ooxml/wordprocessingml/main")));
        var macro = new WordFile(P("macro"), contentType: "application/vnd.ms-word.document.macroEnabled.main+xml");
        Assert.True(Reader().CanRead(macro.ToSource()));
        Assert.Equal("macro", Single(macro));
        Assert.False(Reader().CanRead(new WordFile(P(""), contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml").ToSource()));
    }

    [Fact]
    public void Embedded_documents_and_pages_of_pictures_are_reported_as_unread()
    {
        Assert.Equal("embeddedDocument", Assert.Single(new WordFile("<w:altChunk r:id=\"x\"/>" + P("chữ")).Read().Unread).Reason);
        Assert.Equal("noTextLayer", Assert.Single(new WordFile("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>").Read().Unread).Reason);
    }

    private static string Char(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Instruction(string text) => $"<w:r><w:instrText>{text}</w:instrText></w:r>";

    private static string Single(WordFile file) => Assert.Single(Texts(file.Read()));

    private static IEnumerable<string> Texts(Document document) => document.Blocks.Cast<TextBlock>().Select(b => b.Text.Text);
}
