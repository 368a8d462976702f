using Extractor.Mapping.Heuristic;
using FsCheck;
using FsCheck.Xunit;

namespace Extractor.Tests.Mapping.Heuristic;

public class WordRunsTests
{
    private const int Longest = 3;
    private static readonly string[] Words = ["hồ", "sơ", "sơn", "giải", "quyết", "đúng", "hạn", "7"];

    [Property(MaxTest = 50)]
    public void Runs_are_counted_and_ordered_as_their_texts_are(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        string[] texts = [.. Enumerable.Range(0, 12).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)])))];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var runs = new WordRuns(Longest, word => !char.IsLetter(word[0]));
        foreach (string text in texts)
        {
            runs.Count(text);
            Count(text.Split(' '), counts);
        }

        string[] ordered = [.. Enumerable.Range(0, runs.Length).OrderBy(run => run, Comparer<int>.Create((a, b) => a == b ? 0 : runs.IsCommoner(a, b) ? -1 : 1))
            .Select(run => string.Join(' ', runs.WordsOf(run)))];

        Assert.Equal(counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key), ordered);
    }

    [Fact]
    public void A_run_knows_its_first_and_last_word_and_its_initials()
    {
        var runs = new WordRuns(Longest, _ => false);
        runs.Count("xử lý đúng");
        int whole = Enumerable.Range(0, runs.Length).Single(run => runs.LengthOf(run) == Longest);

        Assert.Equal("xử", runs.FirstWordOf(whole));
        Assert.Equal("đúng", runs.LastWordOf(whole));
        Assert.Equal("xlđ", runs.InitialsOf(whole, new char[Longest]).ToString());
    }

    private static void Count(string[] words, Dictionary<string, int> counts)
    {
        for (int first = 0; first < words.Length; first++)
        {
            for (int length = 1; length <= Longest && first + length <= words.Length && char.IsLetter(words[first + length - 1][0]); length++)
            {
                string run = string.Join(' ', words, first, length);
                counts[run] = counts.GetValueOrDefault(run) + 1;
            }
        }
    }
}
