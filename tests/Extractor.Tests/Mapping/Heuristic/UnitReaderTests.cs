using Extractor.Mapping.Heuristic;

namespace Extractor.Tests.Mapping.Heuristic;

public class UnitReaderTests
{
    [Theory]
    [InlineData("Không = 0; Có = 1", 2)]
    [InlineData("Có: 1; Không: 0", 2)]
    [InlineData("0: trực tuyến; 1: phát phiếu; 2: kết hợp", 3)]
    [InlineData("Chưa có = 0 2 cấp = 1 3 cấp = 2", 3)]
    [InlineData("(0 = Không, 1 = Có)", 2)]
    [InlineData("Có/Không", 2)]
    [InlineData("Đạt/Chưa đạt", 2)]
    public void Counts_the_coded_answers_that_a_unit_lists(string unit, int options) =>
        Assert.Equal(options, UnitReader.CountOptions(unit));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("Hồ sơ")]
    [InlineData("Người/năm")]
    [InlineData("Thời điểm: 15")]
    [InlineData("Tỷ lệ: 97,5")]
    public void Other_texts_list_none(string unit) => Assert.Equal(0, UnitReader.CountOptions(unit));
}
