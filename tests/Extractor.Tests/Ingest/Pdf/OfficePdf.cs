using System.Globalization;
using System.Text;

namespace Extractor.Tests.Ingest.Pdf;

/// <summary>
/// PDF files drawn as office programs do: fonts with two-byte codes and a ToUnicode map, everything placed by hand. Heights are measured from
/// the top of the page. Letters are half as wide as the font is high, spaces a quarter, combining marks have no width.
/// </summary>
internal sealed class OfficePdf(double width = 595, double height = 842, string pageEntries = "")
{
    private readonly List<StringBuilder> _pages = [new()];
    private readonly SortedSet<char> _used = [' '];
    private readonly List<string> _annotations = [];
    private readonly List<string> _objects = [];

    /// <summary>What the ToUnicode map says of a letter that is drawn; other letters are mapped to themselves.</summary>
    public Dictionary<char, string> Meanings { get; } = [];

    public static double WidthOf(string text, double size = 12) => text.Sum(static c => c == ' ' ? 0.25 : IsMark(c) ? 0 : 0.5) * size;

    public OfficePdf NewPage()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Shows a text in one string.</summary>
    public OfficePdf Text(double x, double y, string text, double size = 12, string font = "F1") => Raw(Shown(x, y, text, size, font));

    /// <summary>Shows a text turned by an angle, counted against the clock.</summary>
    public OfficePdf Turned(double x, double y, double degrees, string text, double size)
    {
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        return Raw(Invariant($"BT /F1 {size} Tf {cos:0.####} {sin:0.####} {-sin:0.####} {cos:0.####} {x} {height - y} Tm {Codes(text)} Tj ET"));
    }

    /// <summary>Shows each letter on its own, as far apart as asked.</summary>
    public OfficePdf Letters(double x, double y, string text, double size = 12, double spacing = 0)
    {
        foreach (char c in text)
        {
            if (c != ' ')
            {
                Text(x, y, c.ToString(), size);
            }

            x += WidthOf(c.ToString(), size) + spacing;
        }

        return this;
    }

    public OfficePdf Line(double x0, double y0, double x1, double y1, double thickness = 0.5, string style = "") =>
        Raw(Invariant($"q {style} {thickness} w {x0} {height - y0} m {x1} {height - y1} l S Q"));

    public OfficePdf Fill(double x, double y, double w, double h, string color = "0 g") =>
        Raw(Invariant($"q {color} {x} {height - y - h} {w} {h} re f Q"));

    /// <summary>Draws each cell of a grid as Word does: every edge is a thin fill, with the corners between.</summary>
    public OfficePdf Grid(double[] columns, double[] rows, double thickness = 0.5)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                Fill(columns[column], rows[row], thickness, thickness);
                if (column + 1 < columns.Length)
                {
                    Fill(columns[column] + thickness, rows[row], columns[column + 1] - columns[column] - thickness, thickness);
                }

                if (row + 1 < rows.Length)
                {
                    Fill(columns[column], rows[row] + thickness, thickness, rows[row + 1] - rows[row] - thickness);
                }
            }
        }

        return this;
    }

    public OfficePdf Raw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    /// <summary>Adds an annotation to the first page.</summary>
    /// <param name="entries">Its entries without the rectangle.</param>
    /// <param name="box">Left, top, right and bottom.</param>
    /// <param name="appearance">Operators of its appearance, or null.</param>
    public OfficePdf Annotation(string entries, (double X0, double Y0, double X1, double Y1) box, string? appearance = null)
    {
        string rectangle = Invariant($"/Rect [ {box.X0} {height - box.Y1} {box.X1} {height - box.Y0} ]");
        string drawn = "";
        if (appearance is not null)
        {
            _objects.Add(DrawnPdf.Stream(appearance, Invariant(
                $"/Type /XObject /Subtype /Form /BBox [ 0 0 {box.X1 - box.X0} {box.Y1 - box.Y0} ] /Resources << /Font << /F1 3 0 R >> >>")));
            drawn = Invariant($"/AP << /N {5 + _objects.Count} 0 R >>");
        }

        _annotations.Add($"<< /Type /Annot {entries} {rectangle} {drawn} >>");
        return this;
    }

    /// <summary>Operators that show a text.</summary>
    public string Shown(double x, double y, string text, double size = 12, string font = "F1") =>
        Invariant($"BT /{font} {size} Tf {x} {height - y} Td {Codes(text)} Tj ET");

    /// <summary>Operators that show a text inside an appearance, whose heights are measured from its bottom.</summary>
    public string ShownInside(double x, double y, string text, double size) => Invariant($"BT /F1 {size} Tf {x} {y} Td {Codes(text)} Tj ET");

    public SourceFile File()
    {
        var bodies = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            Invariant($"<< /Type /Pages /Count {_pages.Count} /Kids [ {string.Join(' ', _pages.Select((_, i) => Invariant($"{6 + _objects.Count + (2 * i)} 0 R")))} ] >>"),
            Font("ABCDEE+TimesNewRoman"),
            Font("ABCDEE+TimesNewRoman,Bold"),
            DrawnPdf.Stream(ToUnicode()),
        };
        bodies.AddRange(_objects);
        for (int i = 0; i < _pages.Count; i++)
        {
            bodies.Add(Invariant(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 {width} {height} ] {pageEntries} /Contents {bodies.Count + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Annots [ {(i == 0 ? string.Join(' ', _annotations) : "")} ] >>"));
            bodies.Add(DrawnPdf.Stream(_pages[i].ToString()));
        }

        return DrawnPdf.Assemble(bodies);
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Codes(string text)
    {
        _used.UnionWith(text);
        return $"<{string.Concat(text.Select(static c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))}>";
    }

    private string Font(string name)
    {
        string marks = string.Concat(_used.Where(IsMark).Select(static c => Invariant($" {(int)c} [ 0 ]")));
        return $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 "
            + $"/BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [ 32 [ 250 ]{marks} ] >> ] >>";
    }

    private string ToUnicode()
    {
        IEnumerable<string> lines = _used.Select(c =>
            Invariant($"<{(int)c:X4}> <{string.Concat((Meanings.GetValueOrDefault(c) ?? c.ToString()).Select(static u => ((int)u).ToString("X4", CultureInfo.InvariantCulture)))}>"));
        string sections = string.Join('\n', lines.Chunk(100).Select(static chunk => Invariant($"{chunk.Length} beginbfchar\n{string.Join('\n', chunk)}\nendbfchar")));
        return $"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{sections}\nendcmap";
    }
}
