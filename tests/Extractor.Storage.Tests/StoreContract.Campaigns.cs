namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private CampaignStore Campaigns => Store.Get<CampaignStore>();

    private CampaignSlices Slices => Store.Get<CampaignSlices>();

    private CampaignQueue CampaignFiles => Store.Get<CampaignQueue>();

    private CampaignIntake Intake => Store.Get<CampaignIntake>();

    [Fact]
    public async Task A_file_that_is_found_twice_is_one_file()
    {
        long id = await Campaigns.CreateAsync(new NewCampaign { Name = "a", Folder = "/a" }, default);
        WaitingFolder folder = Assert.IsType<WaitingFolder>(await Intake.NextFolderAsync(id, default));
        Assert.Equal(("", 0), (folder.Path, folder.Depth));

        Assert.Equal(2, await Intake.AddAsync(id, folder, [Found("x"), Found("y")], ["sub"], default));
        Assert.Equal(1, await Intake.AddAsync(id, folder, [Found("y"), Found("z")], ["sub"], default));
        await Intake.CompleteAsync(id, folder, isReadable: true, 3, default);
        await Intake.CompleteAsync(id, folder, isReadable: true, 3, default);

        Assert.Equal(["x", "y", "z"], (await Campaigns.FilesAsync(id, null, 0, 10, default)).Select(file => file.Path));
        Assert.Equal(("sub", 1), await Intake.NextFolderAsync(id, default) is { } next ? (next.Path, next.Depth) : default);
        Assert.Equal(3, (await Campaigns.FindAsync(id, default))!.PassedOver);
    }

    [Fact]
    public async Task Nodes_that_cut_slices_side_by_side_give_each_file_to_one_slice()
    {
        Campaign campaign = await CampaignAsync(100);

        List<long>[] slices = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Slices.ReleaseAsync(campaign, 10, 6, default))));

        long[] all = [.. slices.SelectMany(some => some)];
        Assert.Equal(6, all.Length);
        var files = new List<SliceFile>();
        foreach (long slice in all)
        {
            files.AddRange(await CampaignFiles.FilesAsync(slice, default));
        }

        Assert.Equal(60, files.Select(file => file.Id).Distinct().Count());
        Assert.Equal(60, files.Count);
    }

    [Fact]
    public async Task A_slice_that_is_run_twice_at_once_ends_each_file_once_and_stores_each_result_once()
    {
        Campaign campaign = await CampaignAsync(6);
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 10, 1, default));
        Assert.Equal(1, (await Slices.BeginAsync(slice, "node/1", default))!.Runs);
        Assert.Equal(2, (await Slices.BeginAsync(slice, "node/2", default))!.Runs);
        List<SliceFile> files = await CampaignFiles.FilesAsync(slice, default);

        DocumentState?[][] states = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Task.WhenAll(files.Select(FinishAsync)))));

        for (int i = 0; i < files.Count; i++)
        {
            Assert.Single(states, run => run[i] is not null);
        }

        CampaignProgress progress = await Campaigns.ProgressAsync(campaign.Id, default);
        Assert.Equal((6, 6), (progress.Total, progress.Finished));
        Assert.Equal(6, progress.Counts[DocumentState.Done]);
        Assert.Equal(6, await Store.Database.ReadAsync(session => session.NumberAsync("SELECT count(*) FROM results", default), default));
        await Slices.EndAsync(slice, default);
        Assert.Null(await Slices.BeginAsync(slice, "node/1", default));
        Assert.True(await Slices.CloseAsync(campaign.Id, default));
        Assert.False(await Slices.CloseAsync(campaign.Id, default));
    }

    [Fact]
    public async Task What_a_slice_did_not_read_waits_for_another_one()
    {
        Campaign campaign = await CampaignAsync(5);
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        await FinishAsync((await CampaignFiles.FilesAsync(slice, default))[0]);

        Assert.Equal(4, await Slices.EndAsync(slice, default));

        long next = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        Assert.Equal(4, (await CampaignFiles.FilesAsync(next, default)).Count);
        Assert.False(await Slices.CloseAsync(campaign.Id, default));
    }

    [Fact]
    public async Task A_rate_is_kept_over_time_whatever_the_moments_of_looking()
    {
        Campaign campaign = await CampaignAsync(200, new CampaignPace(60, null));
        int released = 0;
        for (int second = 0; second < 120; second++)
        {
            released += (await Slices.ReleaseAsync(campaign, 5, 1000, default)).Count * 5;
            Store.Clock.GoOn(TimeSpan.FromSeconds(1.1));
        }

        // 132 seconds at one a second, and the burst of the beginning.
        Assert.InRange(released, 130, 145);
    }

    [Fact]
    public async Task A_paused_campaign_gets_no_slices_and_a_cancelled_one_ends()
    {
        Campaign campaign = await CampaignAsync(5);
        Assert.True(await Campaigns.PauseAsync(campaign.Id, "k", default));
        Assert.False(await Campaigns.PauseAsync(campaign.Id, "k", default));
        Assert.Empty(await Slices.ReleaseAsync(campaign, 5, 1, default));
        Assert.Equal(0, await Slices.SweepAsync(campaign.Id, default));
        Assert.True(await Campaigns.ResumeAsync(campaign.Id, "k", default));
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 3, 1, default));
        SliceFile late = (await CampaignFiles.FilesAsync(slice, default))[0];

        Assert.True(await Campaigns.CancelAsync(campaign.Id, "k", default));
        Assert.False(await Slices.CloseAsync(campaign.Id, default));
        Assert.Equal(5, await Slices.SweepAsync(campaign.Id, default));
        // What was being read at that moment is not brought back.
        Assert.Null(await FinishAsync(late));
        Assert.True(await Slices.CloseAsync(campaign.Id, default));
        Assert.Equal(5, (await Campaigns.ProgressAsync(campaign.Id, default)).Counts[DocumentState.Cancelled]);
        Assert.Equal(CampaignState.Cancelled, (await Campaigns.FindAsync(campaign.Id, default))!.StateAt(default));
        Assert.Equal(
            ["campaign.created", "campaign.paused", "campaign.resumed", "campaign.cancelled", "campaign.finished"],
            (await Store.History.OfAsync($"campaign:{campaign.Id}", default)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Failed_files_can_be_tried_again()
    {
        Campaign campaign = await CampaignAsync(3);
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        List<SliceFile> files = await CampaignFiles.FilesAsync(slice, default);
        await FinishAsync(files[0]);
        await CampaignFiles.FinishAsync(files[1], null, null, new FailedEnd(DocumentState.Encrypted, "encrypted", Text), default);
        await CampaignFiles.FinishAsync(files[2], null, null, new FailedEnd(DocumentState.TimedOut, "timeout", Text), default);
        await Slices.EndAsync(slice, default);
        Assert.True(await Slices.CloseAsync(campaign.Id, default));

        Assert.Equal(1, await Campaigns.RetryAsync(campaign.Id, [DocumentState.TimedOut], "k", default));

        long again = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        Assert.Equal(files[2].Id, Assert.Single(await CampaignFiles.FilesAsync(again, default)).Id);
        Assert.Equal(CampaignState.Running, (await Campaigns.FindAsync(campaign.Id, default))!.StateAt(default));
    }

    [Fact]
    public async Task A_file_that_sees_too_many_processes_die_is_set_aside()
    {
        Campaign campaign = await CampaignAsync(1);
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        SliceFile file = Assert.Single(await CampaignFiles.FilesAsync(slice, default));

        Assert.True(await CampaignFiles.TryAsync(file, 2, default));
        Assert.True(await CampaignFiles.TryAsync(file, 2, default));
        Assert.False(await CampaignFiles.TryAsync(file, 2, default));

        CampaignFile ended = Assert.Single(await Campaigns.FilesAsync(campaign.Id, DocumentState.Quarantined, 0, 10, default));
        Assert.Equal("attempts", ended.Reason);
    }

    private static FoundFile Found(string path) => new(path, path);

    private async Task<Campaign> CampaignAsync(int files, CampaignPace? pace = null, string? owner = null)
    {
        long id = await Campaigns.CreateAsync(new NewCampaign { Name = "a", Folder = "/a", Owner = owner, Pace = pace ?? CampaignPace.Unbounded }, default);
        await Intake.AddAsync(id, new WaitingFolder(0, "", 0), [.. Enumerable.Range(0, files).Select(i => Found($"file {i}"))], [], default);
        await Intake.CompleteAsync(id, default);
        return (await Campaigns.FindAsync(id, default))!;
    }

    private async Task<DocumentState?> FinishAsync(SliceFile file)
    {
        var sample = new SampleFile(file.Path);
        await Store.Originals.PutAsync(sample.Sha256, sample.Bytes, default);
        return await CampaignFiles.FinishAsync(file, sample.Sha256, sample.Bytes.Length, new ReadEnd(sample.Result(), V1), default);
    }
}
