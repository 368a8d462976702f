using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Evaluation.Runs;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>What differs from the transcriptions, the most dangerous first.</summary>
internal sealed class DifferenceSection(Wording wording)
{
    private const int MostValues = 1000;
    private const int MostOthers = 200;
    private const int LongestText = 240;

    /// <summary>The section.</summary>
    public Markup Write(EvaluationSummary summary)
    {
        var page = new Markup();
        page.Add($"<section id=\"wrong\"><h2>{wording.Say(PageTexts.Wrong)}</h2>\n");
        if (summary.Differences.IsEmpty)
        {
            return page.Add($"<p class=\"empty\">✓ {wording.Say(PageTexts.NothingWrong)}</p>\n</section>\n");
        }

        page.Add($"<p class=\"note\">{wording.Say(PageTexts.WrongNote)}</p>\n");
        foreach (IGrouping<DifferenceKind, Difference> kind in summary.Differences.GroupBy(d => d.Kind))
        {
            page.Add($"{Table(kind.Key, [.. kind], summary.DifferenceCounts[kind.Key])}");
        }

        return page.Add($"</section>\n");
    }

    private Markup Table(DifferenceKind kind, ImmutableArray<Difference> differences, long count)
    {
        int most = kind == DifferenceKind.WrongValue ? MostValues : MostOthers;
        bool hasConfidence = kind is DifferenceKind.WrongValue or DifferenceKind.WrongCode;
        bool isIndicator = kind is DifferenceKind.WrongValue or DifferenceKind.MissingValue or DifferenceKind.MissingFact;
        var table = new Markup();
        table.Add($"<div class=\"scroll\"><table><caption>{wording.Say(DifferenceNames.Of(kind))} ({wording.Count(count)})</caption>\n<thead><tr><th scope=\"col\">{wording.Say(PageTexts.File)}</th>");
        table.Add($"<th scope=\"col\">{wording.Say(isIndicator ? PageTexts.Indicator : PageTexts.Place)}</th><th scope=\"col\">{wording.Say(PageTexts.Expected)}</th><th scope=\"col\">{wording.Say(PageTexts.Got)}</th>");
        if (hasConfidence)
        {
            table.Add($"<th scope=\"col\" class=\"num\">{wording.Say(PageTexts.Confidence)}</th><th scope=\"col\">{wording.Say(PageTexts.Quote)}</th>");
        }

        table.Add($"</tr></thead>\n<tbody>\n");
        foreach (Difference difference in differences.Take(most))
        {
            AddRow(table, difference, hasConfidence);
        }

        table.Add($"</tbody></table></div>\n");
        long unlisted = count - Math.Min(most, differences.Length);
        return unlisted > 0 ? table.Add($"<p class=\"note\">{wording.Say(PageTexts.More(wording.Count(unlisted)))}</p>\n") : table;
    }

    private void AddRow(Markup table, Difference difference, bool hasConfidence)
    {
        (string main, string detail) = PlaceOf(difference);
        table.Add($"<tr><td class=\"file\"><bdi>{Cut(difference.Report)}</bdi></td><td><bdi>{Cut(main)}</bdi>");
        if (detail.Length > 0)
        {
            table.Add($"<br><span class=\"code\">{Cut(detail)}</span>");
        }

        table.Add($"</td><td class=\"want\"><bdi>{OrDash(difference.Expected)}</bdi></td><td class=\"got\"><bdi>{OrDash(difference.Got)}</bdi></td>");
        if (hasConfidence)
        {
            table.Add($"<td class=\"num\">{(difference.Confidence is { } confidence ? wording.Decimal(confidence.Value) : "–")}</td>");
            table.Add($"<td><div class=\"quote\"><bdi>{Cut(difference.Quote)}</bdi>");
            if (difference.Page is { } page)
            {
                table.Add($" <span class=\"page\">{wording.Say(PageTexts.PageOf(page))}</span>");
            }

            table.Add($"</div></td>");
        }

        table.Add($"</tr>\n");
    }

    private (string Main, string Detail) PlaceOf(Difference difference) => difference switch
    {
        { Kind: DifferenceKind.NothingRead } => (wording.Say(PageTexts.Rows), ""),
        { Name.Length: > 0 } => (difference.Name, difference.Place),
        { Part.Length: > 0, Place.Length: > 0 } => (difference.Place, wording.Say(DifferenceNames.OfPart(difference.Part))),
        { Part.Length: > 0 } => (wording.Say(DifferenceNames.OfPart(difference.Part)), ""),
        _ => (difference.Place, ""),
    };

    private static string OrDash(string text) => text.Length == 0 ? "–" : Cut(text);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText].TrimEnd() + "…";
}
