using Extractor.Models;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private static readonly LocalText Text = new("Có mật khẩu", "A password");

    [Fact]
    public async Task More_documents_are_leased_at_once_as_long_as_they_are_read_quickly_and_slow_ones_go_back()
    {
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(0, 40).Select(i => $"{i}")]);
        using var feed = new DocumentFeed(Store.Queue, Store.Owner, 2, Lease, V1, Store.Clock);
        async Task<int> TakeAsync(int count)
        {
            for (int i = 0; i < count; i++)
            {
                Assert.NotNull(await feed.NextAsync(default));
            }

            return (await Store.Queue.DepthAsync(default)).Reading;
        }

        Assert.Equal(2, await TakeAsync(1));
        Assert.Equal(2 + 4, await TakeAsync(2));
        Assert.Equal(2 + 4 + 8, await TakeAsync(4));
        Assert.Equal(2 + 4 + 8 + 8, await TakeAsync(8));
        Store.Clock.GoOn(TimeSpan.FromSeconds(2));
        Assert.Equal(15 + 1 + 1, await TakeAsync(1));
        LeasedDocument again = (await Store.Queue.LeaseAsync("other", 1, Lease, default)).Single();
        Assert.Equal(1, again.Attempts);
    }

    [Fact]
    public async Task Somebody_who_waits_goes_first_and_the_others_keep_their_order()
    {
        await Store.SubmitAsync(new NewJob { Priority = 1 }, "a", "b");
        await Store.SubmitAsync(new NewJob { Priority = 0, Family = "test", Language = UserLanguage.English }, "c");

        List<LeasedDocument> leased = await Store.Queue.LeaseAsync(Store.Owner, 10, TimeSpan.FromSeconds(30), default);

        Assert.Equal(["c.docx", "a.docx", "b.docx"], leased.Select(document => document.FileName));
        Assert.Equal(("test", UserLanguage.English, 1), (leased[0].Family, leased[0].Language, leased[0].Attempts));
        Assert.Empty(await Store.Queue.LeaseAsync(Store.Owner, 10, TimeSpan.FromSeconds(30), default));
    }

    [Fact]
    public async Task Readers_side_by_side_never_get_the_same_document()
    {
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(0, 60).Select(i => $"f{i}")]);

        List<LeasedDocument>[] leased = await Task.WhenAll(Enumerable.Range(0, 6).Select(reader => Task.Run(async () =>
        {
            var mine = new List<LeasedDocument>();
            while (await Store.Queue.LeaseAsync($"node/{reader}", 3, TimeSpan.FromSeconds(30), default) is { Count: > 0 } some)
            {
                mine.AddRange(some);
            }

            return mine;
        })));

        Assert.Equal(60, leased.SelectMany(some => some).Select(document => document.Id).Distinct().Count());
        Assert.Equal(60, leased.Sum(some => some.Count));
    }

    [Fact]
    public async Task A_lease_that_ends_gives_the_document_to_another_reader_and_the_first_can_write_nothing()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a");
        LeasedDocument first = await Store.LeaseAsync("node/1");
        Store.Clock.GoOn(TimeSpan.FromSeconds(20));
        Assert.Equal(1, await Store.Queue.RenewAsync("node/1", TimeSpan.FromSeconds(30), default));
        Store.Clock.GoOn(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await Store.Queue.RecoverAsync(10, all: false, default));
        Store.Clock.GoOn(TimeSpan.FromSeconds(11));

        Assert.Equal(1, await Store.Queue.RecoverAsync(10, all: false, default));
        LeasedDocument second = await Store.LeaseAsync("node/2");

        Assert.Equal((first.Id, 2), (second.Id, second.Attempts));
        Assert.Null(await FinishAsync(first, new SampleFile("a").Result(), owner: "node/1"));
        Assert.Null(await Store.Results.FindAsync(first.Sha256, null, V1, default));
        Assert.Equal(DocumentState.Done, await FinishAsync(second, new SampleFile("a").Result(), owner: "node/2"));
        Assert.Null(await FinishAsync(second, new SampleFile("a").Result(), owner: "node/2"));
        Assert.Equal(1, (await Store.Jobs.FindAsync(id, default))!.Finished);
    }

    [Fact]
    public async Task A_document_that_sees_reader_after_reader_die_is_set_aside()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a");
        for (int i = 0; i < 3; i++)
        {
            await Store.LeaseAsync();
            await Store.Queue.RecoverAsync(maxAttempts: 3, all: true, default);
        }

        JobDocument document = (await Store.Jobs.DocumentsAsync(id, 0, 1, default))[0];

        Assert.Equal((DocumentState.Quarantined, "attempts", 3), (document.State, document.Reason, document.Attempts));
        Assert.NotNull(document.FinishedAt);
    }

    [Fact]
    public async Task A_released_document_is_read_again_and_the_attempt_does_not_count()
    {
        await Store.SubmitAsync(new NewJob(), "a");

        await Store.Queue.ReleaseAsync(await Store.LeaseAsync(), Store.Owner, default);

        Assert.Equal(1, (await Store.LeaseAsync()).Attempts);
    }

    [Fact]
    public async Task A_document_without_a_result_keeps_its_reason()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a");

        await Store.Queue.FinishAsync(await Store.LeaseAsync(), Store.Owner, new FailedEnd(DocumentState.Encrypted, "encrypted", Text), default);

        JobDocument document = (await Store.Jobs.DocumentsAsync(id, 0, 1, default))[0];
        Assert.Equal((DocumentState.Encrypted, "encrypted", Text, (long?)null), (document.State, document.Reason, document.ReasonText, document.ResultId));
        Assert.Equal(JobState.Finished, (await Store.Jobs.FindAsync(id, default))!.State);
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a", "b");
        await FinishAsync(await Store.LeaseAsync(), new SampleFile("a").Result());
        await Store.LeaseAsync();

        await using Store again = Store.Again();
        await again.Queue.RecoverAsync(10, all: true, default);

        Assert.Equal((1, 0), await again.Queue.DepthAsync(default));
        Assert.Equal(1, (await again.Jobs.FindAsync(id, default))!.Finished);
        Assert.Equal(new SampleFile("b").Bytes, await again.Originals.ReadAsync((await again.LeaseAsync()).Sha256, default));
    }
}
