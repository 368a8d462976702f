using System.IO.Compression;
using System.Text;

namespace Extractor.Pdf.Tests;

/// <summary>Each budget ends in the error that names it, and hostile files end in time.</summary>
public class BudgetTests
{
    [Fact]
    public void Nesting_of_a_hundred_thousand_arrays_is_over_the_depth()
    {
        byte[] file = HandmadePdf.OnePage("/Deep " + new string('[', 100_000)).Build();

        AssertLimit(nameof(PdfOptions.MaxDepth), () => PdfDocument.Open(file));
    }

    [Fact]
    public void A_depth_set_too_high_ends_before_the_stack_does()
    {
        byte[] file = HandmadePdf.OnePage("/Deep " + new string('[', 3_000_000)).Build();

        AssertLimit(nameof(PdfOptions.MaxDepth), () => PdfDocument.Open(file, new PdfOptions { MaxDepth = int.MaxValue }));
    }

    [Fact]
    public void A_page_tree_of_a_hundred_thousand_levels_is_over_the_depth()
    {
        HandmadePdf file = new HandmadePdf().Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        for (int number = 2; number < 100_000; number++)
            file.Object(number, $"<< /Type /Pages /Kids [ {number + 1} 0 R ] >>");

        AssertLimit(nameof(PdfOptions.MaxDepth), () => PdfDocument.Open(file.Build()));
    }

    [Fact]
    public void A_chain_of_lengths_that_are_streams_is_over_the_depth()
    {
        HandmadePdf file = HandmadePdf.OnePage();
        for (int number = 10; number < 5_000; number++)
            file.Object(number, $"<< /Length {number + 1} 0 R >>\nstream\nendstream");
        byte[] bytes = file.Object(3, "<< /Type /Page /MediaBox [ 0 0 9 9 ] /Annots 10 0 R >>").Build();

        AssertLimit(nameof(PdfOptions.MaxDepth), () => PdfDocument.Open(bytes).ReadPage(1));
    }

    [Fact]
    public void A_node_inside_itself_is_read_once()
    {
        byte[] file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Count 9 /Kids [ 2 0 R 3 0 R 2 0 R ] >>")
            .Object(3, "<< /Type /Page /MediaBox [ 0 0 9 9 ] >>")
            .Build();

        PdfDocument document = PdfDocument.Open(file);

        Assert.Equal(1, document.PageCount);
        Assert.Contains(document.Warnings, warning => warning.Code == "pages.cycle");
    }

