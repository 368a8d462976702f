using Extractor.Cli.Terminals;
using FsCheck;
using FsCheck.Xunit;

namespace Extractor.Cli.Tests.Terminals;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Tiếng Việt", 10)]
    [InlineData("Tie\u0302\u0301ng Vie\u0323\u0302t", 10)]
    [InlineData("報告", 4)]
    [InlineData("a\u200Bb", 2)]
    public void A_text_takes_the_columns_a_screen_gives_it(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Theory]
    [InlineData("Số", 4, "Số  ")]
    [InlineData("Số hồ sơ", 5, "Số h…")]
    [InlineData("報告書", 4, "報… ")]
    public void A_text_is_filled_or_cut_to_the_columns(string text, int columns, string expected) =>
        Assert.Equal(expected, TextWidth.Fit(text, columns));

    [Property(MaxTest = 500)]
    public bool A_fitted_text_takes_exactly_the_columns(NonNull<string> text, PositiveInt columns) =>
        TextWidth.Of(TextWidth.Fit(text.Get, columns.Get)) == columns.Get;
}
