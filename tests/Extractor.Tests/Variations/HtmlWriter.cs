using System.Globalization;
using System.Net;
using System.Text;
using Extractor.Evaluation;

namespace Extractor.Tests.Variations;

/// <summary>Writes a report as a web page, for printing by a browser.</summary>
internal static class HtmlWriter
{
    /// <summary>The page; <paramref name="style"/> is CSS for the appendix table.</summary>
    public static string Write(VariedReport report, string style)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><meta charset="utf-8"><style>
            body { font-family: 'Liberation Serif', serif; font-size: 13pt } .half { display: inline-block; width: 49%; text-align: center; vertical-align: top }
            .center { text-align: center; font-weight: bold } table { width: 100%; page-break-before: always } {{style}}
            </style>
            """);
        html.Append(Half(report.Letterhead.Left)).Append(Half(report.Letterhead.Right));
        report.Title.ToList().ForEach(line => html.Append(CultureInfo.InvariantCulture, $"<p class=center>{WebUtility.HtmlEncode(line)}</p>"));
        report.Paragraphs.ToList().ForEach(text => html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(text)}</p>"));
        html.Append(Half(report.Recipients)).Append(Half(report.Signature));
        report.Caption.ToList().ForEach(line => html.Append(CultureInfo.InvariantCulture, $"<p class=center>{WebUtility.HtmlEncode(line)}</p>"));
        html.Append("<table>").Append(Header(report.HasTwoHeaderRows)).Append("<tbody>");
        foreach ((int first, int count) in report.GroupRuns())
        {
            for (int i = first; i < first + count; i++)
            {
                AppendRow(html, report.Gold.Rows[i], i == first ? count : 0);
            }
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Half(IEnumerable<string> lines) =>
        $"<div class=half>{string.Join("<br>", lines.Select(l => l.Length == 0 ? "&nbsp;" : WebUtility.HtmlEncode(l)))}</div>";

    private static string Header(bool hasTwoRows) => hasTwoRows
        ? "<thead><tr><th rowspan=2>STT<th rowspan=2>Chỉ tiêu thống kê<th colspan=2>Kết quả thống kê<th rowspan=2>Ghi chú</tr><tr><th>Đơn vị tính<th>Số liệu</tr></thead>"
        : "<thead><tr><th>STT<th>Chỉ tiêu thống kê<th>Đơn vị tính<th>Số liệu<th>Ghi chú</tr></thead>";

    private static void AppendRow(StringBuilder html, GoldRow row, int span)
    {
        html.Append("<tr>");
        if (span > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<td rowspan={span}>{WebUtility.HtmlEncode(row.Group.Length > 0 ? row.Group : row.Stt)}");
        }

        foreach (string cell in new[] { row.Label, row.Unit, row.Value, row.Note })
        {
            html.Append("<td>").Append(WebUtility.HtmlEncode(cell).Replace("\n", "<br>", StringComparison.Ordinal));
        }

        html.Append("</tr>");
    }
}
