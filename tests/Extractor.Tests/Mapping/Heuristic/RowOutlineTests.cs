using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class RowOutlineTests
{
    private static readonly SchemaIndex Index = SchemaIndex.For(FamilyCatalog.Load("cchc"));

    [Theory]
    [InlineData("a", "b", "c", "d", "đ", "e")]
    [InlineData("a)", "b)", "c)", "d)", "đ)", "e)")]
    public void Lettered_rows_stand_beside_each_other_below_their_number(params string[] letters)
    {
        List<RowNode> nodes = RowOutline.Build([Table(["1", .. letters])], Index, CancellationToken.None);

        Assert.All(nodes.Skip(1), node => Assert.Equal(0, node.Parent));
    }

    private static StatisticalTable Table(string[] numbers) =>
        new(0, "", [.. numbers.Select((number, i) => new StatisticalRow
        {
            Table = 0,
            Row = i,
            Stt = number,
            Group = "",
            Label = new PlacedText($"Số nhiệm vụ nhóm {i}"),
            Unit = new PlacedText("Nhiệm vụ"),
            Value = new PlacedText("1"),
            Note = PlacedText.Empty,
        })]);
}
