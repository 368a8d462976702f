namespace Extractor.Storage.Tests;

/// <summary>How many documents a reader takes at once.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_feed_takes_more_at_once_while_documents_go_quickly_and_gives_back_what_nobody_read()
    {
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(0, 40).Select(i => $"{i}")]);
        using DocumentFeed feed = Feed();
        var read = new List<string>();
        var ahead = new List<int>();

        for (int i = 0; i < 24; i++)
        {
            read.Add((await feed.NextAsync(default))!.FileName);
            ahead.Add((await Store.Queue.DepthAsync(default)).Reading - read.Count);
        }

        await feed.ReturnAsync(default);

        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"{i}.docx"), read);
        Assert.Equal([1, 0, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0, 7], ahead.Take(15));
        Assert.Equal((16, 24), await Store.Queue.DepthAsync(default));
    }

    [Fact]
    public async Task A_feed_takes_few_at_once_where_reading_takes_long_or_little_waits()
    {
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(0, 9).Select(i => $"{i}")]);
        using DocumentFeed feed = Feed();
        for (int read = 1; read <= 9; read++)
        {
            await feed.NextAsync(default);
            Assert.InRange((await Store.Queue.DepthAsync(default)).Reading - read, 0, 1);
            Store.Clock.GoOn(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await feed.NextAsync(default));
        Assert.Null(await feed.NextAsync(default));
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(9, 9).Select(i => $"{i}")]);
        await feed.NextAsync(default);
        Assert.Equal(11, (await Store.Queue.DepthAsync(default)).Reading);
    }

    private DocumentFeed Feed() => new(Store.Queue, Store.Owner, 2, TimeSpan.FromMinutes(1), new ReadingVersions("1", "1"), Store.Clock);
}
