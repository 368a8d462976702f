using System.Globalization;
using System.Text;

namespace Extractor.Training.Printing;

/// <summary>
/// Writes a report as a PDF with a ruled table: A4 pages, headings on each page, one font whose codes are the letters themselves. The font is not embedded,
/// for nobody looks at these pages but the reader.
/// </summary>
internal sealed class PdfPrinter
{
    private const int PageHeight = 842;
    private const int Margin = 50;
    private const double FontSize = 10;
    private const double LineHeight = 13;
    private const double LetterWidth = 0.5;
    private const double Padding = 3;
    private static readonly int[] Widths = [40, 215, 80, 70, 90];

    private readonly List<StringBuilder> _pages = [];
    private readonly SortedSet<char> _letters = [];
    private double _y = PageHeight - Margin;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Print(PrintedReport report)
    {
        var printer = new PdfPrinter();
        printer.NewPage();
        foreach (string line in report.Title.Concat(report.Prose))
        {
            printer.Paragraph(line);
        }

        foreach (PrintedTable table in report.Tables)
        {
            printer.Paragraph(table.Caption);
            printer.Row([.. report.Layout.Headings], report.Layout, null);
            for (int r = 0; r < table.Rows.Length; r++)
            {
                bool continues = r > 0 && table.Rows[r].Group.Length > 0 && table.Rows[r].Group == table.Rows[r - 1].Group && table.Rows[r].Stt.Length == 0;
                string[] cells = [.. report.Layout.Columns.Select(c => c == TableColumn.Number && continues ? "" : TableLayout.CellOf(table.Rows[r], c))];
                printer.Row(cells, report.Layout, [.. report.Layout.Headings]);
            }

            printer._y -= LineHeight;
        }

        return printer.File();
    }

    private void NewPage()
    {
        _pages.Add(new StringBuilder());
        _y = PageHeight - Margin;
    }

    private void Paragraph(string text)
    {
        foreach (string line in TextPrinter.Wrap(text, (int)(Widths.Sum() / (FontSize * LetterWidth))))
        {
            if (_y < Margin + LineHeight)
            {
                NewPage();
            }

            Text(Margin, _y - FontSize, line);
            _y -= LineHeight;
        }
    }

    private void Row(string[] cells, TableLayout layout, string[]? headings)
    {
        string[][] lines =
        [
            .. cells.Select((cell, c) => cell.Split('\n')
                .SelectMany(t => TextPrinter.Wrap(t, (int)((Widths[(int)layout.Columns[c]] - (2 * Padding)) / (FontSize * LetterWidth)))).ToArray()),
        ];
        double height = (lines.Max(l => l.Length) * LineHeight) + (2 * Padding);
        if (_y - height < Margin && headings is not null)
        {
            NewPage();
            Row(headings, layout, null);
        }

        double x = Margin;
        for (int c = 0; c < cells.Length; c++)
        {
            double width = Widths[(int)layout.Columns[c]];
            _pages[^1].Append(CultureInfo.InvariantCulture, $"{x:0.##} {_y - height:0.##} {width:0.##} {height:0.##} re S\n");
            for (int i = 0; i < lines[c].Length; i++)
            {
                Text(x + Padding, _y - Padding - FontSize - (i * LineHeight), lines[c][i]);
            }

            x += width;
        }

        _y -= height;
    }

    private void Text(double x, double y, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        _letters.UnionWith(text);
        string codes = string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {FontSize} Tf {x:0.##} {y:0.##} Td <{codes}> Tj ET\n");
    }

    private byte[] File()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        void Add(string content)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        string Stream(string content) => string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        const int FirstPage = 6;
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"))}] >>");
        Add("<< /Type /Font /Subtype /Type0 /BaseFont /Report /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
        Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Report /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Report /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>");
        Add(Stream(LettersByCode()));
        for (int i = 0; i < _pages.Count; i++)
        {
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {PageHeight}] /Resources << /Font << /F1 3 0 R >> >> /Contents {FirstPage + (2 * i) + 1} 0 R >>");
            Add(Stream(_pages[i].ToString()));
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    // A CMap holds at most a hundred pairs a block.
    private string LettersByCode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (char[] block in _letters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            block.ToList().ForEach(c => map.Append(CultureInfo.InvariantCulture, $"<{(int)c:X4}> <{(int)c:X4}>\n"));
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap end end").ToString();
    }
}
