using System.Globalization;

namespace Extractor.Api.Exports;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static class XlsxParts
{
    public const int PlainStyle = 0;
    public const int HeadStyle = 1;

    /// <summary>With the mark that keeps a text a text (quotePrefix).</summary>
    public const int QuotedStyle = 2;

    public const string SheetStart = $"""
        {Declaration}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>
        """;

    public const string SheetEnd = "</sheetData></worksheet>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Styles = $"""
        {Declaration}<styleSheet xmlns="{Main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>
        """;

    public static string SheetName(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static IEnumerable<(string Name, string Content)> Of(int sheets)
    {
        int[] numbers = [.. Enumerable.Range(1, sheets)];
        string Each(Func<int, FormattableString> of) => string.Concat(numbers.Select(n => of(n).ToString(CultureInfo.InvariantCulture)));

        yield return ("xl/styles.xml", Styles);
        yield return ("xl/workbook.xml",
            $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets>{Each(n => $"<sheet name=\"values {n}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")}</sheets></workbook>""");
        yield return ("xl/_rels/workbook.xml.rels",
            $"""{Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Relation}/styles" Target="styles.xml"/>{Each(n => $"<Relationship Id=\"s{n}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")}</Relationships>""");
        yield return ("_rels/.rels",
            $"""{Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="workbook" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        yield return ("[Content_Types].xml",
            $"""{Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{Each(n => $"<Override PartName=\"/{SheetName(n)}\" ContentType=\"{Types}.worksheet+xml\"/>")}</Types>""");
    }
}
