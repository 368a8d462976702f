using Extractor.Mapping.Heuristic;

namespace Extractor.Tests.Mapping.Heuristic;

public class RecentReadingsTests
{
    [Fact]
    public void What_was_kept_is_given_back_and_the_first_reading_stands()
    {
        var recent = new RecentReadings<int, string>(4);

        Assert.Equal("one", recent.Keep(1, "one"));
        Assert.Equal("one", recent.Keep(1, "another"));
        Assert.True(recent.TryGet(1, out string? known));
        Assert.Equal("one", known);
        Assert.False(recent.TryGet(2, out _));
    }

    [Fact]
    public void What_nobody_asks_for_is_forgotten_and_what_is_asked_for_stays()
    {
        var recent = new RecentReadings<int, int>(4);
        for (int key = 0; key < 100; key++)
        {
            recent.Keep(key, key);
            Assert.True(recent.TryGet(0, out _));
        }

        Assert.True(recent.TryGet(99, out _));
        Assert.False(recent.TryGet(50, out _));
        Assert.InRange(Enumerable.Range(0, 100).Count(key => recent.TryGet(key, out _)), 1, 8);
    }

    [Fact]
    public void Threads_share_what_was_read()
    {
        var recent = new RecentReadings<int, object>(64);

        Parallel.For(0, 20_000, i =>
        {
            object kept = recent.Keep(i % 100, new object());
            Assert.NotNull(kept);
        });
        object last = recent.Keep(1, new object());
        Assert.Same(last, recent.Keep(1, new object()));
    }
}
