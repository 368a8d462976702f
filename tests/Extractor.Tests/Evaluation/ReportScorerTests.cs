using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Evaluation;

public class ReportScorerTests
{
    private static readonly GoldReport Gold = new(
        "made-up",
        [Row("1", "Số hồ sơ tiếp nhận", "12", "a.received", 12), Row("2", "Số hồ sơ giải quyết", "10", "a.resolved", 10), Row("3", "Số hộ nghèo", "7", null, 7)],
        ImmutableDictionary<string, IndicatorValue>.Empty.Add("a.pending", new NumberValue(2)),
        ImmutableDictionary<string, IndicatorValue>.Empty,
        ImmutableDictionary<string, string>.Empty.Add("agency", "Ủy ban nhân dân xã A"),
        new ReportPeriod(PeriodKind.Year, 2023));

    [Fact]
    public void A_right_result_scores_one_everywhere()
    {
        ReportScore score = ReportScorer.Score(Gold, Result(Right));

        Assert.Equal((3, 3, 0), (score.Rows, score.RowsFound, score.RowsExtra));
        Assert.Equal(1, score.Cells.Value);
        Assert.Equal(1, score.Codes.Value);
        Assert.Equal(1, score.FieldF1);
        Assert.Equal(1, score.Facts.Value);
        Assert.Equal(1, score.Head.Value);
        Assert.Empty(score.Differences);
    }

    [Fact]
    public void A_lost_row_costs_recall_and_an_invented_one_is_counted()
    {
        ReportScore lost = ReportScorer.Score(Gold, Result([Right[0], Right[2]]));
        ReportScore invented = ReportScorer.Score(Gold, Result([.. Right, Right[0] with { Label = "Dòng không có trong biểu" }]));

        Assert.Equal(2, lost.RowsFound);
        Assert.Contains(lost.Differences, d => d.ToString().StartsWith("row missing | 2", StringComparison.Ordinal));
        Assert.Equal(1, invented.RowsExtra);
    }

    [Fact]
    public void A_wrong_code_value_or_cell_is_named()
    {
        ReportScore score = ReportScorer.Score(Gold, Result([Right[0] with { Code = "a.resolved" }, Right[1] with { Value = "11" }, Right[2]]));

        Assert.Equal(2, score.Codes.Right);
        Assert.Contains(score.Differences, d => d.ToString().StartsWith("code | 1", StringComparison.Ordinal));
        Assert.Contains(score.Differences, d => d.ToString().StartsWith("cell value | 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_of_an_unknown_code_costs_precision()
    {
        ExtractionResult result = Result(Right);
        Field invented = result.Fields[0] with { Code = "a.other" };

        ReportScore score = ReportScorer.Score(Gold, result with { Fields = result.Fields.Add(invented) });

        Assert.Equal(new Share(3, 4), score.FieldPrecision);
        Assert.Equal(1, score.FieldRecall.Value);
    }

    [Fact]
    public void Calibration_error_is_the_gap_between_confidence_and_outcome()
    {
        var score = new ReportScore { Fields = [Judged(true), Judged(false)] };

        Assert.Equal(0.45, score.Reliability.ExpectedCalibrationError, 6);
        Assert.Equal(((0.05 * 0.05) + (0.95 * 0.95)) / 2, score.Reliability.BrierScore, 6);

        static FieldJudgement Judged(bool isRight) => new(0.95, isRight, ValueKind.Count, FieldStatus.Reported, EvidenceSource.Table);
    }

    private static readonly ImmutableArray<ResultRow> Right =
    [
        Printed(0, "1", "Số hồ sơ tiếp nhận", "12", "a.received"), Printed(1, "2", "Số hồ sơ giải quyết", "10", "a.resolved"),
        Printed(2, "3", "Số hộ nghèo", "7", null),
    ];

    private static GoldRow Row(string stt, string label, string value, string? code, decimal truth) =>
        new(stt, "", label, "Hồ sơ", value, "", code, [], new NumberValue(truth));

    private static ResultRow Printed(int row, string stt, string label, string value, string? code) =>
        new(0, row, null, null, stt, "", label, "Hồ sơ", value, "", code, new Confidence(0.9));

    private static ExtractionResult Result(ImmutableArray<ResultRow> rows) => new(
        new SchemaReference("made-up", 1),
        new DocumentInfo("a.txt", new string('0', 64), FileFormat.Txt, 1, null),
        new ReportHead(
            Stated.Missing<string>(), new Stated<string>("UBND xã A", Confidence.Full, []), Stated.Missing<string>(), Stated.Missing<string>(),
            Stated.Missing<DateOnly?>(), new Stated<ReportPeriod>(new ReportPeriod(PeriodKind.Year, 2023), Confidence.Full, []),
            Stated.Missing<AdministrativeLevel?>(), Stated.Missing<string>(), Stated.Missing<string>(), new Stated<ImmutableArray<string>>([], Confidence.None, [])),
        [Field("a.received", 12, EvidenceSource.Table), Field("a.resolved", 10, EvidenceSource.Table), Field("a.pending", 2, EvidenceSource.Narrative)],
        rows, [], [], new Coverage(null, 1, rows.Length, 2, 1, []));

    private static Field Field(string code, decimal value, EvidenceSource source) => new(
        code, code, ValueKind.Count, "dossier", new NumberValue(value), "", FieldStatus.Reported, new Confidence(0.9),
        [new Evidence(source, new NumberValue(value), "", null, null, new Confidence(0.9))], [], [], []);
}
