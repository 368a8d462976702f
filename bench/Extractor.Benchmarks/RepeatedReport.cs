using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Extractor.Benchmarks;

/// <summary>A report several times over: the pages of a PDF, the rows of every table of a .docx, the pages of a text's table.</summary>
internal static class RepeatedReport
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static SourceFile Make(string path, int times) => new(Path.GetFileName(path), Path.GetExtension(path) switch
    {
        _ when times == 1 => File.ReadAllBytes(path),
        ".pdf" => RepeatPages(path, times),
        ".docx" => RepeatRows(path, times),
        _ => RepeatLines(path, times),
    });

    private static byte[] RepeatPages(string path, int times)
    {
        string target = Path.Combine(Path.GetTempPath(), $"repeated-{Environment.ProcessId}.pdf");
        try
        {

            using Process process = Process.Start("qpdf", ["--empty", "--pages", .. Enumerable.Repeat(path, times), "--", target]);
            process.WaitForExit();
            return File.ReadAllBytes(target);
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static byte[] RepeatLines(string path, int times)
    {
        byte[] text = File.ReadAllBytes(path);
        // From one printing of the table's headings to its last: what follows the table must not end up amid the rows.
        int first = Math.Max(0, text.AsSpan().IndexOf("\nSTT"u8)), last = Math.Max(0, text.AsSpan().LastIndexOf("\nSTT"u8));
        return [.. text[..first], .. Enumerable.Repeat(text[first..last], times).SelectMany(bytes => bytes), .. text[last..]];
    }

    private static byte[] RepeatRows(string path, int times)
    {
        var buffer = new MemoryStream();
        buffer.Write(File.ReadAllBytes(path));
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = archive.GetEntry("word/document.xml") ?? throw new InvalidDataException($"{path} has no word/document.xml.");
            using Stream stream = entry.Open();
            XDocument document = XDocument.Load(stream);
            foreach (XElement table in document.Descendants(Word + "tbl"))
            {
                XElement[] rows = [.. table.Elements(Word + "tr").Skip(1)];
                for (int i = 1; i < times; i++)
                {
                    table.Add(rows.Select(row => new XElement(row)));
                }
            }

            stream.SetLength(0);
            document.Save(stream);
        }

        return buffer.ToArray();
    }
}
