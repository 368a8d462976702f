using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Extractor.Pdf.Tests.Oracles;

/// <summary>The text of the Word file a PDF was printed from.</summary>
internal static class SourceText
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static WordBag OfDocx(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        StringBuilder text = new();
        foreach (string part in (string[])["word/document.xml", "word/footnotes.xml"])
        {
            if (archive.GetEntry(part) is { } entry)
            {
                using Stream stream = entry.Open();
                Read(XmlReader.Create(stream), text);
            }
        }

        return WordBag.OfText(text.ToString());
    }

    private static void Read(XmlReader reader, StringBuilder text)
    {
        while (reader.Read())
        {
            if (reader.NamespaceURI != Word)
                continue;
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
                text.Append(reader.ReadString());
            if (reader.LocalName is "tab" or "br" || reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
                text.Append('\n');
        }
    }
}
