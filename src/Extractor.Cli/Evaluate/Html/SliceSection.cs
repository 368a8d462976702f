using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Whether confidences can be relied on in each part of the cases, not only on the whole.</summary>
internal sealed class SliceSection(Wording wording)
{
    private const int MostReports = 100;

    // Where the bar of an error ends: twice the largest error allowed.
    private const double BarEnd = 2 * SliceFigures.LargestError;
    private const double BarWidth = 104;

    /// <summary>The section.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        var page = new Markup();
        page.Add($"<section id=\"slices\"><h2>{wording.Say(PageTexts.Slices)}</h2>\n<p class=\"note\">{wording.Say(PageTexts.SlicesNote)}</p>\n");
        page.Add($"<div class=\"scroll\"><table><thead><tr><th scope=\"col\"></th>");
        foreach (string heading in new[] { PageTexts.Cases, PageTexts.Accuracy, PageTexts.MeanConfidence }.Select(wording.Say).Concat(["Brier", "ECE"]))
        {
            page.Add($"<th scope=\"col\" class=\"num\">{heading}</th>");
        }

        page.Add($"<th scope=\"col\"></th><th scope=\"col\">{wording.Say(PageTexts.Verdict)}</th></tr></thead>\n");
        foreach (IGrouping<SliceDimension, SliceFigures> dimension in summary.Slices.GroupBy(s => s.Dimension))
        {
            page.Add($"{Rows(dimension.Key, [.. dimension])}");
        }

        return page.Add($"</table></div>\n</section>\n");
    }

    private Markup Rows(SliceDimension dimension, SliceFigures[] slices)
    {
        var rows = new Markup();
        rows.Add($"<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"8\">{wording.Say(SliceNames.Of(dimension))}");
        if (NoteOn(dimension) is { } note)
        {
            rows.Add($"<span class=\"note\">{wording.Say(note)}</span>");
        }

        rows.Add($"</th></tr>\n");
        foreach (SliceFigures slice in slices.Take(MostReports))
        {
            rows.Add($"<tr><td><bdi>{wording.Say(SliceNames.Of(slice))}</bdi></td><td class=\"num\">{wording.Count(slice.Figures.Count)}</td><td class=\"num\">{wording.Percent(slice.Figures.Accuracy)}</td>");
            rows.Add($"<td class=\"num\">{wording.Decimal(slice.Figures.MeanConfidence)}</td><td class=\"num\">{wording.Fine(slice.Figures.BrierScore)}</td><td class=\"num\">{wording.Decimal(slice.Figures.ExpectedCalibrationError)}</td>");
            rows.Add($"<td>{Bar(slice)}</td><td>{Marks.Of(slice.IsCalibrated, wording)}</td></tr>\n");
        }

        if (slices.Length > MostReports)
        {
            rows.Add($"<tr><td colspan=\"8\" class=\"note\">{wording.Say(PageTexts.More(wording.Count(slices.Length - MostReports)))}</td></tr>\n");
        }

        return rows.Add($"</tbody>\n");
    }

    private static LocalText? NoteOn(SliceDimension dimension) => dimension switch
    {
        SliceDimension.Rows => PageTexts.RowsNote,
        SliceDimension.Status => PageTexts.StatusNote,
        _ => null,
    };

    private static Markup Bar(SliceFigures slice)
    {
        double width = Math.Min(1, slice.Figures.ExpectedCalibrationError / BarEnd) * BarWidth;
        string style = slice.IsCalibrated switch { true => "good", false => "bad", null => "none" };
        return new Markup().Add(
            $"<svg class=\"bar\" viewBox=\"0 0 104 12\" aria-hidden=\"true\"><rect class=\"track\" y=\"2\" width=\"104\" height=\"8\" rx=\"2\"/><rect class=\"{style}\" y=\"2\" width=\"{width}\" height=\"8\" rx=\"2\"/><line class=\"limit\" x1=\"52\" x2=\"52\" y1=\"0\" y2=\"12\"/></svg>");
    }
}
