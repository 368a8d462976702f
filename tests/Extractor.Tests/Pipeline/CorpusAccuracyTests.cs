using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Pipeline;

/// <summary>The whole way on the transcribed reports: what a release has to reach in each rendering.</summary>
public class CorpusAccuracyTests
{
    public static TheoryData<string, string> Renderings()
    {
        var cases = new TheoryData<string, string>();
        foreach (string report in Fixtures.Reports)
        {
            foreach (string ending in new[] { ".docx", ".pdf", ".browser.pdf", ".txt" }.Where(e => File.Exists(Fixtures.PathOf(report, e))))
            {
                cases.Add(report, ending);
            }
        }

        return cases;
    }

    [Theory, MemberData(nameof(Renderings))]
    public void A_report_reads_as_it_was_transcribed(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));

        ReportScore score = ReportScorer.Score(Fixtures.Gold(report), result);

        (double rows, int extra, double cells, double codes, double fields, double head) = ending switch
        {
            ".docx" => (1, 0, 0.999, 0.985, 0.99, 1),
            ".txt" => (0.97, 3, 0.95, 0.95, 0.96, 0.8),
            _ => (1.0, 0, 0.997, 0.985, 0.99, 1),
        };
        string differences = string.Join('\n', score.Differences);
        Assert.True(score.RowRecall >= rows, $"row recall {score.RowRecall:0.000}\n{differences}");
        Assert.True(score.RowsExtra <= extra, $"{score.RowsExtra} extra rows\n{differences}");
        Assert.True(score.Cells.Value >= cells, $"cells {score.Cells.Value:0.0000}\n{differences}");
        Assert.True(score.Codes.Value >= codes, $"codes {score.Codes.Value:0.000}\n{differences}");
        Assert.True(score.FieldF1 >= fields, $"fields {score.FieldF1:0.000}\n{differences}");
        Assert.True(score.Facts.Value >= 1, $"facts {score.Facts.Value:0.000}\n{differences}");
        Assert.True(score.Head.Value >= head, $"head {score.Head.Value:0.000}\n{differences}");
    }
}
