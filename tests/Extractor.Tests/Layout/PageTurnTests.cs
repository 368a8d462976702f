using Extractor.Layout;
using Extractor.Models;

namespace Extractor.Tests.Layout;

public sealed class PageTurnTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_turned_page_gives_the_same_table_with_boxes_on_the_page_as_seen(int angle)
    {
        PageContent upright = new PageSketch().Grid([50, 90, 300], [100, 120, 140])
            .Text(55, 115, "STT").Text(95, 115, "Chỉ tiêu").Text(55, 135, "1").Text(95, 135, "Tổng").Text(119, 131, "2", size: 7).Content();

        Document seen = LayOut(upright, angle, out PageContent turned);

        TableBlock table = Assert.IsType<TableBlock>(Assert.Single(seen.Blocks));
        Assert.Equal([["STT", "Chỉ tiêu"], ["1", "Tổng"]], PageSketch.Rows(table));
        Assert.Equal("2", Assert.Single(table[1, 1]!.Text.NoteMarks));
        Assert.Equal(turned.Words[0].Area, table[0, 0]!.Text.Words[0].Area);
    }

    // The page as seen: what layout undoes, done.
    private static Document LayOut(PageContent upright, int angle, out PageContent turned)
    {
        bool isTurned = angle is 90 or 270;
        var turn = new PageTurn(angle, isTurned ? upright.Height : upright.Width, isTurned ? upright.Width : upright.Height);
        turned = new PageContent(
            1, turn.Width, turn.Height, [.. upright.Words.Select(word => Turn(word, turn))], [.. upright.Rules.Select(rule => Turn(rule, turn))]);
        LayoutResult result = DocumentLayout.Build([turned], CancellationToken.None);
        return new Document { Format = FileFormat.Pdf, Blocks = result.Blocks };
    }

    private static Word Turn(Word word, PageTurn turn) => new()
    {
        Text = word.Text,
        Area = turn.Undo(word.Area),
        FontSize = word.FontSize,
        Angle = turn.Angle,
        Baseline = turn.Angle switch
        {
            90 => turn.Width - word.Baseline,
            180 => turn.Height - word.Baseline,
            _ => word.Baseline,
        },
    };

    private static Rule Turn(Rule rule, PageTurn turn)
    {
        Box box = turn.Undo(new Box(rule.X0, rule.Y0, rule.X1, rule.Y1));
        return new Rule(box.X0, box.Y0, box.X1, box.Y1);
    }
}
