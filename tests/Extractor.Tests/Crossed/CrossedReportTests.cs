using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Crossed;

/// <summary>The whole way on reports whose tables have indicators in the columns and items in the rows.</summary>
public sealed class CrossedReportTests
{
    public static TheoryData<string, string> Pages() => CrossedFixtures.Renderings(".docx", ".pdf", ".browser.pdf", ".txt");

    [Theory, MemberData(nameof(Pages))]
    public void A_report_reads_as_it_was_written(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(CrossedFixtures.Open(report, ending));

        ReportScore score = ReportScorer.Score(CrossedFixtures.Gold(report), result);

        string differences = string.Join('\n', score.Differences.Take(20));
        Assert.Equal(CrossedFixtures.FamilyOf(report), result.Schema.Family);
        Assert.True(score.RowRecall >= 1 && score.RowsExtra == 0, $"rows {score.RowRecall:0.000}, extra {score.RowsExtra}\n{differences}");
        Assert.True(score.Cells.Value >= 0.995, $"cells {score.Cells.Value:0.0000}\n{differences}");
        Assert.True(score.Codes.Value >= 0.995, $"codes {score.Codes.Value:0.000}\n{differences}");
        Assert.True(score.FieldF1 >= 0.995, $"fields {score.FieldF1:0.000}\n{differences}");
        Assert.True(score.Facts.Value >= 1, $"facts {score.Facts.Value:0.000}\n{differences}");
        Assert.Equal(result.Coverage.Rows, result.Rows.Length);
        Assert.Equal(0, result.Coverage.RowsForeign);
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_consistent_report_breaks_no_rule(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(CrossedFixtures.Open(report, ending));

        Assert.Empty(result.Findings.Select(f => f.Message));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_figure_of_an_item_points_at_its_own_cell(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(CrossedFixtures.Open(report, ending));

        foreach (Field field in result.Fields.Where(f => f.Item is not null))
        {
            Evidence place = field.Evidence[0];
            ResultRow row = Assert.Single(result.Rows, r => r.Table == place.Table && r.Row == place.Row);
            ResultCell cell = Assert.Single(Assert.NotNull(row.Cells), c => c.Column == place.Column);
            Assert.Equal(field.Item, row.Item);
            Assert.Equal((field.Code, field.Raw), (cell.Code, cell.Value));
            Assert.Equal(ending is ".pdf" or ".browser.pdf" && field.Raw.Length > 0, place.Page is not null);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Code_and_item_together_are_unique(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(CrossedFixtures.Open(report, ending));

        Assert.Equal(result.Fields.Length, result.Fields.DistinctBy(f => (f.Code, f.Item)).Count());
    }
}
