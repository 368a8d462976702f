using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Extractor.Tests.Values;

public class CellValueReaderTests
{
    [Theory]
    [InlineData(ValueKind.Count, "01", "1", "01")]
    [InlineData(ValueKind.Count, " 479 ", "479", "479")]
    [InlineData(ValueKind.Count, "1.234", "1234", "1.234")]
    [InlineData(ValueKind.Count, "1 234", "1234", "1 234")]
    [InlineData(ValueKind.Count, "1\u00A0234\u00A0567", "1234567", "1\u00A0234\u00A0567")]
    [InlineData(ValueKind.Count, "1,234,567", "1234567", "1,234,567")]
    [InlineData(ValueKind.Count, "４７９", "479", "４７９")]
    [InlineData(ValueKind.Count, "560 phiếu", "560", "560")]
    [InlineData(ValueKind.Count, "1048VB", "1048", "1048")]
    [InlineData(ValueKind.Count, "không", "0", "không")]
    [InlineData(ValueKind.Count, "Không phát sinh", "0", "Không phát sinh")]
    [InlineData(ValueKind.Count, "05 (năm)", "5", "05")]
    [InlineData(ValueKind.Count, "hai mươi lăm người", "25", "hai mươi lăm")]
    [InlineData(ValueKind.Count, "02 văn bản (Kế hoạch số 15/KH-UBND ngày 12/01/2024)", "2", "02")]
    [InlineData(ValueKind.Count, "Đã ban hành 05 văn bản", "5", "05")]
    [InlineData(ValueKind.Percent, "100%", "100", "100%")]
    [InlineData(ValueKind.Percent, "100", "100", "100")]
    [InlineData(ValueKind.Percent, "0,05%", "0.05", "0,05%")]
    [InlineData(ValueKind.Percent, "97.82%", "97.82", "97.82%")]
    [InlineData(ValueKind.Percent, "99, 75%", "99.75", "99, 75%")]
    [InlineData(ValueKind.Percent, "97.825%", "97.825", "97.825%")]
    [InlineData(ValueKind.Percent, "98,5 % (197/200)", "98.5", "98,5 %")]
    [InlineData(ValueKind.Ratio, "10/10", "10/10", "10/10")]
    [InlineData(ValueKind.Ratio, "10 / 12 phòng", "10/12", "10 / 12")]
    [InlineData(ValueKind.Count, "15/29 nhiệm vụ", "15/29", "15/29")]
    [InlineData(ValueKind.Money, "2.500", "2500", "2.500")]
    [InlineData(ValueKind.Money, "2,5 tỷ đồng", "2500", "2,5 tỷ đồng")]
    public void A_figure_is_read_and_quoted(ValueKind kind, string text, string value, string quote)
    {
        CellReading reading = Read(text, kind, kind == ValueKind.Money ? "Triệu đồng" : "");

        Assert.Equal(FieldStatus.Reported, reading.Status);
        Assert.Equal(value, Show(reading.Value));
        Assert.Equal(quote, text.Substring(reading.Start, reading.Length));
    }

    [Theory]
    [InlineData("", FieldStatus.Blank)]
    [InlineData(" \n", FieldStatus.Blank)]
    [InlineData("-", FieldStatus.NotReported)]
    [InlineData("–", FieldStatus.NotReported)]
    [InlineData("…", FieldStatus.NotReported)]
    [InlineData("...", FieldStatus.NotReported)]
    [InlineData("/", FieldStatus.NotReported)]
    [InlineData("x", FieldStatus.NotReported)]
    [InlineData("Đang trong hạn", FieldStatus.Unreadable)]
    [InlineData("27/4/2021", FieldStatus.Unreadable)]
    [InlineData("282/BC-UBND", FieldStatus.Unreadable)]
    [InlineData("Quý IV/2021", FieldStatus.Unreadable)]
    [InlineData("6 tháng đầu năm 2021", FieldStatus.Unreadable)]
    [InlineData("mức độ 3", FieldStatus.Unreadable)]
    [InlineData("- Tỷ lệ hồ sơ trực tuyến đạt 99,75%\n- Tỷ lệ hồ sơ mức độ 4 đạt 97.82%", FieldStatus.Unreadable)]
    [InlineData("- Tỷ lệ A: 99,75%\n- Tỷ lệ B: 97,82%", FieldStatus.Unreadable)]
    public void A_cell_without_a_figure_says_why(string text, FieldStatus status)
    {
        CellReading reading = Read(text, ValueKind.Count);

        Assert.Equal(status, reading.Status);
        Assert.Null(reading.Value);
        Assert.Equal(status == FieldStatus.Unreadable ? ["R36"] : [], reading.Issues.Select(i => i.Rule));
    }

