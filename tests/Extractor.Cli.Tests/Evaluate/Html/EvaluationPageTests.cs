using System.Text.RegularExpressions;
using System.Xml.Linq;
using Extractor.Cli.Evaluate;
using Extractor.Cli.Evaluate.Html;
using Extractor.Evaluation.Reliability;
using Extractor.Evaluation.Runs;
using Extractor.Models;
using Extractor.Tests;

namespace Extractor.Cli.Tests.Evaluate.Html;

public partial class EvaluationPageTests
{
    private const string UpdateVariable = "EXTRACTOR_UPDATE_GOLDENS";
    private static readonly DateTimeOffset Moment = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(UserLanguage.Vietnamese, "small.vi.golden.html")]
    [InlineData(UserLanguage.English, "small.en.golden.html")]
    public void A_small_evaluation_looks_as_it_did(UserLanguage language, string golden)
    {
        string actual = new EvaluationPage(language).Body(Summary(), "Title", "folder", Moment).ToString();

        string path = Path.Combine(Path.Combine(Repository.Fixtures, "evaluation"), golden);
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Goldens_are_not_being_rewritten() => Assert.Null(Environment.GetEnvironmentVariable(UpdateVariable));

    [Fact]
    public void A_page_needs_nothing_but_itself()
    {
        string page = Page(Summary());

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.All(References().Matches(page), reference => Assert.StartsWith("\"#", reference.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_is_whole_and_every_link_leads_somewhere()
    {
        string markup = new EvaluationPage(UserLanguage.English).Body(Summary(), "Title", "folder", Moment).ToString();

        XElement body = XElement.Parse(markup.Replace("<br>", "<br/>", StringComparison.Ordinal));

        HashSet<string> ids = [.. body.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.All(body.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.Equal(3, body.Descendants("figure").Count());
    }

    [Fact]
    public void Names_and_quotes_are_never_markup()
    {
        const string Hostile = "</title></style><script>x</script>\"'><img src=x onerror=y>";
        ExtractionResult result = EvaluatedReport.Result(FileFormat.Docx);
        result = result with
        {
            Fields = [.. result.Fields.Select(f => f with { Name = Hostile, Raw = Hostile, Evidence = [.. f.Evidence.Select(e => e with { Text = Hostile })] })],
            Rows = [.. result.Rows.Select(r => r with { Value = Hostile, Note = Hostile, Code = Hostile })],
            Report = result.Report with { Agency = new Stated<string>(Hostile, Confidence.Full, []) },
            Schema = new SchemaReference(Hostile, 1),
        };
        var run = new EvaluationRun();
        run.Add(Hostile, Hostile, EvaluatedReport.Gold with { Id = Hostile, Rows = [.. EvaluatedReport.Gold.Rows.Select(r => r with { Note = "x", Stt = Hostile })] }, result);
        run.AddFailure(Hostile, Hostile, new LocalText(Hostile, Hostile));

        string page = new EvaluationPage(UserLanguage.Vietnamese).Write(run.Summarise(), Hostile, Moment);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(StyleEnds().Matches(page));
        Assert.Contains("&lt;script&gt;x", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_compared_is_a_page_too()
    {
        string page = Page(new EvaluationRun().Summarise());

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_drawing_of_many_thresholds_stays_small_and_ends_with_the_last()
    {
        RiskPoint[] curve = [.. Enumerable.Range(0, 50_000).Select(i => new RiskPoint(1 - (i / 100_000.0), (i + 1) / 50_000.0, i + 1, i / 1000))];

        string drawing = new RiskPlot(new Wording(UserLanguage.English)).Draw([.. curve], curve[500], "x").ToString();

        Assert.True(drawing.Length < 30_000, $"{drawing.Length} characters");
        Assert.Equal(curve[^1], RiskCurves.Thin([.. curve], 400)[^1]);
        Assert.InRange(RiskCurves.Thin([.. curve], 400).Length, 390, 401);
    }

    [Fact]
    public void Figures_are_written_as_each_language_does()
    {
        var vi = new Wording(UserLanguage.Vietnamese);
        var en = new Wording(UserLanguage.English);

        Assert.Equal(("1.234.567", "0,950", "99,95 %"), (vi.Count(1_234_567), vi.Decimal(0.95), vi.Percent(0.9995)));
        Assert.Equal(("1,234,567", "0.950", "99.95 %"), (en.Count(1_234_567), en.Decimal(0.95), en.Percent(0.9995)));
        Assert.Equal(("99.99 %", "0.01 %", "100 %", "0 %"), (en.Percent(0.999999), en.Percent(0.000001), en.Percent(1), en.Percent(0)));
    }

    private static EvaluationSummary Summary()
    {
        var run = new EvaluationRun();
        run.Add("a.docx", ".docx", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Docx));
        run.Add("a.scan.pdf", ".scan.pdf", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Pdf) with { Rows = [], Fields = [] });
        run.AddFailure("b.pdf", "encrypted", new LocalText("Tệp có mật khẩu.", "The file has a password."));
        return run.Summarise();
    }

    private static string Page(EvaluationSummary summary) => new EvaluationPage(UserLanguage.English).Write(summary, "folder", Moment);

    [GeneratedRegex("(?:href|src)=(\"[^\"]*\")", RegexOptions.NonBacktracking)]
    private static partial Regex References();

    [GeneratedRegex("</style>", RegexOptions.NonBacktracking)]
    private static partial Regex StyleEnds();
}
