using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Every file with its figures, those with most differences first, and the files that gave no result.</summary>
internal sealed class FileSection(Wording wording)
{
    private const int MostFiles = 200;

    /// <summary>The section.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        LocalText[] headings = [PageTexts.Rows, PageTexts.Cells, PageTexts.Codes, PageTexts.Values, PageTexts.Found, PageTexts.Head, PageTexts.Differences];
        var page = new Markup();
        page.Add($"<section id=\"files\"><h2>{wording.Say(PageTexts.Files)}</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">{wording.Say(PageTexts.File)}</th>");
        foreach (LocalText heading in headings)
        {
            page.Add($"<th scope=\"col\" class=\"num\">{wording.Say(heading)}</th>");
        }

        page.Add($"</tr></thead>\n<tbody>\n");
        foreach (ComparedFile file in summary.Files.Take(MostFiles))
        {
            page.Add($"<tr><td class=\"file\"><bdi>{file.Name}</bdi></td><td class=\"num\">{Of(file.Score.RowsFound, file.Score.Rows)}</td><td class=\"num\">{wording.Percent(file.Score.Cells.Value)}</td>");
            page.Add($"<td class=\"num\">{Of(file.Score.Codes.Right, file.Score.Codes.Total)}</td><td class=\"num\">{Of(file.Score.FieldPrecision.Right, file.Score.FieldPrecision.Total)}</td>");
            page.Add($"<td class=\"num\">{Of(file.Score.FieldRecall.Right, file.Score.FieldRecall.Total)}</td><td class=\"num\">{Of(file.Score.Head.Right, file.Score.Head.Total)}</td><td class=\"num\">{wording.Count(file.Differences)}</td></tr>\n");
        }

        page.Add($"</tbody></table></div>\n");
        AddRest(page, summary.Overall.Files - Math.Min(MostFiles, summary.Files.Length));
        if (summary.FailureCount > 0)
        {
            AddFailures(page, summary);
        }

        return page.Add($"</section>\n");
    }

    private void AddFailures(Markup page, EvaluationSummary summary)
    {
        page.Add($"<div class=\"scroll\"><table><caption>{wording.Say(PageTexts.Failed)} ({wording.Count(summary.FailureCount)})</caption>\n<thead><tr><th scope=\"col\">{wording.Say(PageTexts.File)}</th><th scope=\"col\">{wording.Say(PageTexts.Reason)}</th></tr></thead>\n<tbody>\n");
        foreach (FailedFile failure in summary.Failures.Take(MostFiles))
        {
            page.Add($"<tr><td class=\"file\"><bdi>{failure.Name}</bdi></td><td><bdi>{wording.Say(failure.Reason)}</bdi> <span class=\"code\">{failure.Code}</span></td></tr>\n");
        }

        page.Add($"</tbody></table></div>\n");
        AddRest(page, summary.FailureCount - Math.Min(MostFiles, summary.Failures.Length));
    }

    private void AddRest(Markup page, long unlisted)
    {
        if (unlisted > 0)
        {
            page.Add($"<p class=\"note\">{wording.Say(PageTexts.More(wording.Count(unlisted)))}</p>\n");
        }
    }

    private string Of(int right, int total) => $"{wording.Count(right)}/{wording.Count(total)}";
}
