using System.Globalization;
using System.Text;
using Extractor.Pdf.Syntax;
using FsCheck.Xunit;

namespace Extractor.Pdf.Tests.Syntax;

public class ParserTests
{
    private static readonly PlainObjects Objects = new();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-17", -17)]
    [InlineData("+3.5", 3.5)]
    [InlineData("-.002", -0.002)]
    [InlineData("4.", 4)]
    [InlineData("--5", -5)]
    [InlineData("5-3", 53)]
    [InlineData("-", 0)]
    [InlineData("12345678901234567890123", 1.2345678901234567890123e22)]
    [InlineData("0.00000000000000000000000000000000001", 0)]
    public void Numbers_are_read_as_viewers_read_them(string text, double expected) =>
        Assert.Equal(expected, Objects.Parse(text).AsNumber(double.NaN), 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Property]
    public void A_number_reads_back_as_it_was_written(int whole, ushort thousandths)
    {
        double value = whole + (thousandths / 65536.0);

        Assert.Equal(value, Objects.Parse(value.ToString("F12", CultureInfo.InvariantCulture)).AsNumber(), 1e-9 * Math.Max(1, Math.Abs(value)));
    }

    [Property]
    public void A_string_reads_back_from_its_literal_and_its_hexadecimal_form(byte[] bytes)
    {
        string escaped = string.Concat(bytes.Select(value => "\\" + Convert.ToString(value, 8).PadLeft(3, '0')));

        Assert.Equal(bytes, Objects.Parse("(" + escaped + ")").AsBytes().ToArray());
        Assert.Equal(bytes, Objects.Parse("<" + Convert.ToHexString(bytes) + ">").AsBytes().ToArray());
    }

    [Theory]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData("(a\\)b)", "a)b")]
    [InlineData("(a\\\r\nb\\nc)", "ab\nc")]
    [InlineData("(a\r\nb)", "a\nb")]
    [InlineData("(\\5x)", "\u0005x")]
    [InlineData("<48 65 6C 6C 6F 2>", "Hello ")]
    [InlineData("(unfinished", "unfinished")]
    public void Strings_follow_the_rules_of_escapes(string text, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(Objects.Parse(text).AsBytes()));

    [Fact]
    public void Names_undo_their_escapes()
    {
        Assert.Equal("A B", Objects.Parse("/A#20B").AsName());
        Assert.Equal("A#", Objects.Parse("/A#").AsName());
        Assert.Equal("", Objects.Parse("/").AsName());
    }

    [Fact]
    public void Nested_objects_keep_their_order_and_references()
    {
        PdfDictionary dictionary = Objects.Parse("<< /A [ 1 2 0 R (x) /N << /B true >> null ] /C 7 >>").AsDictionary()!;

        PdfArray array = dictionary.GetArray("A")!;
        Assert.Equal(
            [PdfKind.Number, PdfKind.Reference, PdfKind.String, PdfKind.Name, PdfKind.Dictionary, PdfKind.Null],
            array.Raw.ToArray().Select(item => item.Kind));
        Assert.Equal(2, array.Raw[1].ReferenceNumber);
        Assert.True(array[4].AsDictionary()!.GetBoolean("B"));
        Assert.Equal(7, dictionary.GetInteger("C"));
    }

    [Fact]
    public void A_large_dictionary_is_searched_as_a_small_one()
    {
        string entries = string.Concat(Enumerable.Range(0, 500).Select(i => $"/K{i} {i} "));
        PdfDictionary dictionary = Objects.Parse("<< " + entries + "/K7 8 >>").AsDictionary()!;

        Assert.Equal((8, 499, -1), (dictionary.GetInteger("K7"), dictionary.GetInteger("K499"), dictionary.GetInteger("K500", -1)));
    }

    [Property]
    public void Rubbish_is_read_to_its_end(byte[] bytes)
    {
        var lexer = new PdfLexer(bytes, 0, bytes.Length);
        int tokens = 0;
        while (lexer.Read())
            tokens++;

        Assert.InRange(tokens, 0, bytes.Length);
        Assert.Equal(bytes.Length, lexer.Position);
    }

    [Theory]
    [InlineData("FEFF0110006100", "Đa")]
    [InlineData("EFBBBFC490C3A3", "Đã")]
    [InlineData("FFFE1001", "Đ")]
    [InlineData("4180A0", "A\u2022\u20AC")]
    public void Text_strings_are_decoded_by_their_mark(string hex, string expected) =>
        Assert.StartsWith(expected, Objects.Parse("<" + hex + ">").AsText(), StringComparison.Ordinal);
}
