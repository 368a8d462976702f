using System.Globalization;
using System.Text;

namespace Extractor.Tests.Ingest.Pdf;

/// <summary>PDF files of one page, drawn with content operators in Helvetica (/F1), or in /F2 whose ToUnicode the test writes.</summary>
internal static class DrawnPdf
{
    /// <summary>The file.</summary>
    /// <param name="content">Operators of the page, measured from the lower left corner of an A4 page.</param>
    /// <param name="toUnicode">Lines of a bfchar section for /F2, whose codes are those of Helvetica.</param>
    /// <param name="annotations">Dictionaries of annotations.</param>
    /// <param name="resources">More resources, such as pictures; the objects 7 and up are free for them.</param>
    /// <param name="objects">More objects, numbered from 7.</param>
    public static SourceFile File(string content, string toUnicode = "", string annotations = "", string resources = "", params string[] objects)
    {
        const string codeSpace = "1 begincodespacerange <00> <FF> endcodespacerange";
        int count = toUnicode.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        string map = $"begincmap {codeSpace} {count} beginbfchar\n{toUnicode}\nendbfchar endcmap";
        string[] bodies =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Annots [ " + annotations + " ] /Resources << /Font << "
                + "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 5 0 R >> " + resources + " >> >>",
            Stream(content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
            Stream(map),
            .. objects,
        ];
        return Assemble(bodies);
    }

    /// <summary>The file of the given objects, numbered from 1; the first is the catalog.</summary>
    public static SourceFile Assemble(IReadOnlyList<string> bodies)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (string body in bodies)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        int start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return new SourceFile("drawn.pdf", Encoding.Latin1.GetBytes(file.ToString()));
    }

    /// <summary>A stream object.</summary>
    public static string Stream(string data, string entries = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {data.Length} >>\nstream\n{data}\nendstream");

    /// <summary>Operators that show a text with its baseline at a place.</summary>
    public static string Show(double x, double y, string text, double size = 12, string font = "F1") =>
        string.Create(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {x} {y} Td ({text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");
}
