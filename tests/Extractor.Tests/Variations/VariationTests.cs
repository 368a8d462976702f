using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Variations;

/// <summary>Reports nobody has seen: known forms with other figures, numbering, wording, sections, rows and agencies.</summary>
public class VariationTests
{
    private const int SeedsPerForm = 8;

    public static TheoryData<string> Forms() => [.. Fixtures.Reports];

    [Theory, MemberData(nameof(Forms))]
    public void A_varied_word_file_reads_as_it_was_written(string form)
    {
        ReportScore total = Enumerable.Range(1, SeedsPerForm)
            .Select(seed => ReportVariation.Vary(Fixtures.Gold(form), seed))
            .Select(report => Score(report, new SourceFile("report.docx", WordWriter.Write(report))))
            .Aggregate((a, b) => a.Add(b));

        string differences = string.Join('\n', total.Differences);
        Assert.True(total.RowRecall == 1 && total.RowsExtra == 0, $"rows {total.RowRecall:0.000}, extra {total.RowsExtra}\n{differences}");
        Assert.True(total.Cells.Value >= 0.999, $"cells {total.Cells.Value:0.0000}\n{differences}");
        Assert.True(total.Codes.Value >= 0.985, $"codes {total.Codes.Value:0.000}\n{differences}");
        Assert.True(total.FieldF1 >= 0.985, $"fields {total.FieldF1:0.000}\n{differences}");
        Assert.True(total.Head.Value >= 0.98, $"head {total.Head.Value:0.000}\n{differences}");
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_varied_report_printed_by_LibreOffice_reads_as_it_was_written(string form)
    {
        VariedReport[] reports = [.. Enumerable.Range(21, 3).Select(seed => ReportVariation.Vary(Fixtures.Gold(form), seed))];
        List<byte[]> pdfs = Printing.ByLibreOffice([.. reports.Select(WordWriter.Write)]);

        ReportScore total = reports.Zip(pdfs, (report, pdf) => Score(report, new SourceFile("report.pdf", pdf))).Aggregate((a, b) => a.Add(b));

        AssertPdf(total);
    }

    public static TheoryData<string, string> Styles()
    {
        var cases = new TheoryData<string, string>();
        string[] styles =
        [
            "{ border-collapse: collapse } td, th { border: 1px solid black; padding: 2px }",
            "{ border-collapse: separate; border-spacing: 2px; border: 1px solid #888 } td, th { border: 1px dotted #444 }",
            "{ border-collapse: collapse } td, th { border-bottom: 1px solid black; padding: 3px 6px } th { background: #ddd }",
            "{ border-collapse: collapse } td, th { padding: 3px 14px; vertical-align: top } ",
            "{ border-collapse: collapse } td, th { padding: 6px 8px } @page { size: A4 landscape }",
            "{ border-collapse: collapse } td, th { padding: 3px 8px } thead { display: table-row-group }",
        ];
        foreach (string form in Fixtures.Reports)
        {
            foreach (string style in styles)
            {
                cases.Add(form, style);
            }
        }

        return cases;
    }

    [Theory, MemberData(nameof(Styles))]
    public void A_varied_report_printed_by_a_browser_reads_as_it_was_written(string form, string style)
    {
        VariedReport report = ReportVariation.Vary(Fixtures.Gold(form), 31 + style.Length);

        byte[] pdf = Printing.ByChromium(HtmlWriter.Write(report, style));

        AssertPdf(Score(report, new SourceFile("report.pdf", pdf)));
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_table_without_rules_or_padding_is_divided_by_what_its_lines_say(string form)
    {
        VariedReport report = ReportVariation.Vary(Fixtures.Gold(form), 51);
        const string style = "{ border-collapse: collapse } td, th { padding: 0 8px; line-height: 1.5; vertical-align: top }";

        ReportScore score = Score(report, new SourceFile("report.pdf", Printing.ByChromium(HtmlWriter.Write(report, style))));

        // Nothing but the words tells where a row ends, and some names go on with a capital letter.
        string differences = string.Join('\n', score.Differences);
        Assert.True(score.RowRecall >= 0.95 && score.RowsExtra <= 5, $"rows {score.RowRecall:0.000}, extra {score.RowsExtra}\n{differences}");
        Assert.True(score.Cells.Value >= 0.94, $"cells {score.Cells.Value:0.0000}\n{differences}");
        Assert.True(score.FieldF1 >= 0.93, $"fields {score.FieldF1:0.000}\n{differences}");
    }

    [Theory, MemberData(nameof(Forms))]
    public void The_text_layer_of_a_varied_report_reads_as_it_was_written(string form)
    {
        VariedReport report = ReportVariation.Vary(Fixtures.Gold(form), 41);
        byte[] pdf = Printing.ByLibreOffice([WordWriter.Write(report)])[0];

        // Without the option pdftotext prints fragments of columns in an order that tells nothing of the rows.
        ReportScore total = Score(report, new SourceFile("report.txt", Printing.AsText(pdf, "-layout")));

        string differences = string.Join('\n', total.Differences);
        Assert.True(total.RowRecall >= 0.95, $"rows {total.RowRecall:0.000}, extra {total.RowsExtra}\n{differences}");
        Assert.True(total.FieldF1 >= 0.9, $"fields {total.FieldF1:0.000}\n{differences}");
    }

    private static void AssertPdf(ReportScore score)
    {
        string differences = string.Join('\n', score.Differences);
        Assert.True(score.RowRecall >= 0.995 && score.RowsExtra <= 1, $"rows {score.RowRecall:0.000}, extra {score.RowsExtra}\n{differences}");
        Assert.True(score.Cells.Value >= 0.995, $"cells {score.Cells.Value:0.0000}\n{differences}");
        Assert.True(score.FieldF1 >= 0.97, $"fields {score.FieldF1:0.000}\n{differences}");
        Assert.True(score.Head.Value >= 0.85, $"head {score.Head.Value:0.000}\n{differences}");
    }

    private static ReportScore Score(VariedReport report, SourceFile file)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(file);
        ReportScore score = ReportScorer.Score(report.Gold, result);
        return score with { Differences = [.. score.Differences.Select(d => d with { Report = $"{report}" })] };
    }
}
