using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Tests.Mapping.Heuristic;

namespace Extractor.Tests.Mapping.Learned;

public class ForeignReaderTests
{
    private static readonly SchemaIndex Index = SchemaIndex.With(
        FamilyCatalog.Load("cchc"), [],
        [new ForeignWording("Thu ngân sách nhà nước trên địa bàn", ""), new ForeignWording("Phòng chuyên môn thuộc UBND phường", "Tổ chức bộ máy"), new ForeignWording("Số vụ", "Liên thông")]);

    [Fact]
    public void What_a_reviewed_form_printed_as_foreign_is_known() =>
        Assert.Equal(1, Known("Thu ngân sách nhà nước trên địa bàn")[RowFeature.KnownForeign], 0.05);

    [Fact]
    public void Other_rows_are_not()
    {
        Assert.Equal(0, Known("Số hồ sơ đã tiếp nhận")[RowFeature.KnownForeign]);
        Assert.Equal(0, Known("Số vụ")[RowFeature.KnownForeign]);
    }

    [Fact]
    public void What_is_foreign_of_a_commune_is_not_so_of_a_district()
    {
        Assert.True(Known("Phòng chuyên môn thuộc UBND phường")[RowFeature.KnownForeign] > 0.9);
        Assert.Equal(0, Known("Phòng chuyên môn thuộc UBND huyện")[RowFeature.KnownForeign]);
    }

    private static float[] Known(string label)
    {
        StatisticalRow row = OutlineRows.Row(0, "1", "", label);
        return LearnedRowMapper.ReadEvidence([new StatisticalTable(0, "", [row])], Index).Single(n => n.Row is not null).Evidence!.None;
    }
}
