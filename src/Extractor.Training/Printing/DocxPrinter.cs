using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Extractor.Training.Printing;

/// <summary>Writes a report as a Word file.</summary>
internal static class DocxPrinter
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly int[] Widths = [800, 4000, 1700, 1300, 1500];
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the .docx file; the same for the same report.</summary>
    public static byte[] Print(PrintedReport report)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add(zip, "word/document.xml", Body(report));
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        using Stream content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Body(PrintedReport report)
    {
        var xml = new StringBuilder($"<w:document xmlns:w=\"{Main}\"><w:body>");
        foreach (string line in report.Title)
        {
            Paragraph(xml, line, isTitle: true);
        }

        foreach (string text in report.Prose)
        {
            Paragraph(xml, text);
        }

        foreach (PrintedTable table in report.Tables)
        {
            if (table.Caption.Length > 0)
            {
                Paragraph(xml, table.Caption, isTitle: true);
            }

            Table(xml, table, report.Layout);
            Paragraph(xml, "");
        }

        return xml.Append("</w:body></w:document>").ToString();
    }

    private static void Table(StringBuilder xml, PrintedTable table, TableLayout layout)
    {
        xml.Append("<w:tbl><w:tblPr><w:tblBorders>");
        foreach (string side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:{side} w:val=\"single\" w:sz=\"4\"/>");
        }

        xml.Append("</w:tblBorders></w:tblPr><w:tblGrid>");
        foreach (TableColumn column in layout.Columns)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{Widths[(int)column]}\"/>");
        }

        xml.Append("</w:tblGrid>");
        Header(xml, layout);
        for (int r = 0; r < table.Rows.Length; r++)
        {
            xml.Append("<w:tr>");
            foreach (TableColumn column in layout.Columns)
            {
                string merge = column == TableColumn.Number && layout.MergesGroups ? MergeOf(table, r) : "";
                Cell(xml, merge.Contains("continue", StringComparison.Ordinal) ? "" : CellOf(table, r, column), merge);
            }

            xml.Append("</w:tr>");
        }

        xml.Append("</w:tbl>");
    }

    // The text of a group stands once.
    private static string CellOf(PrintedTable table, int row, TableColumn column) =>
        column == TableColumn.Number && table.Rows[row].Group.Length > 0 && Continues(table, row) ? "" : TableLayout.CellOf(table.Rows[row], column);

    private static bool Continues(PrintedTable table, int row) =>
        row > 0 && table.Rows[row].Group.Length > 0 && table.Rows[row].Group == table.Rows[row - 1].Group && table.Rows[row].Stt.Length == 0;

    private static string MergeOf(PrintedTable table, int row) =>
        table.Rows[row].Group.Length == 0 ? ""
        : Continues(table, row) ? "<w:vMerge w:val=\"continue\"/>" : "<w:vMerge w:val=\"restart\"/>";

    private static void Header(StringBuilder xml, TableLayout layout)
    {
        const string Row = "<w:tr><w:trPr><w:tblHeader/></w:trPr>";
        if (!layout.HasTwoHeaderRows)
        {
            xml.Append(Row);
            layout.Headings.ToList().ForEach(heading => Cell(xml, heading, ""));
            xml.Append("</w:tr>");
            return;
        }

        xml.Append(Row);
        for (int c = 0; c < layout.Columns.Length; c++)
        {
            bool isSpanned = layout.Columns[c] is TableColumn.Unit or TableColumn.Value;
            if (!isSpanned)
            {
                Cell(xml, layout.Headings[c], "<w:vMerge w:val=\"restart\"/>");
            }
            else if (layout.Columns[c] == TableColumn.Unit)
            {
                Cell(xml, "Kết quả thống kê", "<w:gridSpan w:val=\"2\"/>");
            }
        }

        xml.Append("</w:tr>").Append(Row);
        for (int c = 0; c < layout.Columns.Length; c++)
        {
            bool isSpanned = layout.Columns[c] is TableColumn.Unit or TableColumn.Value;
            Cell(xml, isSpanned ? layout.Headings[c] : "", isSpanned ? "" : "<w:vMerge w:val=\"continue\"/>");
        }

        xml.Append("</w:tr>");
    }

    private static void Cell(StringBuilder xml, string text, string properties)
    {
        xml.Append("<w:tc>");
        if (properties.Length > 0)
        {
            xml.Append("<w:tcPr>").Append(properties).Append("</w:tcPr>");
        }

        foreach (string line in text.Split('\n'))
        {
            Paragraph(xml, line);
        }

        xml.Append("</w:tc>");
    }

    private static void Paragraph(StringBuilder xml, string text, bool isTitle = false) =>
        xml.Append(isTitle ? "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" : "<w:p><w:r><w:t xml:space=\"preserve\">")
            .Append(SecurityElement.Escape(text)).Append("</w:t></w:r></w:p>");
}
