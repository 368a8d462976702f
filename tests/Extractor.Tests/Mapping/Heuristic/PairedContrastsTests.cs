using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class PairedContrastsTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");
    private static readonly SchemaIndex Index = SchemaIndex.For(Schema);
    private static readonly int Level = Index.Contrasts.Contrasts.Select((c, slot) => (c.Name, slot)).Single(c => c.Name == "level").slot;

    [Fact]
    public void A_single_word_states_a_level_where_the_form_pairs_its_rows()
    {
        List<RowNode> nodes = Read("Thư xin lỗi - quận", "Thư xin lỗi - phường", "BCCI của quận", "BCCI của phường", "Hồ sơ tiếp nhận - phường");

        Assert.Equal(nodes[0].Contrasts[Level], nodes[2].Contrasts[Level]);
        Assert.NotEqual(0UL, nodes[1].Contrasts[Level]);
        Assert.NotEqual(nodes[0].Contrasts[Level], nodes[1].Contrasts[Level]);
        Assert.Equal(nodes[1].Contrasts[Level], nodes[4].Contrasts[Level]);
    }

    [Fact]
    public void Where_nothing_is_paired_the_word_only_names_who_reports()
    {
        List<RowNode> nodes = Read("Thư xin lỗi - phường", "Hồ sơ tiếp nhận - phường", "Văn bản phường ban hành");

        Assert.All(nodes, node => Assert.Equal(0UL, node.Contrasts[Level]));
    }

    [Fact]
    public void A_word_inside_a_label_states_nothing_even_where_others_are_paired()
    {
        List<RowNode> nodes = Read("Thư xin lỗi - quận", "Thư xin lỗi - phường", "BCCI - quận", "BCCI - phường", "Công chức chuyển đến phường khác");

        Assert.Equal(0UL, nodes[4].Contrasts[Level]);
    }

    [Fact]
    public void Rows_of_a_group_stand_under_the_row_in_front_of_it_however_they_are_numbered()
    {
        StatisticalRow[] rows = [OutlineRows.Row(0, "50", "", "Tiếp nhận trực tiếp"), OutlineRows.Row(1, "51", "Chia ra", "Quận"), OutlineRows.Row(2, "52", "Chia ra", "Phường"), OutlineRows.Row(3, "53", "", "Tiếp nhận qua bưu chính")];

        List<RowNode> nodes = RowOutline.Build([new StatisticalTable(0, "", [.. rows])], Index, CancellationToken.None);

        Assert.Equal([-1, 0, 0, -1], nodes.Select(n => n.Parent));
    }

    [Fact]
    public void A_row_that_is_part_of_the_one_above_stands_under_it_however_it_is_numbered()
    {
        StatisticalRow[] rows = [OutlineRows.Row(0, "12", "", "Hồ sơ của TTHC một phần"), OutlineRows.Row(1, "13", "", "Trong đó, nộp qua mạng"), OutlineRows.Row(2, "14", "", "Tỷ lệ hồ sơ một phần nộp qua mạng"), OutlineRows.Row(3, "", "", "Trong đó:")];

        List<RowNode> nodes = RowOutline.Build([new StatisticalTable(0, "", [.. rows])], Index, CancellationToken.None);

        Assert.Equal([-1, 0, -1], nodes.Take(3).Select(n => n.Parent));
    }

    private static List<RowNode> Read(params string[] labels) => RowOutline.Build(
        [new StatisticalTable(0, "", [.. labels.Select((label, i) => OutlineRows.Row(i, "", "", label))])], Index, CancellationToken.None);
}
