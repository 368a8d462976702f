using Extractor.Mapping.Heuristic;

namespace Extractor.Tests.Mapping.Heuristic;

public class PeriodPhrasesTests
{
    [Theory]
    [InlineData("hồ sơ tiếp nhận|từ 01 01 đến 15 9 2025")]
    [InlineData("văn bản ban hành|6 tháng đầu năm 2026")]
    [InlineData("mới nhận|quý iii")]
    [InlineData("có mặt|đến 30 6 2021")]
    [InlineData("biên chế|năm 2024|được giao")]
    [InlineData("ho so|trong thang 3")]
    [InlineData("văn bản đến|quý i")]
    public void A_period_is_found_where_it_starts(string parts)
    {
        string[] pieces = parts.Split('|');
        string[] words = parts.Replace('|', ' ').Split(' ');
        int start = pieces[0].Split(' ').Length;

        Assert.Equal(pieces[1].Split(' ').Length, PeriodPhrases.Length(words, start));
        Assert.All(Enumerable.Range(0, start), at => Assert.Equal(0, PeriodPhrases.Length(words, at)));
    }

    [Theory]
    [InlineData("giảm so với năm 2015", 3)]
    [InlineData("mức độ 3 4", 2)]
    [InlineData("từ quý ii chuyển qua", 0)]
    [InlineData("từ 30 đến dưới 70", 0)]
    [InlineData("văn bản đến", 2)]
    public void What_tells_indicators_apart_is_no_period(string label, int at) => Assert.Equal(0, PeriodPhrases.Length(label.Split(' '), at));
}
