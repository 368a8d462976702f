using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>The plots, each with a sentence that says how to read it.</summary>
internal sealed class PlotSection(Wording wording)
{
    /// <summary>The section.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        var reliability = new ReliabilityPlot(wording);
        var page = new Markup();
        page.Add($"<section id=\"plots\"><h2>{wording.Say(PageTexts.Plots)}</h2>\n<div class=\"plots\">\n");
        AddFigure(page, PlotTexts.Reliability, reliability.Draw(summary.Bins, wording.Say(PlotTexts.Reliability)), PlotTexts.ReliabilityCaption);
        AddFigure(page, PlotTexts.Upper, reliability.Draw(summary.UpperBins, wording.Say(PlotTexts.Upper)), PlotTexts.UpperCaption);
        AddFigure(
            page, PlotTexts.RiskCurve,
            new RiskPlot(wording).Draw(summary.RiskCurve, summary.Overall.Untouched, wording.Say(PlotTexts.RiskCurve)), PlotTexts.RiskCaption);
        return page.Add($"</div></section>\n");
    }

    private void AddFigure(Markup page, LocalText title, Markup drawing, LocalText caption) =>
        page.Add($"<figure><h3>{wording.Say(title)}</h3>\n{drawing}<figcaption>{wording.Say(caption)}</figcaption></figure>\n");
}
