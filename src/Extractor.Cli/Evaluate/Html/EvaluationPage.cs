using System.Reflection;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>The evaluation as one page for people: no script, nothing outside the file.</summary>
internal sealed class EvaluationPage(UserLanguage language)
{
    private readonly Wording _wording = new(language);

    /// <summary>The page.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="folder">Name of the folder that was compared.</param>
    /// <param name="moment">When.</param>
    public string Write(EvaluationSummary summary, string folder, DateTimeOffset moment)
    {
        string title = _wording.Say(PageTexts.Title);
        var page = new Markup();
        page.Add($"<!DOCTYPE html>\n<html lang=\"{_wording.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n");

        // Should a name in the data ever slip through, the browser still runs and loads nothing.
        page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Add($"<title>{title} – {folder}</title>\n<style>\n{Markup.Trusted(StyleSheet())}</style>\n</head>\n<body>\n{Body(summary, title, folder, moment)}</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>What the page shows.</summary>
    internal Markup Body(EvaluationSummary summary, string title, string folder, DateTimeOffset moment)
    {
        var body = new Markup();
        body.Add($"<main>\n<header><h1>{title}</h1><p><bdi>{_wording.Say(PageTexts.MeasuredOn(folder, _wording.Moment(moment)))}</bdi></p>\n<nav>");
        body.Add($"<a href=\"#summary\">{_wording.Say(PageTexts.Summary)}</a><a href=\"#wrong\">{_wording.Say(PageTexts.Wrong)}</a><a href=\"#slices\">{_wording.Say(PageTexts.Slices)}</a>");
        body.Add($"<a href=\"#plots\">{_wording.Say(PageTexts.Plots)}</a><a href=\"#files\">{_wording.Say(PageTexts.Files)}</a><a href=\"#terms\">{_wording.Say(PageTexts.Terms)}</a></nav>\n</header>\n");
        body.Add($"{new SummarySection(_wording).Write(summary)}{new DifferenceSection(_wording).Write(summary)}{new SliceSection(_wording).Write(summary)}");
        body.Add($"{new PlotSection(_wording).Write(summary)}{new FileSection(_wording).Write(summary)}{new TermSection(_wording).Write()}</main>\n");
        return body;
    }

    private static string StyleSheet()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style sheet is missing in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
