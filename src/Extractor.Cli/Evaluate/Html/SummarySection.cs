using Extractor.Evaluation;
using Extractor.Evaluation.Reliability;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>What an office needs to know first: how much is right, and how much of it can be taken over without a look.</summary>
internal sealed class SummarySection(Wording wording)
{
    // What a release has to reach on reports that were not fitted to.
    private const double LeastUntouched = 0.85;
    private const double LargestError = 0.02;
    private const double LeastSeparation = 0.95;
    private const double LeastForeign = 0.95;

    private static readonly LocalText Nothing = new("", "");

    /// <summary>The section.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        var page = new Markup();
        page.Add($"<section id=\"summary\"><h2>{wording.Say(PageTexts.Summary)}</h2>\n<p class=\"lead\">{Verdict(summary.Overall)}</p>\n");
        return page.Add($"{Cards(summary)}{new RenderingTable(wording).Write(summary)}</section>\n");
    }

    private string Verdict(RenderingFigures figures)
    {
        ReliabilityFigures all = figures.Reliability;
        string compared = wording.Say(PageTexts.Compared(
            wording.Count(figures.Files), wording.Count(all.Right), wording.Count(all.Count), wording.Percent(all.Accuracy)));
        if (figures.Untouched is not { } passing)
        {
            return $"{compared} {wording.Say(PageTexts.NonePasses)}";
        }

        string untouched = wording.Say(PageTexts.Passing(
            wording.Percent(passing.Coverage), wording.Short(passing.Threshold), wording.Count(passing.Wrong), wording.Count(passing.Taken)));
        string remaining = passing.Taken == all.Count
            ? ""
            : wording.Say(PageTexts.Remaining(
                wording.Count(all.Count - passing.Taken), wording.Count(all.Count - all.Right - passing.Wrong)));
        return $"{compared} {untouched} {remaining}".TrimEnd();
    }

    private Markup Cards(EvaluationSummary summary)
    {
        RenderingFigures all = summary.Overall;
        var cards = new Markup();
        cards.Add($"<dl class=\"cards\">\n");
        AddShare(cards, PageTexts.Values, all.Score.FieldPrecision, null);
        AddShare(cards, PageTexts.Found, all.Score.FieldRecall, null);
        AddShare(cards, PageTexts.RowCodes, all.Score.Codes, null);
        if (summary.ForeignRows.Total > 0)
        {
            AddShare(cards, PageTexts.ForeignRows, summary.ForeignRows, LeastForeign);
        }

        double coverage = all.Untouched?.Coverage ?? 0;
        LocalText from = all.Untouched is { } passing ? PageTexts.FromConfidence(wording.Short(passing.Threshold)) : Nothing;
        AddCard(cards, PageTexts.Untouched, wording.Percent(coverage), from, PageTexts.AtLeast(wording.Percent(LeastUntouched)), coverage >= LeastUntouched);
        double error = all.Reliability.ExpectedCalibrationError;
        string brier = $"Brier {wording.Fine(all.Reliability.BrierScore)}";
        AddCard(
            cards, PageTexts.CalibrationError, wording.Decimal(error), new LocalText(brier, brier), PageTexts.AtMost(wording.Short(LargestError)),
            error <= LargestError);
        if (all.AreaUnderCurve is { } area)
        {
            AddCard(cards, PageTexts.Separation, wording.Decimal(area), Nothing, PageTexts.AtLeast(wording.Short(LeastSeparation)), area >= LeastSeparation);
        }
        else
        {
            AddCard(cards, PageTexts.Separation, "–", PageTexts.NotMeasurable, null, null);
        }

        return cards.Add($"</dl>\n");
    }

    private void AddShare(Markup cards, LocalText name, Share share, double? target) => AddCard(
        cards, name, wording.Percent(share.Value), PageTexts.OfAll(wording.Count(share.Right), wording.Count(share.Total)),
        target is { } least ? PageTexts.AtLeast(wording.Percent(least)) : null, target is { } bound ? share.Value >= bound : null);

    private void AddCard(Markup cards, LocalText name, string figure, LocalText detail, LocalText? target, bool? isMet)
    {
        cards.Add($"<div class=\"card\"><dt>{wording.Say(name)}</dt><dd class=\"figure\">{figure}</dd><dd class=\"detail\">{wording.Say(detail)}</dd>");
        if (target is not null && isMet is { } met)
        {
            cards.Add($"<dd class=\"detail\">{Marks.Of(met, wording)} {wording.Say(target)}</dd>");
        }

        cards.Add($"</div>\n");
    }
}
