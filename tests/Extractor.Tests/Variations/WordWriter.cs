using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Extractor.Evaluation;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Extractor.Tests.Variations;

/// <summary>Writes a report as Word does: letterhead and signature in tables without borders, groups as vertically merged cells.</summary>
internal static class WordWriter
{
    /// <summary>The .docx file.</summary>
    public static byte[] Write(VariedReport report)
    {
        using var stream = new MemoryStream();
        using (WordprocessingDocument file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            body.Append(TwoColumns(report.Letterhead.Left, report.Letterhead.Right));
            body.Append(report.Title.Select(line => Line(line, JustificationValues.Center, bold: true)));
            body.Append(report.Paragraphs.Select(text => Line(text, JustificationValues.Both)));
            body.Append(TwoColumns(report.Recipients, report.Signature));
            body.Append(report.Caption.Select((line, i) => Line(line, JustificationValues.Center, bold: i < 2, breakBefore: i == 0)));
            body.Append(Appendix(report));
            file.AddMainDocumentPart().Document = new Word.Document(body);
        }

        return stream.ToArray();
    }

    private static Table TwoColumns(IEnumerable<string> left, IEnumerable<string> right) =>
        new(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }),
            new TableGrid(new GridColumn { Width = "4649" }, new GridColumn { Width = "4649" }),
            new TableRow(Cell(left, JustificationValues.Center), Cell(right, JustificationValues.Center)));

    private static Table Appendix(VariedReport report)
    {
        var border = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new LeftBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        var table = new Table(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = "9300" }, border),
            new TableGrid(new[] { "800", "4000", "1700", "1300", "1500" }.Select(w => new GridColumn { Width = w })));
        table.Append(Header(report.HasTwoHeaderRows));
        foreach ((int first, int count) in report.GroupRuns())
        {
            for (int i = first; i < first + count; i++)
            {
                table.Append(Row(report.Gold.Rows[i], isMerged: count > 1, startsMerge: i == first));
            }
        }

        return table;
    }

    private static IEnumerable<TableRow> Header(bool hasTwoRows)
    {
        if (!hasTwoRows)
        {
            yield return HeaderRow(new[] { "STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú" }.Select(t => Cell([t], JustificationValues.Center)));
            yield break;
        }

        yield return HeaderRow(
        [
            Merged(Cell(["STT"], JustificationValues.Center), starts: true), Merged(Cell(["Chỉ tiêu thống kê"], JustificationValues.Center), starts: true),
            Spanning(Cell(["Kết quả thống kê"], JustificationValues.Center), 2), Merged(Cell(["Ghi chú"], JustificationValues.Center), starts: true),
        ]);
        yield return HeaderRow(
        [
            Merged(Cell([], JustificationValues.Center), starts: false), Merged(Cell([], JustificationValues.Center), starts: false),
            Cell(["Đơn vị tính"], JustificationValues.Center), Cell(["Số liệu"], JustificationValues.Center),
            Merged(Cell([], JustificationValues.Center), starts: false),
        ]);
    }

    private static TableRow HeaderRow(IEnumerable<Word.TableCell> cells) =>
        new([new TableRowProperties(new TableHeader()), .. cells.Cast<OpenXmlElement>()]);

    private static TableRow Row(GoldRow row, bool isMerged, bool startsMerge)
    {
        Word.TableCell first = isMerged
            ? Merged(Cell(startsMerge ? [row.Group] : [], JustificationValues.Center), startsMerge)
            : Cell([row.Group.Length > 0 ? row.Group : row.Stt], JustificationValues.Center);
        return new TableRow(
            first, Cell([row.Label], JustificationValues.Left), Cell([row.Unit], JustificationValues.Center),
            Cell(row.Value.Split('\n'), JustificationValues.Center), Cell([row.Note], JustificationValues.Left));
    }

    private static Word.TableCell Merged(Word.TableCell cell, bool starts)
    {
        cell.PrependChild(new TableCellProperties(new VerticalMerge { Val = starts ? MergedCellValues.Restart : MergedCellValues.Continue }));
        return cell;
    }

    private static Word.TableCell Spanning(Word.TableCell cell, int columns)
    {
        cell.PrependChild(new TableCellProperties(new GridSpan { Val = columns }));
        return cell;
    }

    private static Word.TableCell Cell(IEnumerable<string> lines, JustificationValues alignment) =>
        new(lines.DefaultIfEmpty("").Select(line => Line(line, alignment)));

    private static Paragraph Line(string text, JustificationValues alignment, bool bold = false, bool breakBefore = false)
    {
        var properties = new ParagraphProperties();
        if (breakBefore)
        {
            properties.Append(new PageBreakBefore());
        }

        properties.Append(new Justification { Val = alignment });
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold)
        {
            run.PrependChild(new RunProperties(new Bold()));
        }

        return new Paragraph(properties, run);
    }
}
