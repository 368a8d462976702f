using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests;

/// <summary>A small transcription and a result that is wrong in one value of three.</summary>
internal static class EvaluatedReport
{
    public static GoldReport Gold { get; } = new(
        "made-up",
        [
            Row("1", "Số hồ sơ tiếp nhận", "12", "a.received", 12), Row("2", "Số hồ sơ giải quyết", "10", "a.resolved", 10),
            Row("3", "Số hộ nghèo", "7", null, 7), Row("4", "Số cuộc họp", "", "a.meetings", null),
        ],
        ImmutableDictionary<string, IndicatorValue>.Empty.Add("a.pending", new NumberValue(2)),
        ImmutableDictionary<string, IndicatorValue>.Empty,
        ImmutableDictionary<string, string>.Empty.Add("agency", "UBND xã A"),
        new ReportPeriod(PeriodKind.Year, 2023));

    public static ExtractionResult Result(FileFormat format) => new(
        new SchemaReference("made-up", 1),
        new DocumentInfo("a", new string('0', 64), format, 1, null),
        new ReportHead(
            Stated.Missing<string>(), new Stated<string>("UBND xã A", Confidence.Full, []), Stated.Missing<string>(), Stated.Missing<string>(),
            Stated.Missing<DateOnly?>(), new Stated<ReportPeriod>(new ReportPeriod(PeriodKind.Year, 2023), Confidence.Full, []),
            Stated.Missing<AdministrativeLevel?>(), Stated.Missing<string>(), Stated.Missing<string>(), new Stated<ImmutableArray<string>>([], Confidence.None, [])),
        [
            Field("a.received", 12, EvidenceSource.Table, 0.97), Field("a.resolved", 70, EvidenceSource.Table, 0.85), Field("a.pending", 2, EvidenceSource.Narrative, 0.6),
            Field("a.meetings", null, EvidenceSource.Table, 0.99),
        ],
        [
            Printed(0, "1", "Số hồ sơ tiếp nhận", "12", "a.received"), Printed(1, "2", "Số hồ sơ giải quyết", "70", "a.resolved"),
            Printed(2, "3", "Số hộ nghèo", "7", null), Printed(3, "4", "Số cuộc họp", "", "a.meetings"),
        ],
        [], [], new Coverage(null, 1, 4, 3, 1, []));

    private static GoldRow Row(string stt, string label, string value, string? code, decimal? truth) =>
        new(stt, "", label, "Hồ sơ", value, "", code, [], truth is { } number ? new NumberValue(number) : null);

    private static ResultRow Printed(int row, string stt, string label, string value, string? code) =>
        new(0, row, null, null, stt, "", label, "Hồ sơ", value, "", code, new Confidence(0.9));

    private static Field Field(string code, decimal? value, EvidenceSource source, double confidence)
    {
        NumberValue? number = value is { } figure ? new NumberValue(figure) : null;
        return new Field(
            code, $"Chỉ tiêu {code}", ValueKind.Count, "dossier", number, $"{value}", value is null ? FieldStatus.Blank : FieldStatus.Reported, new Confidence(confidence),
            [new Evidence(source, number, $"{value}", 3, null, new Confidence(confidence))], [], [], []);
    }
}
