using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extractor.Tests.Shared;

/// <summary>Files that are not what they should be, with the name of the error each has to end in (null where a result is right).</summary>
public static class HostileFiles
{
    /// <summary>Names of the cases, for test explorers.</summary>
    public static IEnumerable<string> Names => Cases.Keys;

    private static readonly Dictionary<string, (Func<byte[]> Make, string? Error)> Cases = new(StringComparer.Ordinal)
    {
        ["empty.docx"] = (() => [], "empty"),
        ["word file named.pdf"] = (() => Fixture("hong-hai-2023-year.docx"), null),
        ["pdf named.txt"] = (() => Fixture("hong-hai-2023-year.pdf"), null),
        ["encrypted.pdf"] = (() => Encrypted("hong-hai-2023-year.pdf"), "encrypted"),
        ["encrypted.docx"] = (EncryptedWord, "encrypted"),
        ["truncated.docx"] = (() => Cut(Fixture("hong-hai-2023-year.docx"), 0.9), "damaged"),
        ["truncated.pdf"] = (() => Cut(Fixture("hong-hai-2023-year.pdf"), 0.97), null),
        ["only a header.pdf"] = (() => "%PDF-1.7\n"u8.ToArray(), "damaged"),
        ["zip bomb.docx"] = (() => Word(writer => WriteMany(writer, 200 << 10, new string(' ', 1024))), "limit-exceeded"),
        ["xml bomb.docx"] = (XmlBomb, "damaged"),
        ["deep.docx"] = (() => Word(writer => WriteMany(writer, 100_000, "<w:sdt><w:sdtContent>")), "limit-exceeded"),
        ["300,000 rows.docx"] = (() => Word(writer => WriteTable(writer, 300_000)), "limit-exceeded"),
        ["60,000 rows.docx"] = (() => Word(writer => WriteTable(writer, 60_000)), "limit-exceeded"),
        ["10,000 pages.pdf"] = (() => ManyPages(10_000), "limit-exceeded"),
        ["cyclic pages.pdf"] = (CyclicPages, "damaged"),
        ["picture.docx"] = (() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52], "unsupported-format"),
        ["archive.zip"] = (() => Zip(("readme.txt", "hello")), "unsupported-format"),
        ["noise.bin"] = (Noise, "unsupported-format"),
    };

    public static (byte[] Bytes, string? Error) Make(string name) => (Cases[name].Make(), Cases[name].Error);

    /// <summary>A document of another kind: readable, with nothing of the schema in it.</summary>
    public static byte[] Unrelated => Encoding.UTF8.GetBytes("""
        Công thức nấu phở bò

        Nguyên liệu: 2 kg xương bò, 500 g thịt bò, 1 kg bánh phở, 3 củ hành tây, gừng, quế, hồi.

        Ninh xương trong 6 giờ với lửa nhỏ, vớt bọt thường xuyên để nước dùng được trong.
        """);

    private static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(Repository.Fixtures, name[..name.LastIndexOf('.')], name));

    private static byte[] Cut(byte[] bytes, double share) => bytes[..(int)(bytes.Length * share)];

    // A trailer that asks for a handler with a password nobody gives: owner and user entries match no empty password.
    private static byte[] Encrypted(string fixture)
    {
        string folder = GoneWithThisProcess.NewFolder("hostile");
        try
        {
            string plain = Path.Combine(folder, "plain.pdf");
            string locked = Path.Combine(folder, "locked.pdf");
            File.WriteAllBytes(plain, Fixture(fixture));
            using System.Diagnostics.Process qpdf = System.Diagnostics.Process.Start("qpdf", ["--encrypt", "secret", "owner", "256", "--", plain, locked]);
            qpdf.WaitForExit();
            return File.ReadAllBytes(locked);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // [MS-CFB]: the header and one directory sector with the stream an encrypted package lies in.
    private static byte[] EncryptedWord()
    {
        byte[] file = new byte[1536];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        (file[24], file[26], file[28], file[29], file[30], file[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        (file[44], file[48], file[57]) = (1, 1, 0x10);
        file.AsSpan(60, 4).Fill(0xFF);
        file[60] = 0xFE;
        file.AsSpan(68, 4).Fill(0xFF);
        file[68] = 0xFE;
        file.AsSpan(80, 432).Fill(0xFF);
        file.AsSpan(512, 512).Fill(0xFF);
        (file[512], file[516]) = (0xFD, 0xFE);
        Entry(file.AsSpan(1024), "Root Entry", 5);
        Entry(file.AsSpan(1152), "EncryptedPackage", 2);
        return file;

        static void Entry(Span<byte> entry, string name, byte kind)
        {
            Encoding.Unicode.GetBytes(name, entry);
            (entry[64], entry[66]) = ((byte)((name.Length + 1) * 2), kind);
            entry[68..80].Fill(0xFF);
        }
    }

    private static byte[] XmlBomb() => Zip(
        ("[Content_Types].xml", ContentTypes),
        ("_rels/.rels", Relationships),
        ("word/document.xml", """<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>"""));

    private static byte[] Noise()
    {
        byte[] noise = new byte[4096];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static byte[] CyclicPages() => Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>> endobj
        trailer <</Root 1 0 R/Size 4>>
        """);

    private static byte[] ManyPages(int count)
    {
        var pdf = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[");
        for (int i = 0; i < count; i++)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 3} 0 R ");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"]/Count {count}>> endobj\n");
        for (int i = 0; i < count; i++)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 3} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj\n");
        }

        return Encoding.ASCII.GetBytes(pdf.Append("trailer <</Root 1 0 R>>\n").ToString());
    }

    private static void WriteTable(StreamWriter writer, int rows)
    {
        writer.Write("<w:tbl>");
        WriteMany(writer, rows, "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Số hồ sơ</w:t></w:r></w:p></w:tc></w:tr>");
        writer.Write("</w:tbl>");
    }

    private static void WriteMany(StreamWriter writer, int times, string text)
    {
        for (int i = 0; i < times; i++)
        {
            writer.Write(text);
        }
    }

    private const string ContentTypes = """
        <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private const string Relationships = """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private static byte[] Word(Action<StreamWriter> body)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", writer => writer.Write(ContentTypes));
            Add(zip, "_rels/.rels", writer => writer.Write(Relationships));
            Add(zip, "word/document.xml", writer =>
            {
                writer.Write("""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""");
                body(writer);
                writer.Write("</w:body></w:document>");
            });
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string content) in entries)
            {
                Add(zip, name, writer => writer.Write(content));
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        write(writer);
    }
}
