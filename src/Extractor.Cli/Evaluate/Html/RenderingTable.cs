using Extractor.Evaluation;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>The figures of each kind of file, those over everything last.</summary>
internal sealed class RenderingTable(Wording wording)
{
    private const double UntouchedAccuracy = 0.999;

    /// <summary>The table.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        LocalText[] named = [PageTexts.FileCount, PageTexts.Rows, PageTexts.ExtraRows, PageTexts.Cells, PageTexts.Codes];
        string[] headings =
        [
            .. named.Select(wording.Say), "F1", wording.Say(PageTexts.Facts), wording.Say(PageTexts.Head), "ECE", "Brier", "AUROC",
            $"≥ {wording.Percent(UntouchedAccuracy)}",
        ];
        var table = new Markup();
        table.Add($"<div class=\"scroll\"><table><caption>{wording.Say(PageTexts.ByRendering)}</caption><thead><tr><th scope=\"col\">{wording.Say(PageTexts.File)}</th>");
        foreach (string heading in headings)
        {
            table.Add($"<th scope=\"col\" class=\"num\">{heading}</th>");
        }

        table.Add($"</tr></thead>\n<tbody>\n");
        foreach (RenderingFigures rendering in summary.Renderings)
        {
            AddRow(table, rendering.Name, rendering, "part");
        }

        AddRow(table, wording.Say(PageTexts.Together), summary.Overall, "total");
        return table.Add($"</tbody></table></div>\n");
    }

    private void AddRow(Markup table, string name, RenderingFigures figures, string style)
    {
        ReportScore score = figures.Score;
        table.Add($"<tr class=\"{style}\"><td><bdi>{name}</bdi></td>");
        string[] cells =
        [
            wording.Count(figures.Files), wording.Decimal(score.RowRecall), wording.Count(score.RowsExtra), wording.Fine(score.Cells.Value),
            wording.Decimal(score.Codes.Value), wording.Decimal(score.FieldF1), wording.Decimal(score.Facts.Value), wording.Decimal(score.Head.Value),
            wording.Decimal(figures.Reliability.ExpectedCalibrationError), wording.Fine(figures.Reliability.BrierScore),
            figures.AreaUnderCurve is { } area ? wording.Decimal(area) : "–", wording.Percent(figures.Untouched?.Coverage ?? 0),
        ];
        foreach (string cell in cells)
        {
            table.Add($"<td class=\"num\">{cell}</td>");
        }

        table.Add($"</tr>\n");
    }
}
