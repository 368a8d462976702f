using Extractor.Ingest.Text;

namespace Extractor.Tests.Ingest.Text;

public class BrokenFigureTests
{
    [Theory]
    [InlineData("35.14", "6")]
    [InlineData("1.234.5", "67")]
    [InlineData("68,91", "%")]
    [InlineData("97,", "5%")]
    [InlineData("10", "/12")]
    [InlineData("12.", "345")]
    public void The_two_ends_of_a_figure_belong_together(string before, string next) =>
        Assert.True(BrokenFigure.GoesOn(before, next));

    [Theory]
    [InlineData("35", "6")]
    [InlineData("0.05", "1")]
    [InlineData("35.146", "6")]
    [InlineData("2.", "6")]
    [InlineData("12", "hồ")]
    [InlineData("", "6")]
    [InlineData("3.3.1", "4")]
    public void What_may_be_the_number_of_the_next_row_stays_apart(string before, string next) =>
        Assert.False(BrokenFigure.GoesOn(before, next));
}
