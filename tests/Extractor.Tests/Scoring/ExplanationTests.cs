using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Tests.Crossed;
using Extractor.Tests.Pipeline;
using Extractor.Validation;

namespace Extractor.Tests.Scoring;

public class ExplanationTests
{
    private const double Ceiling = 0.9999;

    private static readonly ExtractionRequest Explained = new() { Explain = true };

    public static TheoryData<string> Reports => [.. Fixtures.Reports];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_field_is_explained_only_on_request_and_nothing_else_changes(string report)
    {
        JsonNode plain = Json(TestPipeline.Shared.Extract(Fixtures.Open(report, ".docx")));
        JsonNode explained = Json(TestPipeline.Shared.Extract(Fixtures.Open(report, ".docx"), Explained));

        Assert.DoesNotContain("\"explanation\"", plain.ToJsonString(), StringComparison.Ordinal);
        Assert.All(explained["fields"]!.AsArray(), field => Assert.True(field!.AsObject().Remove("explanation")));
        Assert.True(JsonNode.DeepEquals(plain, explained));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_parts_give_the_confidence_of_the_field(string report) =>
        AssertParts(TestPipeline.Shared.Extract(Fixtures.Open(report, ".docx"), Explained));

    [Fact]
    public void The_parts_of_a_crossed_table_give_the_confidence_and_name_column_and_row()
    {
        ExtractionResult result = TestPipeline.Shared.Extract(CrossedFixtures.Open("xa-quy3", ".docx"), Explained);

        AssertParts(result);
        Assert.Contains(result.Fields, f => f.Item is not null && Names(f).Take(2).SequenceEqual(["columnTaken", "rowTaken"]));
    }

    [Fact]
    public void Fields_of_rows_and_of_prose_name_what_speaks_for_them()
    {
        Field[] fields = [.. Fixtures.Reports.SelectMany(r => TestPipeline.Shared.Extract(Fixtures.Open(r, ".docx"), Explained).Fields)];
        Field[] rows = [.. TestPipeline.Shared.Extract(NewForm(), Explained).Fields.Where(f => f.Evidence[0].Source == EvidenceSource.Table)];
        Field[] prose = [.. fields.Where(f => f.Evidence[0].Source == EvidenceSource.Narrative)];

        Assert.NotEmpty(rows);
        Assert.All(rows, f => Assert.Superset(new HashSet<string> { "leadAlone", "leadOverNone", "labelExplained" }, Names(f).ToHashSet()));
        Assert.Contains(rows, f => Names(f).Contains("leadOverNext"));
        Assert.Contains(rows, f => Names(f).Contains("needsPlace"));
        Assert.NotEmpty(prose);
        Assert.All(prose, f => Assert.Contains("statedInProse", Names(f)));
        Assert.All(fields, f => Assert.Equal(f.Evidence.Select(e => e.Value).Any(v => v is not null && v != f.Value), Names(f).Contains("placesDisagree")));
    }

    [Fact]
    public void The_texts_are_in_the_language_of_the_request()
    {
        SourceFile file = Fixtures.Open(Fixtures.Reports.First(), ".docx");
        ExplanationSignal[] vi = Signals(TestPipeline.Shared.Extract(file, Explained));
        ExplanationSignal[] en = Signals(TestPipeline.Shared.Extract(file, Explained with { Language = UserLanguage.English }));

        Assert.Equal(vi.Select(s => (s.Name, s.Value)), en.Select(s => (s.Name, s.Value)));
        Assert.All(vi.Zip(en), pair => Assert.NotEqual(pair.First.Text, pair.Second.Text));
        Assert.All(en, s => Assert.All(s.Text, c => Assert.True(char.IsAscii(c), s.Text)));
    }

    [Fact]
    public void What_speaks_against_a_value_is_negative_and_counted()
    {
        ConfidenceExplanation confidence = Model.Explain(
            Evidence(0.9, 0.8, new ConfidenceWitnesses(2, 3, new RuleSupport(1, 4, IsSuspect: true))) with { IsOdd = true },
            [new MappingSignal(SignalName.LeadOverNext, -0.25), new MappingSignal(SignalName.NeedsPlace, 1), new MappingSignal(SignalName.ColumnsLost, 0.5)]);

        Explanation written = ExplanationWriter.Write(confidence, UserLanguage.English);

        Assert.Equal(
            [
                ("leadOverNext", -0.25), ("needsPlace", -1), ("columnsLost", -1), ("placesAgree", 2), ("placesDisagree", -3), ("rulesHold", 1),
                ("rulesBroken", -4), ("suspect", -1), ("formFit", 1), ("rowsNearby", 0.97), ("oddFigure", -1),
            ],
            written.Signals.Select(s => (s.Name, s.Value)));
        Assert.Equal("The row fits this indicator no better than another one.", written.Signals[0].Text);
        Assert.Equal("Other places with another figure: 3.", written.Signals[4].Text);
        Assert.Equal(confidence.Confidence.Value, Combine(written.Parts), 4);
    }

    [Fact]
    public void A_row_a_reviewer_settled_is_explained_by_that_alone()
    {
        ConfidenceExplanation confidence = Model.Explain(
            Evidence(0.999, 1, default),
            [new MappingSignal(SignalName.FirstLead, -2), new MappingSignal(SignalName.Remembered, 1), new MappingSignal(SignalName.LeadOverNone, -1)]);

        Explanation written = ExplanationWriter.Write(confidence, UserLanguage.Vietnamese);

        Assert.Equal([("reviewed", 1), ("formFit", 1), ("rowsNearby", 0.97)], written.Signals.Select(s => (s.Name, s.Value)));
    }

    // The transcribed reports stand on forms that are remembered; nobody has reviewed this one.
    private static SourceFile NewForm() => new("report.txt", Encoding.UTF8.GetBytes(
        "BÁO CÁO\nCông tác cải cách hành chính năm 2022\n\nPhụ lục\nSTT Chỉ tiêu Đơn vị tính Số liệu Ghi chú\n"
        + string.Concat(FamilyCatalog.Load("cchc").Indicators.Where(i => i.Kind == ValueKind.Count).Take(60)
            .Select((i, n) => string.Create(CultureInfo.InvariantCulture, $"{n + 1} {i.Name.Vi} Văn bản {n + 40}\n")))));

    private static void AssertParts(ExtractionResult result)
    {
        Assert.NotEmpty(result.Fields);
        Assert.All(result.Fields, f => Assert.Equal(f.Confidence.Value, Combine(f.Explanation!.Parts), 4));
    }

    // As the contract describes it.
    private static double Combine(ExplanationParts parts)
    {
        double p = Math.Clamp(parts.Mapping * parts.Reading, 0.002, 0.998);
        double odds = p / (1 - p) * parts.Agreement * parts.Rules * parts.Calibration;
        return Math.Min(Ceiling, odds / (1 + odds));
    }

    private static ConfidenceModel Model => ConfidenceModelFile.ReadEmbedded();

    private static FieldEvidence Evidence(double mapping, double reading, ConfidenceWitnesses witnesses) => new(
        mapping, reading, IsProse: false, FieldStatus.Reported, IsOdd: false, AreColumnsLost: false, 0.97, new ReportTrust(FileFormat.Docx, [], 0), witnesses);

    private static IEnumerable<string> Names(Field field) => field.Explanation!.Signals.Select(s => s.Name);

    private static ExplanationSignal[] Signals(ExtractionResult result) => [.. result.Fields.SelectMany(f => f.Explanation!.Signals)];

    private static JsonNode Json(ExtractionResult result) => JsonNode.Parse(ExtractorJson.Serialize(result))!;
}
