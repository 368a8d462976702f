using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class PlacedContrastsTests
{
    private static readonly SchemaIndex Index = SchemaIndex.With(FamilyCatalog.Load("cchc"), [], []);
    private static readonly int Level = Slot("level");

    [Fact]
    public void Labels_that_repeat_beside_groups_of_two_levels_state_these()
    {
        List<RowNode> rows = Outline(
            ("", [("1", "Quận", "Hồ sơ nhận trực tiếp"), ("2", "Quận", "Hồ sơ nhận qua bưu chính"), ("3", "Phường", "Hồ sơ nhận trực tiếp"), ("4", "Phường", "Hồ sơ nhận qua bưu chính")]));

        Assert.All(rows, row => Assert.True(StatesLevel(row)));
        Assert.Equal(rows[0].Contrasts[Level], rows[1].Contrasts[Level]);
        Assert.Equal(rows[2].Contrasts[Level], rows[3].Contrasts[Level]);
        Assert.NotEqual(rows[0].Contrasts[Level], rows[2].Contrasts[Level]);
    }

    [Fact]
    public void Appendices_of_two_levels_with_the_same_labels_state_these_and_a_third_one_does_not()
    {
        List<RowNode> rows = Outline(
            ("Phụ lục I. Số liệu chung của UBND huyện", [("1", "", "Tổng biên chế được giao"), ("2", "", "Số văn bản đến")]),
            ("Phụ lục II. Giải quyết thủ tục tại cấp huyện", [("1", "", "Số thủ tục áp dụng"), ("2", "", "Hồ sơ nhận trực tiếp"), ("3", "", "Thư xin lỗi")]),
            ("Phụ lục III. Giải quyết thủ tục tại cấp xã", [("1", "", "Số thủ tục áp dụng"), ("2", "", "Hồ sơ nhận trực tiếp")]));

        Assert.Equal([false, false, true, true, true, true, true], rows.Select(StatesLevel));
    }

    [Fact]
    public void A_group_of_one_level_alone_states_nothing()
    {
        List<RowNode> rows = Outline(("", [("1", "Phường", "Hồ sơ nhận trực tiếp"), ("2", "Phường", "Hồ sơ nhận qua bưu chính"), ("3", "", "Hồ sơ nhận trực tiếp")]));

        Assert.All(rows, row => Assert.False(StatesLevel(row)));
    }

    private static bool StatesLevel(RowNode row) => ((row.Stated & ~row.Inherited) >> Level & 1) != 0;

    private static int Slot(string name) => Enumerable.Range(0, Index.Contrasts.Contrasts.Length).Single(slot => Index.Contrasts.Contrasts[slot].Name == name);

    private static List<RowNode> Outline(params (string Caption, (string Stt, string Group, string Label)[] Rows)[] tables)
    {
        int row = 0;
        ImmutableArray<StatisticalTable> printed =
            [.. tables.Select((t, i) => new StatisticalTable(i, t.Caption, [.. t.Rows.Select(r => OutlineRows.Row(row++, r.Stt, r.Group, r.Label, i))]))];
        return [.. RowOutline.Build(printed, Index, CancellationToken.None).Where(node => node.Row is not null)];
    }
}
