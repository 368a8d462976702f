using System.IO.Compression;
using System.Text;
using Extractor.Pdf.Syntax;
using FsCheck.Xunit;

namespace Extractor.Pdf.Tests.Filters;

public class FilterTests
{
    private static readonly PlainObjects Objects = new();

    [Property]
    public void Flate_gives_back_what_was_packed(byte[] data)
    {
        using DecodedStream decoded = Objects.Decode("/Filter /FlateDecode", Zip(data));

        Assert.Equal(data, decoded.Span.ToArray());
        Assert.False(decoded.IsTruncated);
    }

    [Property]
    public void Hexadecimal_gives_back_what_was_written(byte[] data) =>
        Assert.Equal(data, Decode("/Filter /ASCIIHexDecode", Encoding.ASCII.GetBytes(Convert.ToHexString(data) + ">")));

    [Property]
    public void Base_85_gives_back_what_was_written(byte[] data) =>
        Assert.Equal(data, Decode("/Filter /ASCII85Decode", Encoders.Base85(data)));

    [Property]
    public void Run_lengths_give_back_what_was_written(byte[] data) =>
        Assert.Equal(data, Decode("/Filter /RunLengthDecode", Encoders.RunLengths(data)));

    [Property]
    public void Lzw_gives_back_what_was_packed(byte[] data) =>
        Assert.Equal(data, Decode("/Filter /LZWDecode", Encoders.Lzw(data, earlyChange: 1)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Lzw_keeps_long_runs_when_the_code_grows_and_the_table_is_full(int earlyChange)
    {
        byte[] data = new byte[200_000];
        new Random(5).NextBytes(data.AsSpan(0, 20_000));

        Assert.Equal(data, Decode($"/Filter /LZWDecode /DecodeParms << /EarlyChange {earlyChange} >>", Encoders.Lzw(data, earlyChange)));
    }

    [Property]
    public void Every_png_predictor_is_undone(byte[] seed, byte columns)
    {
        int width = (columns % 40) + 1;
        byte[] pixels = [.. seed, .. new byte[(((seed.Length / (width * 3)) + 1) * width * 3) - seed.Length]];

        byte[] decoded = Decode(
            $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /Columns {width} >>", Zip(Encoders.Png(pixels, width * 3, 3)));

        Assert.Equal(pixels, decoded);
    }

    [Theory]
    [InlineData(8, new byte[] { 10, 1, 1, 20, 255, 1 }, new byte[] { 10, 11, 12, 20, 19, 20 })]
    [InlineData(4, new byte[] { 0x11, 0x10, 0x2F, 0x10 }, new byte[] { 0x12, 0x30, 0x21, 0x20 })]
    [InlineData(1, new byte[] { 0b1010_0000, 0b1000_0000 }, new byte[] { 0b1100_0000, 0b1110_0000 })]
    public void Tiff_prediction_is_undone(int bits, byte[] data, byte[] expected)
    {
        string options = $"<< /Predictor 2 /Colors 1 /BitsPerComponent {bits} /Columns 3 >>";

        Assert.Equal(expected, Decode("/Filter /FlateDecode /DecodeParms " + options, Zip(data)));
    }

    [Fact]
    public void Damaged_flate_data_gives_what_comes_before_the_damage()
    {
        byte[] text = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 20_000)));
        byte[] packed = Zip(text);
        packed.AsSpan(packed.Length / 2).Fill(0xFF);

        using DecodedStream decoded = Objects.Decode("/Filter /FlateDecode", packed);

        int same = decoded.Span.CommonPrefixLength(text);
        Assert.True(decoded.IsTruncated);
        Assert.True(same > text.Length / 3, $"Only {same} of {text.Length} bytes were kept.");
    }

    [Fact]
    public void Flate_data_cut_in_the_middle_gives_its_first_part()
    {
        byte[] text = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 20_000)));
        byte[] packed = Zip(text);

        byte[] decoded = Decode("/Filter /FlateDecode", packed[..(packed.Length / 2)]);

        Assert.True(decoded.Length > text.Length / 3);
        Assert.Equal(text[..decoded.Length], decoded);
    }

    [Property]
    public void No_filter_throws_on_rubbish(byte[] data)
    {
        foreach (string filter in (string[])["FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "BrotliDecode"])
        {
            using DecodedStream decoded = Objects.Decode($"/Filter /{filter} /DecodeParms << /Predictor 12 /Columns 7 >>", data);

            Assert.Null(decoded.Encoding);
        }
    }

    [Fact]
    public void Filters_run_in_order_up_to_a_picture_format()
    {
        byte[] hex = Encoding.ASCII.GetBytes(Convert.ToHexString(Zip([1, 2, 3])) + ">");

        using DecodedStream decoded = Objects.Decode("/Filter [ /ASCIIHexDecode /FlateDecode /DCTDecode ] /DecodeParms [ null null << /ColorTransform 1 >> ]", hex);

        Assert.Equal([1, 2, 3], decoded.Span.ToArray());
        Assert.Equal("DCTDecode", decoded.Encoding);
        Assert.Equal(1, decoded.Parameters!.GetInteger("ColorTransform"));
    }

    [Fact]
    public void A_brotli_stream_is_read()
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(new byte[100_000]);

        Assert.Equal(new byte[100_000], Decode("/Filter /BrotliDecode", packed.ToArray()));
    }

    private static byte[] Decode(string entries, byte[] data)
    {
        using DecodedStream decoded = Objects.Decode(entries, data);
        return decoded.Span.ToArray();
    }

    private static byte[] Zip(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
            zip.Write(data);
        return packed.ToArray();
    }
}
