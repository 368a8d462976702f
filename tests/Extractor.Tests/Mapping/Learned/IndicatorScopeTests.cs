using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Learned;

/// <summary>What an indicator can be follows from all its wordings together.</summary>
public class IndicatorScopeTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");
    private static readonly SchemaIndex Index = SchemaIndex.With(
        Schema, [new LearnedWording("apparatus.departments", "Phòng chuyên môn và tương đương", false)], []);

    [Fact]
    public void A_wording_silent_about_the_level_does_not_hide_that_the_name_rules_it_out()
    {
        int departments = Index.IndexOf("apparatus.departments");

        Assert.True(Index.Scope.Conflict(departments, Read("Số phòng chuyên môn và tương đương thuộc cấp xã")) > 0);
        Assert.Equal(0, Index.Scope.Conflict(departments, Read("Số phòng chuyên môn và tương đương thuộc cấp huyện")));
        Assert.Equal(0, Index.Scope.Conflict(departments, Read("Số phòng chuyên môn và tương đương")));
    }

    [Fact]
    public void A_row_that_states_what_a_child_adds_says_the_narrower_one()
    {
        int issued = Index.IndexOf("institutions.legal_docs.issued");

        Assert.True(Index.Scope.Narrower(issued, Read("Văn bản ban hành tại cấp xã")).IsSaid);
        Assert.False(Index.Scope.Narrower(issued, Read("Văn bản xã ban hành")).IsSaid);
        Assert.Equal((false, false), Index.Scope.Narrower(issued, Read("Văn bản ban hành")));
    }

    [Fact]
    public void Words_that_no_wording_of_an_indicator_or_of_those_above_has_are_strange_to_it()
    {
        RowNode row = Read("Số thư xin lỗi về hồ sơ trễ hẹn của máy ủi");

        Assert.True(Index.Scope.Strange(Index.IndexOf("publicity.apologies"), row.Words) < Index.Scope.Strange(Index.IndexOf("egov.lgsp"), row.Words));
        Assert.Equal(0, Index.Scope.Strange(Index.IndexOf("publicity.apologies"), Read("công khai xin lỗi").Words));
    }

    [Fact]
    public void Below_a_level_that_the_children_do_not_know_the_figure_of_all_is_out_of_scope()
    {
        List<RowNode> nodes = RowOutline.Build(
            [new StatisticalTable(0, "", [Row(0, "1", "Hồ sơ do UBND cấp huyện tiếp nhận"), Row(1, "1.1", "Đã giải quyết xong")])], Index, CancellationToken.None);

        Assert.True(Index.Scope.IsOutside(Index.IndexOf("dossiers.resolved"), nodes[1]));
        Assert.False(Index.Scope.IsOutside(Index.IndexOf("dossiers.resolved.commune"), nodes[1]));
    }

    private static RowNode Read(string label)
    {
        RowNode node = RowOutline.Build([new StatisticalTable(0, "", [Row(0, "1", label)])], Index, CancellationToken.None)[0];
        node.Words = Index.Coverage.Read(node.Key);
        return node;
    }

    private static StatisticalRow Row(int row, string stt, string label) => new()
    {
        Table = 0,
        Row = row,
        Stt = stt,
        Group = "",
        Label = new PlacedText(label),
        Unit = new PlacedText(""),
        Value = new PlacedText(""),
        Note = new PlacedText(""),
    };
}
