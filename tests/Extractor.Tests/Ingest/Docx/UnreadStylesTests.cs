using System.Text;
using Extractor.Ingest.Docx;

namespace Extractor.Tests.Ingest.Docx;

public class UnreadStylesTests
{
    private const string Body = """<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/></w:style>""";

    [Theory]
    [InlineData("""<w:styles><w:latentStyles w:count="1"><w:lsdException w:name="x"/></w:latentStyles>{0}</w:styles>""")]
    [InlineData("""<w:styles>{0}<w:style w:default="1" w:type="table" w:styleId="T"><w:tblPr/></w:style></w:styles>""")]
    [InlineData("""<w:styles><w:style w:type="table" w:styleId="T"><w:rPr/></w:style>{0}<w:style w:type="table" w:styleId="U"><w:rPr/></w:style></w:styles>""")]
    public void Styles_of_tables_and_the_list_of_built_in_ones_are_left_out(string part) =>
        Assert.Equal($"<w:styles>{Body}</w:styles>", Cut(part.Replace("{0}", Body, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""<w:styles><!-- <w:style w:type="table"> -->{0}</w:styles>""")]
    [InlineData("""<w:styles><w:style w:type="table" w:styleId="T"/>{0}</w:styles>""")]
    [InlineData("""<w:styles><w:style w:type="table" w:styleId="T">{1}""")]
    [InlineData("""<x:styles><x:style x:type="table" x:styleId="T"></x:style>{0}</x:styles>""")]
    [InlineData("""<w:styles>{0}<w:style w:type="character" w:styleId="w:type=table"></w:style></w:styles>""")]
    [InlineData("")]
    public void What_is_written_in_another_way_stays(string part)
    {
        string text = part.Replace("{0}", Body, StringComparison.Ordinal).Replace("{1}", "<w:name", StringComparison.Ordinal);

        Assert.Equal(text, Cut(text));
    }

    private static string Cut(string part)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(part);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, UnreadStyles.Cut(bytes)));
    }
}
