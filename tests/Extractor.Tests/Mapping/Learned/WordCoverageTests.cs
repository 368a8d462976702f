using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;

namespace Extractor.Tests.Mapping.Learned;

public class WordCoverageTests
{
    private static readonly WordCoverage Coverage = new(3, [Wording(0, "số hồ sơ"), Wording(1, "sở nội vụ"), Wording(2, "hồ sơ nội bộ")]);

    [Fact]
    public void A_word_with_accents_is_itself_only()
    {
        int[] words = Coverage.Read("số sở");

        Assert.Equal(2, words.Length);
        Assert.NotEqual(words[0], words[1]);
        Assert.All(words, word => Assert.InRange(word, 0, Coverage.Words - 1));
    }

    [Fact]
    public void A_word_without_accents_may_be_each_word_it_is_written_like()
    {
        int word = Assert.Single(Coverage.Read("so"));

        Assert.True(word >= Coverage.Words);
        Assert.Equal(Coverage.Read("số sở sơ").Order(), Coverage.Alikes(word).ToArray().Order());
    }

    [Fact]
    public void A_word_without_accents_that_only_one_word_is_written_like_is_that_word() =>
        Assert.Equal(Coverage.Read("nội"), Coverage.Read("noi"));

    [Fact]
    public void A_word_that_may_be_several_weighs_what_the_commonest_of_them_does()
    {
        float[] weights = [.. Coverage.Read("số sở sơ").Select(word => Coverage.WeightOf([word]))];

        Assert.Equal(weights.Min(), Coverage.WeightOf(Coverage.Read("so")));
        Assert.True(weights.Max() > weights.Min());
    }

    [Fact]
    public void A_word_nothing_is_known_of_is_unknown() => Assert.Equal([-1], Coverage.Read("quark"));

    private static Wording Wording(int indicator, string key) => new(indicator, key, false, [], 0, 0);
}
