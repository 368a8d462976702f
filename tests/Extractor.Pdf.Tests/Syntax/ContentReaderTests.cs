using System.Text;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Tests.Syntax;

public class ContentReaderTests
{
    private static readonly PlainObjects Objects = new();

    [Fact]
    public void Operators_come_with_their_operands()
    {
        ContentReader content = Open("1 0 0 1 72 700 cm BT /F1 12 Tf [ (a) -250 <62> ] TJ T* ET");

        Assert.Equal(
            ["cm 1 0 0 1 72 700", "BT", "Tf /F1 12", "TJ [a -250 b]", "T*", "ET"],
            ReadAll(content));
    }

    [Fact]
    public void A_lost_bracket_does_not_swallow_the_operator() =>
        Assert.Equal(["TJ [a]", "ET"], ReadAll(Open("[ (a) TJ ET")));

    [Theory]
    [InlineData("BI /W 4 /H 2 /BPC 8 /CS /G ID ab EI cdEI Q", 8)]
    [InlineData("BI /W 40 /H 20 /F /DCT ID \u00ff\u00d8 EI\u00ff\u00ff EI Q", 7)]
    [InlineData("BI /W 40 /H 20 /F [/A85 /Fl] ID abc~>\nEI\nQ", 5)]
    public void Inline_images_end_where_their_data_ends(string text, int leastBytes)
    {
        ContentReader content = Open(text);

        Assert.True(content.Read());
        Assert.Equal(ContentReader.Code("EI"u8), content.Operator);
        PdfStream image = content.Operands[0].AsStream()!;
        Assert.InRange(image.Raw.Length, leastBytes, leastBytes + 2);
        Assert.True(image.Dictionary.Contains("Width"));
        Assert.True(content.Read());
        Assert.Equal(ContentReader.Code("Q"u8), content.Operator);
    }

    [Fact]
    public void Inline_images_have_full_names()
    {
        ContentReader content = Open("BI /W 1 /H 1 /CS /RGB /F [ /A85 /Fl ] ID x\nEI");

        Assert.True(content.Read());
        PdfDictionary image = content.Operands[0].AsDictionary()!;
        Assert.Equal("DeviceRGB", image.GetName("ColorSpace"));
        Assert.Equal(["ASCII85Decode", "FlateDecode"], image.GetArray("Filter")!.Raw.ToArray().Select(name => name.AsName()));
    }

    [Fact]
    public void Operands_piled_up_without_an_operator_do_no_harm() =>
        Assert.EndsWith("ET", Assert.Single(ReadAll(Open(string.Concat(Enumerable.Repeat("1 ", 100_000)) + "ET")))[..2], StringComparison.Ordinal);

    private static ContentReader Open(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        return new ContentReader(Objects, new DecodedStream(bytes, 0, bytes.Length, isPooled: false));
    }

    private static List<string> ReadAll(ContentReader content)
    {
        var lines = new List<string>();
        while (content.Read())
        {
            uint code = content.Operator;
            string name = string.Concat(new[] { (char)(code & 0xFF), (char)((code >> 8) & 0xFF), (char)(code >> 16) }.Where(letter => letter != 0));
            lines.Add(string.Join(' ', [name, .. content.Operands.ToArray().Select(Show)]));
        }

        return lines;
    }

    private static string Show(PdfValue value) => value.Kind switch
    {
        PdfKind.Name => "/" + value.AsName(),
        PdfKind.String => Encoding.Latin1.GetString(value.AsBytes()),
        PdfKind.Array => "[" + string.Join(' ', value.AsArray()!.Raw.ToArray().Select(Show)) + "]",
        _ => value.AsNumber().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
