using Extractor.Models;

namespace Extractor.Cli.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("vi", null, null, UserLanguage.Vietnamese)]
    [InlineData("en", "vi_VN.UTF-8", null, UserLanguage.English)]
    [InlineData(null, "en_US.UTF-8", null, UserLanguage.English)]
    [InlineData(null, "vi_VN.UTF-8", null, UserLanguage.Vietnamese)]
    [InlineData(null, "en_US.UTF-8", "vi_VN", UserLanguage.Vietnamese)]
    [InlineData(null, "C.UTF-8", null, UserLanguage.Vietnamese)]
    [InlineData(null, null, null, UserLanguage.Vietnamese)]
    public void The_option_wins_over_the_environment(string? option, string? lang, string? lcAll, UserLanguage expected)
    {
        var environment = new Dictionary<string, string?> { ["LANG"] = lang, ["LC_ALL"] = lcAll };

        UserLanguage chosen = Languages.Choose(option is null ? ["extract"] : ["extract", "--lang", option], environment.GetValueOrDefault);

        Assert.Equal(expected, chosen);
    }

    [Fact]
    public void The_option_may_be_joined_with_its_value() =>
        Assert.Equal(UserLanguage.English, Languages.Choose(["--lang=en"], _ => "vi"));
}
