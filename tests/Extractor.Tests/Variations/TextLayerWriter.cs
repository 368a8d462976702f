using System.Text;
using Extractor.Evaluation;

namespace Extractor.Tests.Variations;

/// <summary>
/// Writes a report as the text layer of a PDF that Word made: cell by cell in printed order, every run of words with a blank behind it, an empty
/// cell as a blank, one line end where the next words stand half a line off and an empty line where they stand a line off.
/// </summary>
internal sealed class TextLayerWriter
{
    private readonly StringBuilder _text = new();
    private readonly TextLayerStyle _style;
    private double _top;
    private double _last = double.NaN;

    private TextLayerWriter(TextLayerStyle style) => _style = style;

    /// <summary>The text of a report.</summary>
    public static string Write(VariedReport report, TextLayerStyle style)
    {
        var writer = new TextLayerWriter(style);
        foreach (string line in (string[])[.. report.Letterhead.Left, .. report.Letterhead.Right, "", .. report.Title, ""])
        {
            writer.Paragraph(line);
        }

        foreach (string text in (string[])[.. report.Paragraphs, "", .. report.Recipients, .. report.Signature])
        {
            writer.Paragraph(text);
        }

        writer.BreakPage();
        report.Caption.ToList().ForEach(writer.Paragraph);
        writer.Table(report);
        return writer._text.Append('\n').ToString();
    }

    private void Paragraph(string text)
    {
        foreach (string line in Wrap(text, _style.LineWidth))
        {
            Put(_top, line);
            _top++;
        }

        _top += _style.BetweenParagraphs;
    }

    private void Table(VariedReport report)
    {
        double used = Header(report);
        foreach ((int first, int count) in report.GroupRuns())
        {
            GoldRow[] run = [.. report.Gold.Rows.Skip(first).Take(count)];
            string[][][] rows = [.. run.Select((r, i) => CellsOf(r, count > 1 || r.Group.Length > 0, i == 0))];
            double height = rows.Sum(r => HeightOf(r, rows.Length > 1));
            for (int i = 0; i < rows.Length; i++)
            {
                used = Row(report, rows[i], used, rows.Length > 1, i == 0 ? Math.Min(height, Math.Max(1, _style.PageLines - used)) : 0);
            }
        }
    }

    // A row that does not fit goes on below the repeated headings.
    private double Row(VariedReport report, string[][] cells, double used, bool isMerged, double spanned)
    {
        int height = HeightOf(cells, isMerged);
        spanned = isMerged ? spanned : height;
        int room = (int)(_style.PageLines - used);
        if (height <= room)
        {
            PutRow(cells, height, spanned);
            return used + height;
        }

        if (_style.CutsRows && room > 0)
        {
            PutRow([.. cells.Select((c, i) => i == 0 && isMerged ? c : [.. c.Take(room)])], room, spanned);
            cells = [.. cells.Select((c, i) => i == 0 && isMerged ? [] : c.Skip(room).ToArray())];
            height -= room;
        }

        BreakPage();
        double header = Header(report);
        PutRow(cells, height, isMerged ? spanned : height);
        return header + height;
    }

    private void PutRow(string[][] cells, int height, double spanned)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            double room = column == 0 ? spanned : height;
            double top = _top + (_style.IsCentred(column) ? (room - cells[column].Length) / 2 : 0) + _style.Shift(column);
            for (int i = 0; i < cells[column].Length; i++)
            {
                Put(top + i, cells[column][i]);
            }
        }

        _top += height + _style.BetweenRows;
    }

    private string[][] CellsOf(GoldRow row, bool isInGroup, bool startsGroup)
    {
        string[] texts = [startsGroup ? row.Group + row.Stt : isInGroup ? "\0" : row.Stt, row.Label, row.Unit, row.Value, row.Note];
        return [.. texts.Select((text, i) => text == "\0" ? [] : text.Split('\n').SelectMany(t => Wrap(t, _style.Widths[i])).ToArray())];
    }

    private double Header(VariedReport report)
    {
        string[] titles = report.HasTwoHeaderRows
            ? ["STT", "Chỉ tiêu thống kê", "Kết quả thống kê", "Ghi chú", "Đơn vị tính", "Số liệu"]
            : ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"];
        int[] widths = report.HasTwoHeaderRows
            ? [_style.Widths[0], _style.Widths[1], 30, _style.Widths[4], _style.Widths[2], _style.Widths[3]]
            : _style.Widths;
        string[][] cells = [.. titles.Select((t, i) => Wrap(t, widths[i]).ToArray())];
        int upper = report.HasTwoHeaderRows ? cells[2].Length : 0;
        int height = Math.Max(HeightOf(cells), upper + (report.HasTwoHeaderRows ? HeightOf(cells[4..]) : 0));
        for (int c = 0; c < cells.Length; c++)
        {
            bool isBelow = report.HasTwoHeaderRows && c >= 4;
            bool isAbove = report.HasTwoHeaderRows && c == 2;
            double room = isBelow ? height - upper : isAbove ? upper : height;
            double top = _top + (isBelow ? upper : 0) + ((room - cells[c].Length) / 2);
            for (int i = 0; i < cells[c].Length; i++)
            {
                Put(top + i, cells[c][i]);
            }
        }

        _top += height + _style.BetweenRows;
        return height;
    }

    private void BreakPage()
    {
        _text.Append(_style.PageBreak);
        _last = double.NaN;
    }

    private void Put(double line, string text)
    {
        double away = Math.Abs(line - _last);
        _text.Append(double.IsNaN(away) || away < 0.2 ? "" : away < _style.EmptyLineFrom ? "\n" : "\n\n");
        _text.Append(text);
        _last = line;
    }

    private static int HeightOf(string[][] cells, bool isMerged = false) => cells.Skip(isMerged ? 1 : 0).Max(c => c.Length);

    // Words that are too long for a narrow column break anywhere; every other line keeps the blank it breaks at.
    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string rest = word;
            if (line.Length > 0 && line.Length + rest.Length > width)
            {
                yield return line;
                line = "";
            }

            while (rest.Length > width)
            {
                int point = rest.LastIndexOf('.', width - 1, width - 1) + 1;
                int cut = point > 0 ? point : width;
                yield return rest[..cut];
                rest = rest[cut..];
            }

            line += rest + " ";
        }

        yield return line;
    }
}
