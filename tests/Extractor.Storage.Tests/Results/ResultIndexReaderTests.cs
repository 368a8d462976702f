using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extractor.Models;
using Extractor.Storage.Results;
using FsCheck.Xunit;

namespace Extractor.Storage.Tests.Results;

public class ResultIndexReaderTests
{
    private static readonly ImmutableArray<Evidence> InTable =
    [
        new Evidence(EvidenceSource.Table, new NumberValue(479), "479", 9, new Box(1, 2, 3, 4), Confidence.Full) { Table = 2, Row = 35, Column = 3 },
        new Evidence(EvidenceSource.Narrative, new NumberValue(479), "479 hồ sơ", 1, null, Confidence.Full) { Paragraph = 12, Start = 3, Length = 9 },
    ];

    private static readonly ExtractionResult Result = new(
        new SchemaReference("cchc", 3),
        new DocumentInfo("Báo cáo \"quý\" II.docx", new string('a', 64), FileFormat.Docx, 9, null),
        new ReportHead(
            Said("BÁO CÁO\nKết quả"), Said("UBND xã Yên Trạch"), Stated.Missing<string>(), Said("282/BC-UBND"),
            new(new DateOnly(2023, 6, 15), Confidence.Full, InTable), new(new ReportPeriod(PeriodKind.Quarter, 2023, 2), Confidence.Full, InTable),
            new(AdministrativeLevel.Commune, Confidence.Full, []), Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<ImmutableArray<string>>()),
        [
            FieldOf("a.received", new NumberValue(479.5m), FieldStatus.Reported, InTable) with { Item = new FieldItem("đơn vị", "Xã A", ["Huyện B", "Tỉnh C"]) },
            FieldOf("a.rate", new RatioValue(10, 20), FieldStatus.Reported, [.. InTable.Reverse()]),
            FieldOf("a.blank", null, FieldStatus.Blank, []) with { Item = new FieldItem("đơn vị", "Xã A", []) },
        ],
        [],
        [new Finding("R01#0", "R01", Severity.Error, "", []), new Finding("R07#0", "R07", Severity.Warning, "", [])],
        [new Warning("text.layer", ""), new Warning("report.unrelated", "")],
        new Coverage(null, 1, 24, 21, 0, []));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_lists_and_series_are_made_from_is_read(bool isIndented)
    {
        byte[] json = ExtractorJson.Serialize(Result, isIndented);

        ResultIndex index = ResultIndexReader.Read(json);

        Assert.Equivalent(
            new ResultIndex
            {
                Sha256 = new string('a', 64),
                Family = "cchc",
                SchemaVersion = 3,
                FileName = "Báo cáo \"quý\" II.docx",
                Format = FileFormat.Docx,
                Agency = "UBND xã Yên Trạch",
                Title = "BÁO CÁO\nKết quả",
                Number = "282/BC-UBND",
                IssuedOn = "2023-06-15",
                PeriodKind = PeriodKind.Quarter,
                PeriodYear = 2023,
                PeriodPart = 2,
                Level = AdministrativeLevel.Commune,
                Rows = 24,
                RowsMapped = 21,
                IsUnrelated = true,
            }, index with { Values = [], Findings = [] }, strict: true);
        Assert.Equal(
            [
                new IndexedValue("a.received", "Huyện B / Tỉnh C / Xã A", "479.5", FieldStatus.Reported, 0.5, EvidenceSource.Table, 9, 2, 35, 3, null),
                new IndexedValue("a.rate", null, "10/20", FieldStatus.Reported, 0.5, EvidenceSource.Narrative, 1, null, null, null, 12),
                new IndexedValue("a.blank", "Xã A", null, FieldStatus.Blank, 0.5, null, null, null, null, null, null),
            ], index.Values.AsEnumerable());
        Assert.Equal([new IndexedFinding("R01", Severity.Error), new IndexedFinding("R07", Severity.Warning)], index.Findings.AsEnumerable());
    }

    [Fact]
    public void A_month_is_the_part_of_its_period_and_what_is_not_stated_is_unknown()
    {
        ResultIndex monthly = Read(Result with { Report = Result.Report with { Period = new(new ReportPeriod(PeriodKind.Month, 2024, null, 11), Confidence.Full, []) } });
        ResultIndex silent = Read(Result with
        {
            Report = Result.Report with { Period = Stated.Missing<ReportPeriod>(), Agency = Stated.Missing<string>(), Level = new(null, Confidence.Full, []) },
            Warnings = [],
        });

        Assert.Equal((PeriodKind.Month, 2024, 11), (monthly.PeriodKind, monthly.PeriodYear, monthly.PeriodPart));
        Assert.Equal((null, null, null, null, null, false), (silent.PeriodKind, silent.PeriodYear, silent.PeriodPart, silent.Agency, silent.Level, silent.IsUnrelated));
    }

