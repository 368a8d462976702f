using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Ingest;

/// <summary>Names content that the product does not read, by the signatures its format prescribes, so that the sender knows what to do.</summary>
internal static class ContentSignature
{
    private const int ZipNamesReach = 64 * 1024;

    private static readonly LocalText Picture = new("ảnh", "a picture");
    private static readonly LocalText Video = new("phim hoặc âm thanh", "a film or sound");
    private static readonly LocalText Archive = new("tệp nén", "an archive");
    private static readonly LocalText Program = new("chương trình", "a program");
    private static readonly LocalText OldOffice = new("tệp Office đời cũ (.doc, .xls, .ppt)", "an old Office file (.doc, .xls, .ppt)");
    private static readonly LocalText Rtf = new("tệp RTF", "an RTF file");
    private static readonly LocalText Html = new("trang web HTML", "an HTML page");
    private static readonly LocalText Xml = new("tệp XML", "an XML file");

    private static readonly ImmutableArray<Signature> Signatures =
    [
        new(0, "\u0089PNG\r\n\u001A\n", Picture), new(0, "\u00FF\u00D8\u00FF", Picture), new(0, "GIF8", Picture), new(0, "BM", Picture, MinLength: 26),
        new(0, "II*\0", Picture), new(0, "MM\0*", Picture), new(8, "WEBP", Picture), new(4, "ftyphei", Picture), new(4, "ftypavif", Picture),
        new(0, "\0\0\u0001\0", Picture), new(0, "\0\0\0\u000CjP  ", Picture), new(0, "\u00FF\u000A", Picture), new(0, "8BPS", Picture),
        new(4, "ftyp", Video), new(0, "\u001AE\u00DF\u00A3", Video), new(0, "OggS", Video), new(0, "ID3", Video), new(0, "fLaC", Video),
        new(8, "AVI ", Video), new(8, "WAVE", Video), new(0, "\0\0\u0001\u00BA", Video), new(0, "FLV", Video), new(0, "0&\u00B2u", Video),
        new(0, "7z\u00BC\u00AF'\u001C", Archive), new(0, "Rar!\u001A\u0007", Archive), new(0, "\u001F\u008B", Archive), new(0, "BZh", Archive),
        new(0, "\u00FD7zXZ\0", Archive), new(0, "(\u00B5/\u00FD", Archive), new(257, "ustar", Archive), new(0, "MSCF", Archive),
        new(0, "MZ", Program, MinLength: 64), new(0, "\u007FELF", Program), new(0, "\u00CA\u00FE\u00BA\u00BE", Program), new(0, "\0asm", Program),
        new(0, "\u00CF\u00FA\u00ED\u00FE", Program), new(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", OldOffice),
        new(0, "{\\rtf", Rtf), new(0, "SQLite format 3", new("cơ sở dữ liệu", "a database")),
    ];

    // What a part's name inside a ZIP says about the whole; the first that occurs counts.
    private static readonly ImmutableArray<(string Name, LocalText Content)> ZipParts =
    [
        ("application/vnd.oasis.opendocument.text", new("tệp OpenDocument (.odt)", "an OpenDocument text (.odt)")),
        ("application/vnd.oasis.opendocument.spreadsheet", new("bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")),
        ("application/epub+zip", new("sách EPUB", "an EPUB book")),
        ("xl/workbook", new("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)")), ("xl/worksheets", new("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)")),
        ("ppt/presentation", new("bài trình chiếu (.pptx)", "a PowerPoint presentation (.pptx)")), ("ppt/slides", new("bài trình chiếu (.pptx)", "a PowerPoint presentation (.pptx)")),
        ("Index/Document.iwa", new("tệp Pages của Apple", "an Apple Pages file")),
    ];

    /// <summary>What the content is; null if it is none of the known kinds.</summary>
    public static LocalText? Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return RecogniseZip(bytes);
        }

        foreach (Signature signature in Signatures)
        {
            if (signature.Matches(bytes))
            {
                return signature.Content;
            }
        }

        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 256)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? Html
            : start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<svg", StringComparison.OrdinalIgnoreCase) ? Xml
            : start.StartsWith("%!PS", StringComparison.Ordinal) ? new LocalText("tệp PostScript", "a PostScript file")
            : null;
    }

    // Parts are named in front of their data and again in the directory at the end; the ends of a large file are enough.
    private static LocalText RecogniseZip(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, ZipNamesReach)];
        ReadOnlySpan<byte> tail = bytes[Math.Max(0, bytes.Length - ZipNamesReach)..];
        foreach ((string name, LocalText content) in ZipParts)
        {
            byte[] wanted = Encoding.ASCII.GetBytes(name);
            if (head.IndexOf(wanted) >= 0 || tail.IndexOf(wanted) >= 0)
            {
                return content;
            }
        }

        return Archive;
    }

    /// <summary>Bytes that a format prescribes at a place.</summary>
    /// <param name="Offset">Where they stand.</param>
    /// <param name="Text">The bytes as Latin-1 letters.</param>
    /// <param name="Content">What the content is.</param>
    /// <param name="MinLength">Short signatures also start words; no such file is shorter than this.</param>
    private sealed record Signature(int Offset, string Text, LocalText Content, int MinLength = 0)
    {
        private readonly byte[] _bytes = Encoding.Latin1.GetBytes(Text);

        public bool Matches(ReadOnlySpan<byte> bytes) =>
            bytes.Length >= Math.Max(MinLength, Offset + _bytes.Length) && bytes[Offset..].StartsWith(_bytes);
    }
}
