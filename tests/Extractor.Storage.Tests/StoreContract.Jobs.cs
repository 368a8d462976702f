namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_job_is_there_with_its_documents_in_order()
    {
        string id = await Store.SubmitAsync(new NewJob { Family = "test", Owner = "k1" }, "a", "b", "c");

        JobSummary job = (await Store.Jobs.FindAsync(id, default))!;

        Assert.Equal((JobState.Queued, 3, 0), (job.State, job.Total, job.Finished));
        Assert.Equal(["a.docx", "b.docx", "c.docx"], (await Store.Jobs.DocumentsAsync(id, 0, 10, default)).Select(document => document.FileName));
        Assert.Equal(["b.docx"], (await Store.Jobs.DocumentsAsync(id, 1, 1, default)).Select(document => document.FileName));
        Assert.Equal("job.created", Assert.Single(await Store.History.OfAsync($"job:{id}", default)).Kind);
        Assert.Null(await Store.Jobs.FindAsync("none", default));
    }

    [Fact]
    public async Task A_job_whose_file_was_not_put_is_refused()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.Jobs.CreateAsync(
            new NewJob(), [new NewDocument("a", new SampleFile("not put").Sha256, 1)], default));

        Assert.Equal((0, 0), await Store.Queue.DepthAsync(default));
    }

    [Fact]
    public async Task The_same_key_and_request_give_the_same_job()
    {
        var job = new NewJob { IdempotencyKey = "x", Owner = "k1" };

        string first = await Store.SubmitAsync(job, "a");
        string again = await Store.SubmitAsync(job, "a");
        string ofAnotherKey = await Store.SubmitAsync(job with { Owner = "k2" }, "a");

        Assert.Equal(first, again);
        Assert.NotEqual(first, ofAnotherKey);
        Assert.Equal((2, 0), await Store.Queue.DepthAsync(default));
        await Assert.ThrowsAsync<IdempotencyMismatchException>(() => Store.SubmitAsync(job, "other"));
    }

    [Fact]
    public async Task Requests_with_the_same_key_at_the_same_moment_make_one_job()
    {
        NewDocument document = await Store.PutAsync("a");

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Store.Jobs.CreateAsync(new NewJob { IdempotencyKey = "x" }, [document], default))));

        Assert.Single(ids.Distinct());
        Assert.Equal((1, 0), await Store.Queue.DepthAsync(default));
    }

    [Fact]
    public async Task Cancelling_ends_what_waits_and_lets_go_on_what_is_read()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a", "b");
        LeasedDocument reading = await Store.LeaseAsync();

        Assert.True(await Store.Jobs.CancelAsync(id, "k1", default));
        Assert.Equal(JobState.Running, (await Store.Jobs.FindAsync(id, default))!.State);
        Assert.Equal(DocumentState.Done, await FinishAsync(reading, new SampleFile("a").Result()));

        Assert.Equal(JobState.Cancelled, (await Store.Jobs.FindAsync(id, default))!.State);
        Assert.Equal([DocumentState.Done, DocumentState.Cancelled], (await Store.Jobs.DocumentsAsync(id, 0, 2, default)).Select(document => document.State));
        Assert.False(await Store.Jobs.CancelAsync("none", null, default));
    }

    [Fact]
    public async Task Deleting_a_job_takes_what_came_only_with_it()
    {
        string id = await Store.SubmitAsync(new NewJob(), "a", "b");
        await Assert.ThrowsAsync<JobRunningException>(() => Store.Jobs.DeleteAsync(id, null, default));
        await FinishAsync(await Store.LeaseAsync(), new SampleFile("a").Result());
        await FinishAsync(await Store.LeaseAsync(), new SampleFile("b").Result());
        long shared = (await Store.Jobs.DocumentsAsync(id, 1, 1, default))[0].ResultId!.Value;
        string other = await Store.SubmitAsync(new NewJob(), "b");

        Assert.True(await Store.Jobs.DeleteAsync(id, "k1", default));

        Assert.Null(await Store.Jobs.FindAsync(id, default));
        Assert.Null(await Store.Originals.ReadAsync(new SampleFile("a").Sha256, default));
        Assert.NotNull(await Store.Originals.ReadAsync(new SampleFile("b").Sha256, default));
        Assert.NotNull(await Store.Results.ReadAsync(shared, default));
        Assert.NotNull(await Store.Jobs.FindAsync(other, default));
        Assert.Equal(["job.created", "job.deleted"], (await Store.History.OfAsync($"job:{id}", default)).Select(entry => entry.Kind));
        Assert.False(await Store.Jobs.DeleteAsync(id, null, default));
    }
}