    [Fact]
    public void What_a_newer_version_says_besides_is_passed_over_wherever_it_stands()
    {
        JsonNode root = JsonNode.Parse(ExtractorJson.Serialize(Result))!;
        foreach (JsonObject part in Objects(root).ToList())
        {
            part.Insert(0, "before", JsonNode.Parse("""{"value":[{"code":1,"sha256":{}}],"kind":"none"}"""));
            part.Add("behind", JsonNode.Parse("""[["rows"],{"unread":[]},"\u0076alue",null,1e3]"""));
        }

        ResultIndex index = ResultIndexReader.Read(JsonSerializer.SerializeToUtf8Bytes(root));

        ResultIndex expected = Read(Result);
        Assert.Equal(expected.Values, index.Values.AsEnumerable());
        Assert.Equal(expected.Findings, index.Findings.AsEnumerable());
        Assert.Equivalent(expected with { Values = [], Findings = [] }, index with { Values = [], Findings = [] }, strict: true);
    }

    [Theory]
    [InlineData("[ 1, {\"a\": \"b\"} ]")]
    [InlineData("{ \"from\": 1 }")]
    [InlineData("true")]
    public void A_value_of_a_kind_this_version_does_not_know_is_kept_as_it_is_written(string written)
    {
        string json = Encoding.UTF8.GetString(ExtractorJson.Serialize(Result)).Replace("\"10/20\"", written, StringComparison.Ordinal);

        Assert.Equal(written, ResultIndexReader.Read(Encoding.UTF8.GetBytes(json)).Values[1].Value);
    }

    [Theory]
    [InlineData("schema", "family")]
    [InlineData("schema", "version")]
    [InlineData("document", "sha256")]
    [InlineData("document", "fileName")]
    [InlineData("document", "format")]
    [InlineData("report", null)]
    [InlineData("coverage", "rows")]
    [InlineData("coverage", "rowsMapped")]
    [InlineData("coverage", "unread")]
    [InlineData("warnings", null)]
    [InlineData("fields", null)]
    [InlineData("findings", null)]
    public void A_text_that_lacks_a_part_is_no_answer(string part, string? inside)
    {
        foreach (JsonNode? instead in (JsonNode?[])[null, JsonNode.Parse("true"), JsonNode.Parse("[[]]")])
        {
            JsonObject root = JsonNode.Parse(ExtractorJson.Serialize(Result))!.AsObject();
            JsonObject parent = inside is null ? root : root[part]!.AsObject();
            if (instead is null)
            {
                parent.Remove(inside ?? part);
            }
            else if (instead is not JsonArray || (inside ?? part) is not ("warnings" or "unread"))
            {
                parent[inside ?? part] = instead;
            }
            else
            {
                continue;
            }

            byte[] json = JsonSerializer.SerializeToUtf8Bytes(root);

            Assert.Throws<JsonException>(() => ResultIndexReader.Read(json));
        }
    }

    [Fact]
    public void A_text_cut_anywhere_or_with_something_behind_it_is_no_answer()
    {
        byte[] json = ExtractorJson.Serialize(Result);

        for (int length = 0; length < json.Length; length++)
        {
            byte[] cut = json[..length];
            Assert.ThrowsAny<JsonException>(() => ResultIndexReader.Read(cut));
        }

        byte[] more = [.. json, .. "{}"u8];
        Assert.ThrowsAny<JsonException>(() => ResultIndexReader.Read(more));
    }

    [Property(MaxTest = 3000)]
    public void Whatever_happens_to_its_bytes_a_text_is_an_answer_or_refused_by_name(int at, byte instead)
    {
        byte[] json = ExtractorJson.Serialize(Result);
        json[(int)((uint)at % json.Length)] = instead;

        Exception? thrown = Record.Exception(() => ResultIndexReader.Read(json));

        Assert.True(thrown is null or JsonException, thrown?.ToString());
    }

    private static ResultIndex Read(ExtractionResult result) => ResultIndexReader.Read(ExtractorJson.Serialize(result));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(property => Objects(property.Value)).Prepend(part),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private static Field FieldOf(string code, IndicatorValue? value, FieldStatus status, ImmutableArray<Evidence> evidence) =>
        new(code, code, ValueKind.Count, "hồ sơ", value, "479", status, new Confidence(0.5), evidence, [], [], []);

    private static Stated<string> Said(string text) => new(text, Confidence.Full, InTable);
}
