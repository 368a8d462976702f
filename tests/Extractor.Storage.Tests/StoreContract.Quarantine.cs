using Extractor.Models;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private static readonly FailedEnd Killer = new(DocumentState.Quarantined, QuarantineStore.EndedWorkers, new LocalText("Dừng", "Ended readers"));

    [Fact]
    public async Task A_file_that_ended_its_readers_is_held_until_it_is_released()
    {
        string job = await Store.SubmitAsync(new NewJob(), "a");
        await Store.Queue.FinishAsync(await Store.LeaseAsync(), Store.Owner, Killer, default);

        await using Store later = Store.Again();
        var quarantine = later.Get<QuarantineStore>();
        QuarantinedFile held = Assert.Single(await quarantine.ListAsync(0, 10, default));
        Assert.Equal((new SampleFile("a").Sha256, "a.docx", "quarantined", "Ended readers"), (held.Sha256, held.FileName, held.Reason, held.ReasonText.En));
        Assert.True(await quarantine.HoldsAsync(held.Sha256, default));
        Assert.False(await quarantine.HoldsAsync(new SampleFile("b").Sha256, default));
        await Store.SubmitAsync(new NewJob(), "a", "b");
        Assert.Equal([true, false], (await Store.Queue.LeaseAsync(Store.Owner, 2, TimeSpan.FromSeconds(30), default)).Select(document => document.IsQuarantined));

        Assert.True(await quarantine.ReleaseAsync(held.Sha256, "k1", default));

        Assert.False(await quarantine.ReleaseAsync(held.Sha256, "k1", default));
        Assert.False(await quarantine.HoldsAsync(held.Sha256, default));
        JobDocument document = (await Store.Jobs.DocumentsAsync(job, 0, 1, default))[0];
        Assert.Equal((DocumentState.Queued, 0, null), (document.State, document.Attempts, document.Reason));
        Assert.Equal(["file.quarantined", "file.released"], (await Store.History.OfAsync($"original:{held.Sha256}", default)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_file_during_whose_reading_services_end_is_held_too_and_others_are_not()
    {
        await Store.SubmitAsync(new NewJob(), "a", "b");
        LeasedDocument first = await Store.LeaseAsync();
        LeasedDocument second = await Store.LeaseAsync();
        await Store.Queue.FinishAsync(second, Store.Owner, new FailedEnd(DocumentState.Quarantined, "original-lost", Text), default);

        Store.Clock.GoOn(TimeSpan.FromMinutes(1));
        await Store.Queue.RecoverAsync(1, all: false, default);

        Assert.Equal(first.Sha256, Assert.Single(await Store.Get<QuarantineStore>().ListAsync(0, 10, default)).Sha256);
    }
}
