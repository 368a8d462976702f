using Extractor.Cli.Extract;
using Extractor.Models;

namespace Extractor.Cli.Tests.Extract;

public sealed class ResultTableTests
{
    [Fact]
    public void The_table_lines_up_with_vietnamese_letters_in_any_unicode_form()
    {
        string text = Render(Sample(), width: null);

        Assert.Equal(
            """
            báo cáo.pdf
            UBND xã Minh Tân · 12/BC-UBND · 2022-09-05
            Mã        Chỉ tiêu                       Số liệu  Tin cậy  Trang
            a.count   Số hồ sơ đã tiếp nhận             1479    0.998      9
            a.long_1  Tỷ lệ giải quyết trước hạn       97.82    0.500       
            a.ratio   Phần trăm thủ tục mức độ 3, 4    10/10    1.000       
            a.blank   Chỉ tiêu để trống                    -    1.000       
            ! Trang 4: Trang chỉ có hình.
            4 chỉ tiêu; 3/5 dòng nhận ra; 0 phát hiện; 1 phần chưa đọc


            """.ReplaceLineEndings("\n").Normalize(),
            text.Normalize());
    }

    [Fact]
    public void On_a_narrow_screen_names_are_cut_and_figures_never()
    {
        string[] lines = Render(Sample(), width: 48).Split('\n');

        Assert.All(lines[2..7], line => Assert.True(line.Normalize().Length <= 48, line));
        Assert.Contains("…", lines[3], StringComparison.Ordinal);
        Assert.Contains("1479    0.998      9", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_items_stand_under_the_item_they_are_about()
    {
        ExtractionResult sample = Sample();
        Field whole = sample.Fields[0];
        var land = new FieldItem("field", "Đất đai", ["Cấp huyện"]);

        string[] lines = Render(sample with { Fields = [whole, whole with { Item = land }, sample.Fields[1] with { Item = land }] }, width: null).Split('\n');

        Assert.StartsWith("a.count", lines[3], StringComparison.Ordinal);
        Assert.Equal("— Cấp huyện › Đất đai", lines[4]);
        Assert.StartsWith("a.count", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("a.long_1", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_doubtful_lines_are_coloured_and_only_when_asked()
    {
        string[] coloured = [.. Render(Sample(), width: null, useColour: true).Split('\n').Where(line => line.Contains('\u001B', StringComparison.Ordinal))];

        Assert.Contains("a.long_1", Assert.Single(coloured), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', Render(Sample(), width: null));
    }

    [Fact]
    public void A_result_without_fields_says_so()
    {
        ExtractionResult sample = Sample();

        string text = Render(sample with { Fields = [] }, width: null);

        Assert.Contains(Texts.NoFields.Vi, text, StringComparison.Ordinal);
    }

    private static string Render(ExtractionResult result, int? width, bool useColour = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new ResultTable(UserLanguage.Vietnamese, width, useColour).Write(writer, "báo cáo.pdf", result);
        return writer.ToString();
    }

    private static ExtractionResult Sample() => new(
        new SchemaReference("sample", 1),
        new DocumentInfo("báo cáo.pdf", new string('0', 64), FileFormat.Pdf, 1, 5),
        new ReportHead(
            Stated.Missing<string>(), Known("UBND xã Minh Tân"), Stated.Missing<string>(), Known("12/BC-UBND"),
            new Stated<DateOnly?>(new DateOnly(2022, 9, 5), Confidence.Full, []), Stated.Missing<ReportPeriod>(),
            Stated.Missing<AdministrativeLevel?>(), Stated.Missing<string>(), Stated.Missing<string>(),
            Stated.Missing<System.Collections.Immutable.ImmutableArray<string>>()),
        [
            Field("a.count", "Số hồ sơ đã tiếp nhận", new NumberValue(1479), 0.998, page: 9),
            // The name stands here with its marks apart from their letters.
            Field("a.long_1", "Tỷ lệ giải quyết trước hạn".Normalize(System.Text.NormalizationForm.FormD), new NumberValue(97.82m), 0.5),
            Field("a.ratio", "Phần trăm thủ tục mức độ 3, 4", new RatioValue(10, 10), 1),
            Field("a.blank", "Chỉ tiêu để trống", null, 1),
        ],
        [], [], [], new Coverage(5, 1, 5, 3, 2, [new UnreadPart(4, "noTextLayer", "Trang chỉ có hình.")]));

    private static Stated<string> Known(string value) => new(value, Confidence.Full, []);

    private static Field Field(string code, string name, IndicatorValue? value, double confidence, int? page = null) => new(
        code, name, ValueKind.Count, null, value, "", value is null ? FieldStatus.NotReported : FieldStatus.Reported, new Confidence(confidence),
        [new Evidence(EvidenceSource.Table, value, "", page, null, Confidence.Full)], [], [], []);
}