    [Fact]
    public void More_pages_than_allowed_are_the_error()
    {
        byte[] file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [ " + string.Concat(Enumerable.Repeat("3 0 R ", 50)) + "] >>")
            .Object(3, "<< /Type /Page /MediaBox [ 0 0 9 9 ] >>")
            .Build();

        Assert.Equal(50, PdfDocument.Open(file).PageCount);
        AssertLimit(nameof(PdfOptions.MaxPages), () => PdfDocument.Open(file, new PdfOptions { MaxPages = 49 }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_objects_than_allowed_are_the_error(bool hasTable)
    {
        HandmadePdf file = HandmadePdf.OnePage();
        for (int number = 5; number <= 40; number++)
            file.Object(number, "null");
        byte[] bytes = hasTable ? file.Build() : file.ToArray();

        Assert.Equal(1, PdfDocument.Open(bytes, new PdfOptions { MaxObjects = 40 }).PageCount);
        AssertLimit(nameof(PdfOptions.MaxObjects), () => PdfDocument.Open(bytes, new PdfOptions { MaxObjects = 39 }));
    }

    [Fact]
    public void A_stream_that_grows_beyond_its_limit_is_the_error()
    {
        byte[] bomb = HandmadePdf.OnePage().Stream(4, "/Filter /FlateDecode", Deflate(new byte[3_000_000])).Build();

        AssertLimit(nameof(PdfOptions.MaxStreamBytes), () => PdfDocument.Open(bomb, new PdfOptions { MaxStreamBytes = 2_000_000 }).ReadPage(1));
    }

    [Fact]
    public void Streams_that_grow_beyond_the_limit_of_all_are_the_error()
    {
        HandmadePdf file = HandmadePdf.OnePage();
        byte[] part = Deflate(Encoding.Latin1.GetBytes(new string(' ', 1_000_000)));
        for (int number = 10; number < 15; number++)
            file.Stream(number, "/Filter /FlateDecode", part);
        byte[] bytes = file.Object(3, "<< /Type /Page /MediaBox [ 0 0 9 9 ] /Contents [ 10 0 R 11 0 R 12 0 R 13 0 R 14 0 R ] >>").Build();

        AssertLimit(nameof(PdfOptions.MaxTotalStreamBytes), () => PdfDocument.Open(bytes, new PdfOptions { MaxTotalStreamBytes = 3_500_000 }).ReadPage(1));
    }

    [Fact]
    public void A_bomb_inside_a_bomb_is_the_error()
    {
        byte[] inner = Deflate(new byte[30_000_000]);
        byte[] file = HandmadePdf.OnePage().Stream(4, "/Filter [ /FlateDecode /FlateDecode ]", Deflate(inner)).Build();

        AssertLimit(nameof(PdfOptions.MaxStreamBytes), () => PdfDocument.Open(file, new PdfOptions { MaxStreamBytes = 20_000_000 }).ReadPage(1));
    }

    [Fact]
    public void Time_used_up_is_the_error()
    {
        byte[] file = HandmadePdf.OnePage().Build();

        AssertLimit(nameof(PdfOptions.MaxTime), () => PdfDocument.Open(file, new PdfOptions { MaxTime = TimeSpan.Zero }));
    }

    [Fact]
    public void A_cancelled_token_ends_opening_and_reading()
    {
        byte[] file = HandmadePdf.OnePage().Build();
        PdfDocument document = PdfDocument.Open(file);

        Assert.Throws<OperationCanceledException>(() => PdfDocument.Open(file, cancellationToken: new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => document.ReadPage(1, new CancellationToken(true)));
    }

    [Theory]
    [InlineData("5 0 R")]
    [InlineData("6 0 R")]
    public void An_object_stream_that_needs_itself_is_empty(string length)
    {
        byte[] file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [ 3 0 R ] >>")
            .Object(3, "<< /Type /Page /MediaBox [ 0 0 9 9 ] >>")
            .Object(5, "<< /Type /ObjStm /N 6 0 R /First 5 0 R /Extends 5 0 R /Length " + length + " >>\nstream\n6 0 7\nendstream")
            .ToArray();

        Assert.Equal(1, PdfDocument.Open(file).PageCount);
    }

    [Theory]
    [InlineData("/Contents 4 0 R /Annots 3 0 R /Resources 3 0 R /Rotate 2147483647 /UserUnit -1")]
    [InlineData("/MediaBox [ 1e99 -1e99 99999999999999999999 0 ] /CropBox [ 0 ] /Rotate -2147483648")]
    [InlineData("/Annots [ 3 0 R null 4 0 R [ 3 0 R ] << /Subtype /Widget /Parent 3 0 R /Kids [ 3 0 R ] >> ] /Parent 3 0 R")]
    public void Entries_of_the_wrong_kind_count_as_absent(string entries)
    {
        PdfPage page = PdfDocument.Open(HandmadePdf.OnePage(entries).Build()).ReadPage(1);

        Assert.True(page.Width > 0 && double.IsFinite(page.Width) && page.Height > 0 && double.IsFinite(page.Height));
    }

    private static void AssertLimit(string limit, Action read)
    {
        PdfException error = Assert.Throws<PdfException>(read);

        Assert.Equal((PdfError.LimitExceeded, limit), (error.Error, error.Limit));
    }

    private static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize))
            zip.Write(data);
        return packed.ToArray();
    }
}
