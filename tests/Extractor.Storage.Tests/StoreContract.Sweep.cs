namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_file_without_a_job_is_removed_when_it_is_old_and_one_that_is_gone_is_told()
    {
        await Store.SubmitAsync(new NewJob(), "a", "b");
        NewDocument orphan = await Store.PutAsync("c");
        await Store.Originals.DeleteAsync(new SampleFile("b").Sha256, default);
        var sweep = Store.Get<OriginalSweep>();

        // The clock of the tests stands in the past, files are as old as they are.
        SweepReport young = await sweep.RunAsync(TimeSpan.FromDays(100_000), removes: true, default);
        SweepReport told = await sweep.RunAsync(TimeSpan.FromDays(-100_000), removes: false, default);
        SweepReport removed = await sweep.RunAsync(TimeSpan.FromDays(-100_000), removes: true, default);

        Assert.Equal((2, 0), (young.Files, young.Orphans.Count));
        Assert.Equal([orphan.Sha256], told.Orphans);
        Assert.Equal([orphan.Sha256], removed.Orphans);
        Assert.Equal([new SampleFile("b").Sha256], removed.Missing);
        Assert.False(await Store.Originals.ContainsAsync(orphan.Sha256, default));
        Assert.True(await Store.Originals.ContainsAsync(new SampleFile("a").Sha256, default));
        await Store.SubmitAsync(new NewJob(), "c");
    }
}
