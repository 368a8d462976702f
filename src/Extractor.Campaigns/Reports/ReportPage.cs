using System.Globalization;
using System.Net;
using System.Text;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Campaigns.Reports;

/// <summary>The report of a campaign as one page for people: no script, nothing outside the file.</summary>
public static class ReportPage
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
        + "th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid #d8dee4;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
        + "h1{font-size:1.5rem}h2{font-size:1.1rem}p{color:#57606a}@media(prefers-color-scheme:dark){body{background:#14171a;color:#e6e8ea}p{color:#9aa4ae}th,td{border-color:#30363d}}";

    /// <summary>The page.</summary>
    public static string Write(CampaignReport report, UserLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        string title = $"{ReportTexts.Title.In(language)} – {report.Campaign.Order.Name}";
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == UserLanguage.English ? "en" : "vi").Append("\"><head><meta charset=\"utf-8\">");
        // Should a name ever slip through, the browser still runs and loads nothing.
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(Data(title)).Append("</title><style>").Append(Style)
            .Append("</style></head>\n<body><h1>").Append(Data(title)).Append("</h1>\n");
        AppendHead(page, report, language);
        Table(page, null, [ReportTexts.State, ReportTexts.Files], language, [
            .. report.Progress.Counts.Select(count => new[] { ReportTexts.Of(count.Key).In(language), Number(count.Value) }),
            [ReportTexts.All.In(language), Number(report.Progress.Total)]]);
        Table(page, ReportTexts.NotRead, [ReportTexts.State, ReportTexts.Reason, ReportTexts.Files], language, report.Unread.Select(unread => new[]
        {
            ReportTexts.Of(unread.State).In(language), unread.Text?.In(language) ?? unread.Reason ?? "", Number(unread.Files),
        }));
        Table(page, ReportTexts.Confidence, [ReportTexts.Confidence, ReportTexts.Reports], language, report.Confidence.Results == 0 ? [] :
            report.Confidence.Tenths.Select((results, i) => new[] { string.Create(CultureInfo.InvariantCulture, $"{i / 10.0:0.0} – {(i + 1) / 10.0:0.0}"), Number(results) })
                .Where(row => row[1] != "0"));
        Table(page, ReportTexts.Findings, [ReportTexts.Rule, ReportTexts.Times, ReportTexts.Reports], language,
            report.Findings.Select(rule => new[] { rule.Rule, Number(rule.Findings), Number(rule.Reports) }));
        Table(page, ReportTexts.Duplicates, [ReportTexts.Path, ReportTexts.Copies], language,
            report.Duplicates.Select(repeated => new[] { repeated.Path ?? ReportTexts.EarlierReading.In(language), Number(repeated.Copies) }));
        Table(page, ReportTexts.Unlisted, [ReportTexts.Path], language, report.UnlistedFolders.Select(path => new[] { path }));
        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendHead(StringBuilder page, CampaignReport report, UserLanguage language)
    {
        if (report.Campaign.Order.Folder is { } folder)
        {
            page.Append("<p>").Append(Data(ReportTexts.From(folder).In(language))).Append("</p>\n");
        }

        page.Append("<p>").Append(report.Campaign.CreatedAt.ToString("u", CultureInfo.InvariantCulture)).Append(" – ")
            .Append(report.Campaign.FinishedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "…").Append("</p>\n");
        if (report.Campaign.PassedOver > 0)
        {
            page.Append("<p>").Append(Data(ReportTexts.PassedOver(report.Campaign.PassedOver).In(language))).Append("</p>\n");
        }
    }

    private static void Table(StringBuilder page, LocalText? title, LocalText[] columns, UserLanguage language, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        if (title is not null)
        {
            page.Append("<h2>").Append(Data(title.In(language))).Append("</h2>\n");
        }

        page.Append("<table><tr>");
        foreach (LocalText column in columns)
        {
            page.Append("<th>").Append(Data(column.In(language))).Append("</th>");
        }

        foreach (string[] row in all)
        {
            page.Append("</tr>\n<tr>");
            foreach (string cell in row)
            {
                page.Append(cell.All(char.IsAsciiDigit) ? "<td class=\"n\">" : "<td>").Append(Data(cell)).Append("</td>");
            }
        }

        page.Append("</tr></table>\n");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Names come from strangers: signs that are not seen, or turn the direction of what follows, could make one name look like another.
    private static string Data(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            ? "\uFFFD" : rune.ToString())));
}
