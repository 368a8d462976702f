using System.IO.Compression;
using System.Text;
using Extractor.Ingest;
using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest;

public class DocumentIngestTests
{
    private static readonly IDocumentReader[] Readers =
    [
        new DocxReader(Options.Create(new DocxOptions())), new PdfReader(Options.Create(new PdfReaderOptions())),
        new PlainTextReader([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions())),
    ];

    private static readonly DocumentIngest Ingest = new(Readers);

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Fixtures.Root, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".docx" or ".pdf" or ".txt")
            .Select(f => Path.GetRelativePath(Fixtures.Root, f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> ForeignContents => new()
    {
        { "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "a picture" },
        { "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF", "a picture" },
        { "GIF89a\u0001\0\u0001\0", "a picture" },
        { "II*\0\u0008\0\0\0", "a picture" },
        { "RIFF\u0010\0\0\0WEBPVP8 ", "a picture" },
        { "BM" + new string('\0', 30), "a picture" },
        { "\0\0\0\u0020ftypisom\0\0", "a film or sound" },
        { "7z\u00BC\u00AF'\u001C\0\u0004", "an archive" },
        { "Rar!\u001A\u0007\u0001\0", "an archive" },
        { "MZ\u0090\0" + new string('\0', 60), "a program" },
        { "\u007FELF\u0002\u0001\u0001\0", "a program" },
        { "{\\rtf1\\ansi B\u00E1o c\u00E1o}", "an RTF file" },
        { "<!DOCTYPE html><html><body>Báo cáo</body></html>", "an HTML page" },
        { "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + new string('\0', 40), "an old Office file (.doc, .xls, .ppt)" },
    };

    public static TheoryData<string, string> ForeignZips => new()
    {
        { "xl/workbook.xml", "an Excel workbook (.xlsx)" },
        { "ppt/presentation.xml", "a PowerPoint presentation (.pptx)" },
        { "photos/01.jpg", "an archive" },
    };

    [Theory, MemberData(nameof(Documents))]
    public void Exactly_one_reader_claims_a_file_whatever_its_name(string path)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Fixtures.Root, path));

        foreach (string name in new[] { path, "report.docx", "report.pdf", "report.txt", "report", "" })
        {
            Assert.Single(Readers, reader => reader.CanRead(new SourceFile(name, bytes)));
        }
    }

    [Theory, MemberData(nameof(ForeignContents))]
    public void Foreign_content_is_refused_by_its_own_name(string latin1, string content)
    {
        AssertRefused(Encoding.Latin1.GetBytes(latin1), content);
    }

    [Theory, MemberData(nameof(ForeignZips))]
    public void Foreign_packages_are_refused_by_their_own_name(string part, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        AssertRefused(stream.ToArray(), content);
    }

    [Theory, InlineData(""), InlineData("\0\0\0\0"), InlineData(" \r\n\t\r\n")]
    public void Files_without_content_are_empty(string text)
    {
        var file = new SourceFile("report.docx", Encoding.ASCII.GetBytes(text));

        Assert.Throws<EmptyFileException>(() => Ingest.Read(file, CancellationToken.None));
    }

    [Fact]
    public void Unknown_bytes_are_refused()
    {
        byte[] bytes = [1, 2, 3, 4, 0, 200, 201, 5];

        Assert.Throws<UnsupportedFormatException>(() => Ingest.Read(new SourceFile("report.txt", bytes), CancellationToken.None));
    }

    private static void AssertRefused(byte[] bytes, string content)
    {
        var file = new SourceFile("report.docx", bytes);

        UnsupportedFormatException refusal = Assert.Throws<UnsupportedFormatException>(() => Ingest.Read(file, CancellationToken.None));

        Assert.Contains(content, refusal.Message, StringComparison.Ordinal);
    }
}
