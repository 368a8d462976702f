using Extractor.Mapping;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Validation;
using Extractor.Validation.Findings;
using Extractor.Validation.Structure;

namespace Extractor.Tests.Validation;

/// <summary>Checks of the printed form hold, break, and abstain where nothing can be told.</summary>
public sealed class FormCheckTests
{
    [Theory]
    [InlineData("I 1 1.1 1.2 2 2.1 II 1 1.1", "")]
    [InlineData("1 1.1 1.1.1 1.1.2 1.2 2 2.1", "")]
    [InlineData("1. 1.1. 1.2. - - 1.3.", "")]
    [InlineData("2.3 2.4", "")]
    [InlineData("1 1.1 1.1", "1.1")]
    [InlineData("1 1.1 1.3", "1.3")]
    [InlineData("1 1.2", "1.2")]
    [InlineData("4 1.1 1.2", "1.1")]
    [InlineData("1 1.1 1.1.1 1.1.1. 1.1.2", "1.1.1")]
    public void Row_numbers_repeat_skip_and_stray(string numbers, string wrong)
    {
        RowChoice[] choices = [.. numbers.Split(' ').Select((stt, i) => new RowChoice(Row(i, stt), null, Confidence.Full, []))];

        IEnumerable<FindingDraft> findings = new NumberingCheck().Check(Content(choices: choices), Rule);

        Assert.Equal(wrong.Length == 0 ? [] : [wrong], findings.Select(f => f.Message.Vi.Split(' ')[Array.IndexOf(f.Message.Vi.Split(' '), "dòng") + 1]));
    }

    [Theory]
    [InlineData("Đại học: 10 người = 90,9%; Cao đẳng: 0 người = 0%; Trung cấp: 01 người = 9,1%.", 0)]
    [InlineData("Đại học: 10 người = 90,9%; Cao đẳng: 0 người = 10%; Trung cấp: 01 người = 9,1%.", 1)]
    [InlineData("Nam 12 người (chiếm 60%), nữ 08 người (chiếm 30%), đảng viên 15 người (chiếm 75%).", 1)]
    [InlineData("Mức độ 3: 399 hồ sơ đạt 99,75%, mức độ 4: 367 hồ sơ đạt 97,82%", 0)]
    [InlineData("Có 12 hồ sơ (chiếm 60%).", 0)]
    [InlineData("Trong 9 tháng có 100% cán bộ tham gia.", 0)]
    public void Shares_agree_with_their_counts(string sentence, int wrong) =>
        Assert.Equal(wrong, new SharesCheck().Check(Content(sentence), Rule).Count());

    [Theory]
    [InlineData("Đã ban hành 02 văn bản: Kế hoạch số 61/KH-UBND; Công văn số 15/UBND-VP.", 0)]
    [InlineData("Đã ban hành 03 văn bản: Kế hoạch số 61/KH-UBND; Công văn số 15/UBND-VP.", 1)]
    [InlineData("Đã ban hành 09 văn bản: Kế hoạch số 61/KH-UBND; Công văn số 15/UBND-VP…", 0)]
    [InlineData("Đã ban hành 09 văn bản chỉ đạo.", 0)]
    public void A_stated_number_of_documents_is_that_of_the_list(string sentence, int wrong) =>
        Assert.Equal(wrong, new DocumentsListedCheck().Check(Content(sentence), Rule).Count());

    [Theory]
    [InlineData("(Kèm theo Báo cáo số 12/BC-UBND ngày 15/12/2023 của UBND xã)", 0)]
    [InlineData("(Kèm theo Báo cáo số 13/BC-UBND ngày 15/12/2023 của UBND xã)", 1)]
    [InlineData("(Kèm theo Báo cáo số 12/BC-UBND ngày 16/12/2023 của UBND xã)", 1)]
    [InlineData("(Kèm theo Báo cáo số      /BC-UBND ngày    /12/2023 của UBND xã)", 0)]
    public void An_appendix_names_its_report(string caption, int wrong) =>
        Assert.Equal(wrong, new CaptionCheck().Check(Content(caption, Head(new DateOnly(2023, 12, 15))), Rule).Count());

    [Fact]
    public void A_table_of_another_year_is_told()
    {
        ReportContent content = Content(head: Head(new DateOnly(2023, 12, 15)));

        Assert.Empty(new CaptionCheck().Check(content with { Tables = [new StatisticalTable(0, "Kết quả năm 2023", [])] }, Rule));
        Assert.Empty(new CaptionCheck().Check(content with { Tables = [new StatisticalTable(0, "Năm 2022 so với năm 2023", [])] }, Rule));
        Assert.Single(new CaptionCheck().Check(content with { Tables = [new StatisticalTable(0, "KẾT QUẢ NĂM 2022", [])] }, Rule));
    }

    [Fact]
    public void A_report_is_dated_near_the_end_of_its_period()
    {
        Assert.Empty(new IssueDateCheck().Check(Content(head: Head(new DateOnly(2023, 12, 2))), Rule));
        Assert.Empty(new IssueDateCheck().Check(Content(head: Head(new DateOnly(2024, 1, 30))), Rule));
        Assert.Empty(new IssueDateCheck().Check(Content(head: Head(null)), Rule));
        Assert.Single(new IssueDateCheck().Check(Content(head: Head(new DateOnly(2023, 11, 30))), Rule));
    }

    private static SchemaRule Rule { get; } = new("S1", Severity.Warning, RuleKind.Structure, "numbering", 0, [], new LocalText("", ""));

    private static ReportHead Head(DateOnly? issued) => new(
        Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), new Stated<string>("12/BC-UBND", Confidence.Full, []),
        new Stated<DateOnly?>(issued, Confidence.Full, []), new Stated<ReportPeriod>(new ReportPeriod(PeriodKind.Year, 2023), Confidence.Full, []),
        new Stated<AdministrativeLevel?>(AdministrativeLevel.Commune, Confidence.Full, []), Stated.Missing<string>(), Stated.Missing<string>(),
        Stated.Missing<System.Collections.Immutable.ImmutableArray<string>>());

    private static ReportContent Content(string sentence = "", ReportHead? head = null, RowChoice[]? choices = null)
    {
        var document = new Document { Format = FileFormat.Docx, Blocks = [new TextBlock(new PlacedText(sentence), TextStyle.Plain)] };
        return new ReportContent(document, HeadText.Of(document), head ?? Head(null), [], [.. choices ?? []], []);
    }

    private static StatisticalRow Row(int row, string stt) => new()
    {
        Table = 0,
        Row = row,
        Stt = stt,
        Group = "",
        Label = new PlacedText("Chỉ tiêu"),
        Unit = PlacedText.Empty,
        Value = PlacedText.Empty,
        Note = PlacedText.Empty,
    };
}
