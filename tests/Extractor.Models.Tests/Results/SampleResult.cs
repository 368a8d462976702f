namespace Extractor.Models.Tests.Results;

/// <summary>A small result made by hand that uses every part of the contract at least once.</summary>
internal static class SampleResult
{
    private static readonly FieldItem Land = new("field", "Đất đai", ["A. Cấp huyện"]);

    private static readonly Box Cell = new(402.1239, 310.5, 438.25, 324);

    public static ExtractionResult Create() => new(
        new SchemaReference("sample", 2),
        new DocumentInfo("báo cáo.pdf", new string('a', 64), FileFormat.Pdf, 44258, 19),
        new ReportHead(
            new Stated<string>("BÁO CÁO Công tác quý", new Confidence(0.99), [Prose("BÁO CÁO Công tác quý", null)]),
            new Stated<string>("UBND xã Minh Tân", Confidence.Full, [Prose("UBND XÃ MINH TÂN", null)]),
            Stated.Missing<string>(),
            new Stated<string>("12/BC-UBND", Confidence.Full, []),
            new Stated<DateOnly?>(new DateOnly(2022, 9, 5), Confidence.Full, []),
            new Stated<ReportPeriod>(new ReportPeriod(PeriodKind.NineMonths, 2022), Confidence.Full, []),
            new Stated<AdministrativeLevel?>(AdministrativeLevel.Commune, Confidence.Full, []),
            Stated.Missing<string>(),
            Stated.Missing<string>(),
            new Stated<System.Collections.Immutable.ImmutableArray<string>>(["Như trên;", "Lưu: VT."], Confidence.Full, [])),
        [
            new Field(
                "sample.received", "Số hồ sơ tiếp nhận", ValueKind.Count, "dossier", new NumberValue(1479), "1.479", FieldStatus.Reported,
                new Confidence(0.998123), [TableEvidence(), Prose("1479", new NumberValue(1479))],
                [new Alternative("sample.solved", new NumberValue(0), new Confidence(0.001))],
                [new Part("Thủ tục A", 6), new Part("Thủ tục B", 0.5m)], ["R01#1"]),
            new Field(
                "sample.ratio", "Tỷ lệ", ValueKind.Ratio, "unit", new RatioValue(10, 10), "10/10", FieldStatus.Reported,
                Confidence.Full, [], [], [], []),
            new Field(
                "sample.blank", "Để trống", ValueKind.Percent, "percent", null, "-", FieldStatus.NotReported, Confidence.Full, [], [], [], []),
            new Field(
                "sample.received", "Số hồ sơ tiếp nhận", ValueKind.Count, "dossier", new NumberValue(40), "40", FieldStatus.Reported,
                Confidence.Full, [], [], [], ["R02#1"]) { Item = Land },
        ],
        [
            new ResultRow(0, 35, 9, Cell, "3.3.1", "Trong đó", "Số hồ sơ tiếp nhận", "Hồ sơ", "1.479", "", "sample.received", Confidence.Full),
            new ResultRow(0, 36, null, null, "", "", "Dòng khác", "", "", "ghi chú", null, new Confidence(0.5)),
            new ResultRow(1, 4, null, null, "1", "", "Đất đai", "", "", "", null, new Confidence(0.9))
            {
                Item = Land,
                Cells = [new ResultCell(2, "sample.received", "40", Confidence.Full), new ResultCell(3, null, "", new Confidence(0.5))],
            },
        ],
        [
            new Finding(
                "R01#1", "R01", Severity.Error, "1479 ≠ 478 + 1000", ["sample.received"], 1479, 1478, new Repair("sample.received", 1478)),
            new Finding("R02#1", "R02", Severity.Error, "Đất đai: 40 ≠ 41", ["sample.received"], 40, 41, new Repair("sample.received", 41) { Item = Land })
            {
                Item = Land,
            },
            new Finding("cell.unit#1", "cell.unit", Severity.Info, "Đơn vị lạ", []),
        ],
        [new Warning("text.legacyEncoding", "Bảng mã TCVN3 đã được chuyển.", 3), new Warning("xref.rebuilt", "Rebuilt.")],
        new Coverage(19, 1, 2, 1, 1, [new UnreadPart(4, "noTextLayer", "Trang chỉ có hình.")]));

    /// <summary>The same result as somebody gets it who asked why.</summary>
    public static ExtractionResult Explained()
    {
        ExtractionResult result = Create();
        var explanation = new Explanation(
            new ExplanationParts(0.95, 0.99, 4, 0.9, 1.2), [new ExplanationSignal("placesAgree", 1, "Số nơi khác nêu cùng số liệu: 1.")]);
        return result with { Fields = result.Fields.SetItem(0, result.Fields[0] with { Explanation = explanation }) };
    }

    private static Evidence TableEvidence() => new(EvidenceSource.Table, new NumberValue(1479), "1.479", 9, Cell, new Confidence(0.9))
    {
        Table = 0,
        Row = 35,
        Column = 3,
    };

    private static Evidence Prose(string text, IndicatorValue? value) => new(EvidenceSource.Narrative, value, text, null, null, Confidence.Full)
    {
        Paragraph = 4,
        Start = 12,
        Length = text.Length,
    };
}
