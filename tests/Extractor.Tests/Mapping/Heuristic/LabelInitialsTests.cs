using Extractor.Mapping.Heuristic;
using Extractor.Normalisation;
using FsCheck;
using FsCheck.Xunit;

namespace Extractor.Tests.Mapping.Heuristic;

public class LabelInitialsTests
{
    private static readonly string[] Words = ["hồ", "sơ", "sơn", "hạn", "đúng", "dùng", "7", "tt"];

    [Property(MaxTest = 50)]
    public void The_phrase_of_initials_is_the_commonest_that_has_them(PositiveInt seed, bool isBare)
    {
        var random = new Random(seed.Get);
        string[] keys = [.. Enumerable.Range(0, 12).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)])))];
        var labels = new LabelInitials(string.Join('\n', keys));
        ILookup<string, string> byInitials = keys.SelectMany(PhrasesOf).ToLookup(p => InitialsOf(p, isBare), StringComparer.Ordinal);

        foreach (string initials in from a in "hsđd" from b in "hsđd" from c in "hsđd" select $"{a}{b}{c}")
        {
            string? commonest = byInitials[initials].GroupBy(p => p).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            Assert.Equal(commonest, labels.Find(initials, isBare));
        }
    }

    [Fact]
    public void A_cut_word_is_the_commonest_in_front_of_the_next_one()
    {
        var labels = new LabelInitials("khảo sát đợt\nkiểm tra\nkiểm tra lại\nkhám tra\nk tra");

        Assert.Equal("kiểm", labels.FindWhole("k", "tra"));
        Assert.Equal("khám", labels.FindWhole("kh", "tra"));
        Assert.Null(labels.FindWhole("k", "tr"));
        Assert.Null(labels.FindWhole("k", "đợt"));
    }

    // Three words side by side, none of them a short form or a number.
    private static IEnumerable<string> PhrasesOf(string key)
    {
        string[] words = key.Split(' ');
        return Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(at => words[at..(at + 3)])
            .Where(phrase => !phrase.Contains("7") && !phrase.Contains("tt")).Select(phrase => string.Join(' ', phrase));
    }

    private static string InitialsOf(string phrase, bool isBare)
    {
        string initials = string.Concat(phrase.Split(' ').Select(w => w[0]));
        return isBare ? VietnameseLetters.WithoutDiacritics(initials) : initials;
    }
}