    [Theory]
    [InlineData(ValueKind.Count, "1,234", "1234", "V02")]
    [InlineData(ValueKind.Percent, "97.82%", "97.82", "V01")]
    [InlineData(ValueKind.Count, "l0", "10", "V03")]
    [InlineData(ValueKind.Count, "khoảng 200", "200", "V04")]
    [InlineData(ValueKind.Count, "15/29", "15/29", "V05")]
    public void A_doubtful_figure_raises_an_issue_and_is_trusted_less(ValueKind kind, string text, string value, string rule)
    {
        CellReading reading = Read(text, kind);

        Assert.Equal(value, Show(reading.Value));
        Assert.Equal(rule, Assert.Single(reading.Issues).Rule);
        Assert.True(reading.Confidence.Value < Read("47", kind).Confidence.Value);
    }

    [Theory]
    [InlineData("Có = 1; Không = 0", "Có", 1)]
    [InlineData("Có=1; Không=0", "không", 0)]
    [InlineData("Không = 0 Có = 1", "Có", 1)]
    [InlineData("Có = 2; Không = 1", "Không", 1)]
    [InlineData("Có ban hành KH = 1 Không ban hành KH = 0", "Đã ban hành", 1)]
    [InlineData("Có ban hành KH = 1 Không ban hành KH = 0", "Chưa ban hành", 0)]
    [InlineData("Chưa có = 0 2 cấp = 1 3 cấp = 2", "3 cấp", 2)]
    [InlineData("Trực tuyến = 0; Phát phiếu = 1 Kết hợp = 2", "Phát phiếu", 1)]
    [InlineData("0: Chưa kết nối, 1: Đã kết nối", "Đã kết nối", 1)]
    [InlineData("Có = 1; Không = 0", "Có: x Không:", 1)]
    [InlineData("Có = 1; Không = 0", "☐ Có ☒ Không", 0)]
    [InlineData("Có = 1; Không = 0", "01", 1)]
    [InlineData("", "Có", 1)]
    public void Words_stand_for_the_options_printed_in_the_unit(string unit, string text, int code)
    {
        CellReading reading = Read(text, ValueKind.Boolean, unit);

        Assert.Equal(new NumberValue(code), reading.Value);
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void A_code_outside_the_options_is_reported_as_it_stands()
    {
        CellReading reading = Read("10", ValueKind.Enum, "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2");

        Assert.Equal(new NumberValue(10), reading.Value);
        Assert.Equal("R17", Assert.Single(reading.Issues).Rule);
    }

    [Theory]
    [InlineData("1. Cải cách A: 6\n2. Cải cách B: 01\n3. Đội ngũ cán bộ, công chức: 3", 10, "Cải cách A|Cải cách B|Đội ngũ cán bộ, công chức")]
    [InlineData("1. Đội ngũ cán bộ,\ncông chức: 6\n2. Tài chính\ncông: 01", 7, "Đội ngũ cán bộ, công chức|Tài chính công")]
    [InlineData("- Cấp huyện: 17 - Cấp xã: 02", 19, "Cấp huyện|Cấp xã")]
    [InlineData("Trực tiếp: 17 hồ sơ; trực tuyến: 1.202 hồ sơ", 1219, "Trực tiếp|trực tuyến")]
    [InlineData("18, trong đó: Cải cách thể chế: 6; Cải cách bộ máy: 12", 18, "Cải cách thể chế|Cải cách bộ máy")]
    [InlineData("Tổng số: 18, trong đó: Thể chế: 6; Bộ máy: 12", 18, "Thể chế|Bộ máy")]
    public void An_itemised_cell_gives_its_parts_and_their_sum(string text, int value, string labels)
    {
        CellReading reading = Read(text, ValueKind.Count);

        Assert.Equal(new NumberValue(value), reading.Value);
        Assert.Equal(labels, string.Join('|', reading.Parts.Select(p => p.Label)));
        Assert.Equal(value, reading.Parts.Sum(p => p.Value));
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void A_total_that_its_items_contradict_is_kept_with_an_issue()
    {
        CellReading reading = Read("20, trong đó: A: 6; B: 12", ValueKind.Count);

        Assert.Equal(new NumberValue(20), reading.Value);
        ReadingIssue issue = Assert.Single(reading.Issues);
        Assert.Equal(("R16", 20m, 18m), (issue.Rule, issue.Stated, issue.Derived));
    }

    [Fact]
    public void Nt_repeats_the_value_above_and_quotes_itself()
    {
        CellReading above = Read("306", ValueKind.Count);

        CellReading reading = CellValueReader.Read(new PlacedText("nt"), new CellContext(Indicator(ValueKind.Count), "", above));

        Assert.Equal(above.Value, reading.Value);
        Assert.Equal((0, 2), (reading.Start, reading.Length));
        Assert.Equal(FieldStatus.Unreadable, Read("nt", ValueKind.Count).Status);
    }

    [Fact]
    public void A_reading_is_no_surer_than_the_word_it_quotes()
    {
        var cell = new PlacedText("479 hồ sơ", [new PlacedWord(0, 3, 1, default, 0.6), new PlacedWord(4, 2, 1, default, 0.1)]);

        CellReading reading = CellValueReader.Read(cell, new CellContext(Indicator(ValueKind.Count), "", null));

        Assert.InRange(reading.Confidence.Value, 0.5, 0.6);
    }

    [Fact]
    public void A_note_supports_the_figure_its_items_add_up_to()
    {
        var note = new PlacedText("- Liên thông 2 cấp: LĐTBXH: 08 - Liên thông 3 cấp: NCC: 17 BTXH: 02");

        Assert.Equal([8m, 17m, 2m], NoteReader.Read(note, new NumberValue(27)).Select(p => p.Value));
        Assert.Empty(NoteReader.Read(note, new NumberValue(28)));
        Assert.Empty(NoteReader.Read(new PlacedText("02 kiêm nhiệm"), new NumberValue(21)));
        Assert.Empty(NoteReader.Read(new PlacedText("Kế hoạch số 61/KH-UBND"), new NumberValue(61)));
    }

    [Property(MaxTest = 5000)]
    public Property No_value_is_invented() =>
        Prop.ForAll(CellTexts.ToArbitrary(), text =>
        {
            foreach (ValueKind kind in Enum.GetValues<ValueKind>())
            {
                var context = new CellContext(Indicator(kind), "Có = 1; Không = 0", null);
                CellReading reading = CellValueReader.Read(new PlacedText(text), context);
                if ((reading.Value is null) == (reading.Status == FieldStatus.Reported)
                    || (reading.Value is not null
                        && !ValueDerivation.IsDerivable(reading.Value, text.Substring(reading.Start, reading.Length), context)))
                {
                    return false;
                }
            }

            return true;
        });

    [Property(MaxTest = 2000)]
    public bool Any_text_can_be_read(string? text) =>
        CellValueReader.Read(new PlacedText(text ?? ""), new CellContext(null, text ?? "", null)).Confidence.Value > 0;

    private static Gen<string> CellTexts { get; } =
        Gen.Elements("1", "0", "12", "999", "2021", ".", ",", " ", "%", "/", "-", ":", ";", "\n", "hồ sơ", "khoảng ", "trong đó", "(", ")", "không",
            "Có", "hai", "mươi", "lăm", "triệu", " đồng", "nt", "x", "O", "l", "A", "１", "\u00A0", "=", "số ")
            .ArrayOf().Select(string.Concat);

    private static CellReading Read(string text, ValueKind kind, string unit = "") =>
        CellValueReader.Read(new PlacedText(text), new CellContext(Indicator(kind), unit, null));

    private static Indicator Indicator(ValueKind kind)
    {
        ImmutableArray<IndicatorOption> options =
            kind is ValueKind.Boolean or ValueKind.Enum ? [new IndicatorOption(0, "Không"), new IndicatorOption(1, "Có")] : [];
        return new Indicator("a", null, kind, null, options, new LocalText("A", "A"), []);
    }

    private static string Show(IndicatorValue? value) => value switch
    {
        NumberValue number => number.Number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        RatioValue ratio => $"{ratio.Numerator}/{ratio.Denominator}",
        _ => "",
    };
}
