using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class FormulaLabelTests
{
    private static readonly ImmutableArray<StatisticalRow> Rows =
        [Row("16", "Tổng số hồ sơ toàn trình"), Row("17", "Hồ sơ nộp trực tuyến"), Row("(18)", "Tỷ lệ (17)/(16) (%)"), Row("9", "Số văn bản"), Row("2025", "Số khác")];

    [Theory]
    [InlineData("Tỷ lệ (17)/(16) (%)", "Tỷ lệ Hồ sơ nộp trực tuyến Tổng số hồ sơ toàn trình")]
    [InlineData("Tỷ lệ (17/16)", "Tỷ lệ Hồ sơ nộp trực tuyến Tổng số hồ sơ toàn trình")]
    [InlineData("Tỷ lệ (18=17/16)", "Tỷ lệ Hồ sơ nộp trực tuyến Tổng số hồ sơ toàn trình")]
    public void The_rows_a_formula_names_stand_for_their_numbers(string label, string written) =>
        Assert.Equal(written, FormulaLabel.WriteOut(Row("18", label), Rows));

    [Theory]
    [InlineData("Tỷ lệ (17)/(99)")]
    [InlineData("Tỷ lệ sử dụng văn bản điện tử (17/16)%")]
    [InlineData("Hồ sơ nhận đến 9/2025")]
    [InlineData("Văn bản theo Nghị định 16/2025/NĐ-CP (bản điện tử)")]
    [InlineData("Số hồ sơ (trực tiếp/trực tuyến)")]
    public void Other_labels_stay(string label) => Assert.Equal(label, FormulaLabel.WriteOut(Row("18", label), Rows));

    private static StatisticalRow Row(string number, string label) => new()
    {
        Table = 0,
        Row = 0,
        Stt = number,
        Group = "",
        Label = new PlacedText(label),
        Unit = new PlacedText(""),
        Value = new PlacedText(""),
        Note = new PlacedText(""),
    };
}
