using System.IO.Compression;
using System.Text;
using Extractor.Ingest.Docx;
using static Extractor.Tests.Ingest.Docx.WordFile;

namespace Extractor.Tests.Ingest.Docx;

public class HostileDocxTests
{
    [Fact]
    public void Encrypted_document_is_named_so()
    {
        SourceFile file = CompoundFile("EncryptedPackage");

        Assert.True(Reader().CanRead(file));
        Assert.Throws<EncryptedFileException>(() => Reader().Read(file, CancellationToken.None));
    }

    [Fact]
    public void Old_binary_document_is_named_so()
    {
        SourceFile file = CompoundFile("WordDocument");

        Assert.True(Reader().CanRead(file));
        UnsupportedFormatException error = Assert.Throws<UnsupportedFormatException>(() => Reader().Read(file, CancellationToken.None));
        Assert.Contains(".doc", error.Text.Vi, StringComparison.Ordinal);
        Assert.False(Reader().CanRead(CompoundFile("Workbook")));
    }

    [Theory]
    [InlineData(0.97)]
    [InlineData(0.5)]
    public void Document_cut_off_is_damaged(double share)
    {
        SourceFile whole = Fixtures.Open("hong-hai-2023-year", ".docx");
        var cut = new SourceFile("cut.docx", whole.Bytes[..(int)(whole.Bytes.Length * share)]);

        Assert.True(Reader().CanRead(cut));
        Assert.Throws<DamagedFileException>(() => Reader().Read(cut, CancellationToken.None));
    }

    [Fact]
    public void Any_changed_byte_ends_in_a_document_or_a_named_error()
    {
        byte[] original = new WordFile(P("Tổng số hồ sơ: 479") + $"<w:tbl><w:tr>{Cell("a")}</w:tr></w:tbl>").ToSource().Bytes.ToArray();
        var random = new Random(17);
        int read = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] changed = (byte[])original.Clone();
            for (int k = random.Next(1, 6); k > 0; k--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            read += Survives(changed) ? 1 : 0;
        }

        Assert.InRange(read, 1, 2999);
    }

    [Fact]
    public void Entity_bomb_is_damaged()
    {
        WordFile file = new WordFile(P("x")).WithPart(
            "word/document.xml",
            $"<!DOCTYPE z [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"{Transitional}\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");

        Assert.Throws<DamagedFileException>(() => file.Read());
    }

    [Fact]
    public void Part_that_unpacks_to_too_much_is_refused_whatever_size_it_states()
    {
        WordFile file = new(P(new string('a', 200_000)));

        Assert.Equal(nameof(DocxOptions.MaxPartBytes), Refused(file, new DocxOptions { MaxPartBytes = 100_000 }));
    }

    [Fact]
    public void Elements_nested_too_deep_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:ins>", 5_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 5_000));

        Assert.Equal(nameof(DocxOptions.MaxDepth), Refused(new WordFile($"<w:p>{deep}</w:p>"), new DocxOptions()));
    }

    [Fact]
    public void Elements_nested_too_deep_where_nobody_looks_do_no_harm()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:x>", 20_000)) + string.Concat(Enumerable.Repeat("</w:x>", 20_000));

        Assert.Single(new WordFile(deep + P("x")).Read().Blocks);
    }

    [Fact]
    public void Tables_nested_too_deep_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20)) + string.Concat(Enumerable.Repeat("<w:p/></w:tc></w:tr></w:tbl>", 20));

        Assert.Equal(nameof(DocxOptions.MaxNesting), Refused(new WordFile(deep), new DocxOptions()));
    }

    [Fact]
    public void Table_of_three_hundred_thousand_rows_is_refused()
    {
        string rows = new StringBuilder().Insert(0, "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>", 300_000).ToString();

        Assert.Equal(nameof(DocxOptions.MaxTableRows), Refused(new WordFile($"<w:tbl>{rows}</w:tbl>"), new DocxOptions()));
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("99999")]
    public void Cell_that_spans_the_world_is_refused(string span)
    {
        var file = new WordFile($"<w:tbl><w:tr>{Cell("a", $"<w:gridSpan w:val=\"{span}\"/>")}{Cell("b", $"<w:gridSpan w:val=\"{span}\"/>")}</w:tr></w:tbl>");

        Assert.Equal(nameof(DocxOptions.MaxTableColumns), Refused(file, new DocxOptions()));
    }

    [Fact]
    public void Grid_and_paragraphs_and_entries_are_bounded()
    {
        var table = new WordFile($"<w:tbl><w:tr>{Cell("a")}{Cell("b")}</w:tr><w:tr>{Cell("c")}</w:tr></w:tbl>");

        Assert.Equal(nameof(DocxOptions.MaxTablePositions), Refused(table, new DocxOptions { MaxTablePositions = 3 }));
        Assert.Equal(nameof(DocxOptions.MaxParagraphs), Refused(table, new DocxOptions { MaxParagraphs = 2 }));
        Assert.Equal(nameof(DocxOptions.MaxEntries), Refused(table, new DocxOptions { MaxEntries = 2 }));
    }

    [Fact]
    public void External_parts_are_never_opened()
    {
        WordFile file = new WordFile(P("x") + "<w:sectPr><w:headerReference r:id=\"e\"/></w:sectPr>").WithRelationship(
            "<Relationship Id=\"e\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"http://192.0.2.1/x.xml\"/>");

        Assert.Empty(file.Read().Furniture);
    }

    [Theory]
    [InlineData("word/", "styles.xml", "word/styles.xml")]
    [InlineData("word/", "/word/styles.xml", "word/styles.xml")]
    [InlineData("word/", "../../../etc/passwd", "etc/passwd")]
    [InlineData("", ".\\word\\document.xml", "word/document.xml")]
    public void Part_names_never_leave_the_package(string folder, string target, string expected) =>
        Assert.Equal(expected, PartName.Resolve(folder, target));

    [Fact]
    public void Reading_stops_when_the_caller_gives_up()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Reader().Read(new WordFile(P("x")).ToSource(), cancellation.Token));
    }

    [Fact]
    public void Other_packages_are_not_claimed()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("readme.txt");
        }

        Assert.False(Reader().CanRead(new SourceFile("a.docx", stream.ToArray())));
        Assert.False(Reader().CanRead(new SourceFile("a.docx", "PK\u0003\u0004"u8.ToArray())));
        Assert.False(Reader().CanRead(new SourceFile("a.docx", ReadOnlyMemory<byte>.Empty)));
    }

    private static bool Survives(byte[] bytes)
    {
        try
        {
            Reader().Read(new SourceFile("a.docx", bytes), CancellationToken.None);
            return true;
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }

    private static string Refused(WordFile file, DocxOptions options) => Assert.Throws<LimitExceededException>(() => file.Read(options)).Limit;

    private static SourceFile CompoundFile(string stream) =>
        new("a.docx", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.Concat(new byte[500]).Concat(Encoding.Unicode.GetBytes(stream)).ToArray());
}
