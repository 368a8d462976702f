using Extractor.Evaluation;
using Extractor.Evaluation.Reliability;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Tests.Evaluation.Runs;

public class EvaluationRunTests
{
    [Fact]
    public void Every_slice_holds_the_cases_it_names()
    {
        var run = new EvaluationRun();
        run.Add("a.docx", ".docx", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Docx));
        run.Add("a.pdf", ".pdf", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Pdf));

        EvaluationSummary summary = run.Summarise();

        Assert.Equal([".docx", ".pdf"], summary.Renderings.Select(r => r.Name));
        Assert.Equal((2, 6, 4), (summary.Overall.Files, summary.Overall.Reliability.Count, summary.Overall.Reliability.Right));
        Assert.Equal((3, 2), CountOf(summary, SliceDimension.Format, "docx"));
        Assert.Equal((6, 4), CountOf(summary, SliceDimension.Report, "made-up"));
        Assert.Equal((4, 2), CountOf(summary, SliceDimension.Source, "table"));
        Assert.Equal((2, 2), CountOf(summary, SliceDimension.Source, "narrative"));
        Assert.Equal((2, 2), CountOf(summary, SliceDimension.Status, "blank"));
        Assert.Equal((2, 2), CountOf(summary, SliceDimension.Rows, "foreign"));
        Assert.Equal((6, 6), CountOf(summary, SliceDimension.Rows, "mapped"));
        Assert.Equal((2, 0), CountOf(summary, SliceDimension.ConfidenceBand, "0.8–0.9"));
        Assert.Equal(new Share(2, 2), summary.ForeignRows);
    }

    [Fact]
    public void Cases_of_one_dimension_add_up_to_all_cases()
    {
        var run = new EvaluationRun();
        run.Add("a.docx", ".docx", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Docx));

        EvaluationSummary summary = run.Summarise();

        SliceDimension[] ofValues = [SliceDimension.Format, SliceDimension.Family, SliceDimension.Kind, SliceDimension.Source, SliceDimension.ConfidenceBand, SliceDimension.Report];
        Assert.All(ofValues, d => Assert.Equal(summary.Overall.Reliability.Count, summary.Slices.Where(s => s.Dimension == d).Sum(s => s.Figures.Count)));
        Assert.Equal(summary.Overall.Reliability.Count, summary.Bins.Sum(b => b.Count));
        Assert.Equal(summary.Overall.Reliability.Count, (int)summary.RiskCurve[^1].Taken);
    }

    [Fact]
    public void Wrong_values_come_first_with_what_was_read_where()
    {
        var run = new EvaluationRun();
        run.Add("a.docx", ".docx", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Docx));

        Difference worst = run.Summarise().Differences[0];

        Assert.Equal((DifferenceKind.WrongValue, "a.docx", "a.resolved", "10", "70"), (worst.Kind, worst.Report, worst.Place, worst.Expected, worst.Got));
        Assert.Equal((0.85, "70", 3), (worst.Confidence!.Value.Value, worst.Quote, worst.Page));
    }

    [Fact]
    public void A_slice_is_judged_only_on_enough_cases()
    {
        Assert.Null(Slice(299, 0).IsCalibrated);
        Assert.True(Slice(300, 0.05).IsCalibrated);
        Assert.False(Slice(300, 0.051).IsCalibrated);

        static SliceFigures Slice(int count, double error) => new(SliceDimension.Kind, "count", new ReliabilityFigures(count, count, 1, error, 0));
    }

    [Fact]
    public void A_field_without_a_value_is_wrong_where_the_transcription_has_one()
    {
        ExtractionResult result = EvaluatedReport.Result(FileFormat.Docx);
        result = result with { Fields = [result.Fields[0] with { Value = null, Status = FieldStatus.Blank }] };

        Assert.False(ReportScorer.Score(EvaluatedReport.Gold, result).Fields.Single().IsRight);
    }

    [Fact]
    public void A_file_of_which_nothing_was_read_is_named_once()
    {
        var run = new EvaluationRun();
        run.Add("a.scan.pdf", ".scan.pdf", EvaluatedReport.Gold, EvaluatedReport.Result(FileFormat.Pdf) with { Rows = [], Fields = [] });

        Difference only = Assert.Single(run.Summarise().Differences);

        Assert.Equal((DifferenceKind.NothingRead, "4"), (only.Kind, only.Expected));
        Assert.Equal(0, run.Summarise().Overall.Score.FieldRecall.Right);
    }

    [Fact]
    public void What_is_kept_does_not_grow_with_the_reports()
    {
        var run = new EvaluationRun();
        ExtractionResult result = EvaluatedReport.Result(FileFormat.Docx);
        for (int i = 0; i < 1500; i++)
        {
            run.Add($"{i}.docx", ".docx", EvaluatedReport.Gold with { Id = $"report {i}" }, result);
            run.AddFailure($"{i}.pdf", "damaged", new LocalText("hỏng", "damaged"));
        }

        EvaluationSummary summary = run.Summarise();

        Assert.Equal((1500, 1500L), (summary.Overall.Files, summary.FailureCount));
        Assert.Equal(1500, summary.DifferenceCounts[DifferenceKind.WrongValue]);
        Assert.All([summary.Files.Length, summary.Failures.Length, summary.Differences.Count(d => d.Kind == DifferenceKind.WrongValue)], kept => Assert.Equal(1000, kept));
        SliceFigures[] reports = [.. summary.Slices.Where(s => s.Dimension == SliceDimension.Report)];
        Assert.Equal((1001, 1500 * 3), (reports.Length, reports.Sum(r => r.Figures.Count)));
        Assert.Empty(summary.Overall.Score.Fields);
    }

    private static (int, int) CountOf(EvaluationSummary summary, SliceDimension dimension, string key)
    {
        SliceFigures slice = summary.Slices.Single(s => s.Dimension == dimension && s.Key == key);
        return (slice.Figures.Count, slice.Figures.Right);
    }
}
