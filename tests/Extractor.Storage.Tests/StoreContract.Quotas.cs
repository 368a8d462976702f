namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_key_has_at_most_its_quota_stored_and_the_same_bytes_count_once()
    {
        string key = await OwnerAsync(new KeyQuota(2, null));
        string other = await OwnerAsync(KeyQuota.Standard);

        await Store.SubmitAsync(new NewJob { Owner = key }, "a", "bb", "a");
        await Store.SubmitAsync(new NewJob { Owner = key }, "bb");
        QuotaExceededException exceeded = await Assert.ThrowsAsync<QuotaExceededException>(
            () => Store.SubmitAsync(new NewJob { Owner = key, IdempotencyKey = "x" }, "bb", "c"));
        await Store.SubmitAsync(new NewJob { Owner = other }, "c");
        await Store.SubmitAsync(new NewJob(), "d");

        Assert.Equal((2, 3), (exceeded.Most.Files, exceeded.Asked.Files));
        Assert.Equal(new StoredAmount(2, 3), await StoredAsync(key));
        Assert.Equal(new StoredAmount(1, 1), await StoredAsync(other));
        Assert.Equal((6, 0), await Store.Queue.DepthAsync(default));
        await CheckSumsAsync();
        // Nothing of what was refused is remembered: with room the same request is taken.
        await Store.Database.WriteAsync(session => session.ExecuteAsync("UPDATE api_keys SET max_files = 3", default), default);
        await Store.SubmitAsync(new NewJob { Owner = key, IdempotencyKey = "x" }, "bb", "c");
        Assert.Equal(new StoredAmount(3, 4), await StoredAsync(key));
    }

    [Fact]
    public async Task Bytes_count_as_well_as_files()
    {
        string key = await OwnerAsync(new KeyQuota(null, 10));

        await Store.SubmitAsync(new NewJob { Owner = key }, "123456789");
        await Assert.ThrowsAsync<QuotaExceededException>(() => Store.SubmitAsync(new NewJob { Owner = key }, "ab"));
        await Store.SubmitAsync(new NewJob { Owner = key }, "a");

        Assert.Equal(new StoredAmount(2, 10), await StoredAsync(key));
    }

    [Fact]
    public async Task Deleting_gives_every_owner_back_what_it_does_not_hold_any_more()
    {
        string key = await OwnerAsync(new KeyQuota(2, null));
        string other = await OwnerAsync(KeyQuota.Standard);
        string first = await ReadJobAsync(key, "a", "b");
        string second = await ReadJobAsync(key, "b");
        string third = await ReadJobAsync(other, "a");

        Assert.True(await Store.Jobs.DeleteAsync(first, null, default));
        Assert.Equal(new StoredAmount(1, 1), await StoredAsync(key));
        Assert.Equal(new StoredAmount(1, 1), await StoredAsync(other));
        await CheckSumsAsync();
        string fourth = await ReadJobAsync(key, "a");
        // A result takes its original along, whoever brought it.
        long result = (await Store.Jobs.DocumentsAsync(fourth, 0, 1, default))[0].ResultId!.Value;
        Assert.True(await Store.Results.DeleteAsync(result, "retention", default));
        Assert.Equal(new StoredAmount(1, 1), await StoredAsync(key));
        Assert.Equal(new StoredAmount(0, 0), await StoredAsync(other));
        Assert.True(await Store.Jobs.DeleteAsync(second, null, default));
        Assert.True(await Store.Jobs.DeleteAsync(third, null, default));

        Assert.Equal(new StoredAmount(0, 0), await StoredAsync(key));
        await CheckSumsAsync();
        await Store.SubmitAsync(new NewJob { Owner = key }, "e", "f");
    }

    [Fact]
    public async Task Uploads_at_the_same_moment_cannot_exceed_a_quota()
    {
        string key = await OwnerAsync(new KeyQuota(5, null));

        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => TakesAsync(key, $"file {i}"))));
        bool[] same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakesAsync(key, "file 99"))));

        Assert.Equal(5, taken.Count(isTaken => isTaken));
        Assert.DoesNotContain(true, same);
        Assert.Equal(5, (await StoredAsync(key)).Files);
        await CheckSumsAsync();
    }

    [Fact]
    public async Task Sums_stay_right_while_many_bring_and_delete_the_same_files()
    {
        string[] keys = [await OwnerAsync(KeyQuota.Standard), await OwnerAsync(KeyQuota.Standard)];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (int i = 0; i < 15; i++)
            {
                try
                {
                    string job = await Store.SubmitAsync(new NewJob { Owner = keys[random.Next(2)] }, $"{random.Next(3)}", $"{random.Next(3)}");
                    if (random.Next(3) > 0)
                    {
                        await Store.Jobs.CancelAsync(job, null, default);
                        await Store.Jobs.DeleteAsync(job, null, default);
                    }
                }
                catch (IOException)
                {
                    // A deletion at the same moment has taken the file; its sender is told to send it again.
                }
            }
        })));

        await CheckSumsAsync();
        Assert.Equal(0, await NumberAsync(
            """
            SELECT count(*) FROM (SELECT DISTINCT j.owner, d.sha256 FROM documents d JOIN jobs j ON j.id = d.job_id WHERE j.owner IS NOT NULL) needed
            WHERE NOT EXISTS (SELECT 1 FROM holdings h WHERE h.owner = needed.owner AND h.sha256 = needed.sha256)
            """));
        Assert.Equal(0, await NumberAsync("SELECT count(*) FROM holdings h WHERE NOT EXISTS (SELECT 1 FROM originals o WHERE o.sha256 = h.sha256)"));
    }

    [Fact]
    public async Task Files_of_campaigns_count_for_the_key_that_asked_for_them()
    {
        string key = await OwnerAsync(new KeyQuota(2, null));
        Campaign campaign = await CampaignAsync(3, owner: key);
        long slice = Assert.Single(await Slices.ReleaseAsync(campaign, 5, 1, default));
        List<SliceFile> files = await CampaignFiles.FilesAsync(slice, default);
        await FinishAsync(files[0]);
        await FinishAsync(files[1]);

        await Assert.ThrowsAsync<QuotaExceededException>(() => FinishAsync(files[2]));
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM results"));
        await CampaignFiles.FinishAsync(files[2], null, null, new FailedEnd(DocumentState.Quarantined, "quota-exceeded", Text), default);
        Assert.Equal(2, (await StoredAsync(key)).Files);
        long sent = await Campaigns.CreateAsync(new NewCampaign { Name = "b", Owner = key }, default);
        NewDocument known = await Store.PutAsync("file 0");
        NewDocument added = await Store.PutAsync("new");
        Assert.Equal(1, await Intake.AddSentAsync(sent, [new FoundFile("k", "k", known.Sha256, known.Bytes)], default));
        await Assert.ThrowsAsync<QuotaExceededException>(() => Intake.AddSentAsync(sent, [new FoundFile("n", "n", added.Sha256, added.Bytes)], default));

        await Slices.EndAsync(slice, default);
        Assert.True(await Slices.CloseAsync(campaign.Id, default));
        CampaignRemoval removal = Store.Get<CampaignRemoval>();
        Assert.True(await removal.MarkAsync(campaign.Id, null, default));
        while (await removal.RemoveSomeAsync(campaign.Id, default))
        {
        }

        // The file that came with the other campaign too is still held.
        Assert.Equal(1, (await StoredAsync(key)).Files);
        await CheckSumsAsync();
        Assert.Equal(1, await Intake.AddSentAsync(sent, [new FoundFile("n", "n", added.Sha256, added.Bytes)], default));
    }

    [Fact]
    public async Task What_was_refused_does_not_stay_on_the_disk_and_what_something_names_does()
    {
        await Store.SubmitAsync(new NewJob(), "named");
        NewDocument named = await Store.PutAsync("named");
        NewDocument refused = await Store.PutAsync("refused");

        await Store.Get<OriginalSweep>().DiscardAsync([named.Sha256, refused.Sha256, refused.Sha256], default);

        Assert.True(await Store.Originals.ContainsAsync(named.Sha256, default));
        Assert.False(await Store.Originals.ContainsAsync(refused.Sha256, default));
    }

    [Fact]
    public async Task The_list_of_keys_tells_quota_and_what_is_stored()
    {
        string key = await OwnerAsync(new KeyQuota(7, null));
        await Store.SubmitAsync(new NewJob { Owner = key }, "abc");

        ApiKey listed = Assert.Single(await Keys.ListAsync(default));

        Assert.Equal((new KeyQuota(7, null), new StoredAmount(1, 3)), (listed.Quota, listed.Stored));
    }

    private async Task<string> OwnerAsync(KeyQuota quota) => (await Keys.CreateAsync("a", KeyScopes.Submit, null, quota, null, default)).Key.Id;

    private async Task<bool> TakesAsync(string owner, string content)
    {
        try
        {
            await Store.SubmitAsync(new NewJob { Owner = owner }, content);
            return true;
        }
        catch (QuotaExceededException)
        {
            return false;
        }
    }

    private async Task<string> ReadJobAsync(string owner, params string[] contents)
    {
        string job = await Store.SubmitAsync(new NewJob { Owner = owner }, contents);
        foreach (string content in contents)
        {
            await FinishAsync(await Store.LeaseAsync(), new SampleFile(content).Result());
        }

        return job;
    }

    private Task<StoredAmount> StoredAsync(string owner) => StoredAsync(Store, owner);

    private static async Task<StoredAmount> StoredAsync(Store store, string owner) => (await store.Database.ReadAsync(
        session => session.QueryAsync(
            "SELECT files, bytes FROM owners WHERE owner = @owner", row => new StoredAmount(row.GetInt64(0), row.GetInt64(1)), default, ("@owner", owner)), default)).Single();

    private async Task CheckSumsAsync() => Assert.Equal(0, await NumberAsync(
        """
        SELECT count(*) FROM owners o WHERE o.files <> (SELECT count(*) FROM holdings h WHERE h.owner = o.owner)
        OR o.bytes <> (SELECT coalesce(sum(h.bytes), 0) FROM holdings h WHERE h.owner = o.owner)
        """));

    private Task<long?> NumberAsync(string sql) => Store.Database.ReadAsync(session => session.NumberAsync(sql, default), default);
}
