using Extractor.Storage.Model;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Tests;

/// <summary>What the storage promises whatever the database is; each database inherits every test.</summary>
public abstract partial class StoreContract(StorageProvider provider) : IAsyncLifetime
{
    private static readonly ReadingVersions V1 = new("1.0", "m1");
    private static readonly ReadingVersions V2 = new("2.0", "m1");

    protected Store Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await Store.CreateAsync(provider);

    public async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        await using StoreContext context = Store.Database.CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync());
        // Every column can be read: one that only the snapshot knows would fail here.
        Assert.Empty(await context.Documents.ToListAsync());
        Assert.Empty(await context.Results.ToListAsync());
        Assert.Empty(await context.ReportGroups.ToListAsync());
        Assert.Empty(await context.ResultValues.ToListAsync());
        Assert.Empty(await context.Series.ToListAsync());
        Assert.Empty(await context.SeriesBacklog.ToListAsync());
        Assert.Empty(await context.Quarantine.ToListAsync());
        Assert.Empty(await context.Marks.ToListAsync());
        Assert.Empty(await context.Findings.ToListAsync());
        Assert.Empty(await context.ApiKeys.ToListAsync());
        Assert.Empty(await context.Holdings.ToListAsync());
        Assert.Empty(await context.Owners.ToListAsync());
        Assert.Empty(await context.Campaigns.ToListAsync());
        Assert.Empty(await context.CampaignFiles.ToListAsync());
        Assert.Empty(await context.CampaignFolders.ToListAsync());
        Assert.Empty(await context.CampaignSlices.ToListAsync());
        // The scheduler's tables are in no model.
        Assert.Equal(0, await Store.Database.ReadAsync(session => session.NumberAsync("SELECT count(*) FROM qrtz_triggers", default), default));
    }

    [Theory]
    [InlineData("UPDATE history SET kind = 'x'")]
    [InlineData("DELETE FROM history")]
    public async Task The_history_cannot_be_changed(string sql)
    {
        await Store.SubmitAsync(new NewJob(), "a");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.Database.WriteAsync(session => session.ExecuteAsync(sql, default), default));
    }

    [Fact]
    public async Task A_failed_write_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.Database.WriteAsync<int>(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO agencies (name, folded) VALUES ('a', 'a')", default);
                throw new InvalidDataException();
            }, default));

        Assert.Equal(0, await Store.Database.ReadAsync(session => session.NumberAsync("SELECT count(*) FROM agencies", default), default));
    }

    private async Task<DocumentState?> FinishAsync(LeasedDocument document, byte[] json, ReadingVersions? versions = null, string owner = Store.Owner) =>
        await Store.Queue.FinishAsync(document, owner, new ReadEnd(json, versions ?? V1), default);

    private Task CarryAsync() => Store.Get<SeriesCarrier>().CarryAllAsync(default);

    private async Task<long> StoreResultAsync(string content, byte[] json, ReadingVersions? versions = null)
    {
        string job = await Store.SubmitAsync(new NewJob(), content);
        await FinishAsync(await Store.LeaseAsync(), json, versions);
        return (await Store.Jobs.DocumentsAsync(job, 0, 1, default))[0].ResultId!.Value;
    }
}

public sealed class SqliteStoreTests() : StoreContract(StorageProvider.Sqlite);

public sealed class PostgresStoreTests() : StoreContract(StorageProvider.PostgreSql);
