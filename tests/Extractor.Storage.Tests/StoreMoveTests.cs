using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Storage.Maintenance;

namespace Extractor.Storage.Tests;

public sealed class StoreMoveTests : IAsyncLifetime
{
    private static readonly ReadingVersions Versions = new("1.0", "m1");

    private Store _from = null!;
    private Store _to = null!;

    private StorageOptions Target => new() { Provider = StorageProvider.PostgreSql, ConnectionString = _to.ConnectionString, DataDirectory = _from.Folder };

    public async Task InitializeAsync()
    {
        _from = await Store.CreateAsync(StorageProvider.Sqlite);
        _to = Store.CreateEmpty(StorageProvider.PostgreSql);
        await _from.SubmitAsync(new NewJob { IdempotencyKey = "k", Owner = "o" }, "đ", "a", "b");
        foreach (string content in (string[])["đ", "a"])
        {
            await _from.Queue.FinishAsync(
                await _from.LeaseAsync(), Store.Owner, new ReadEnd(new SampleFile(content).Result(findings: [Severity.Error]), Versions), default);
        }

        await _from.Get<ApiKeyStore>().CreateAsync("khóa", KeyScopes.Admin, null, null, default);
        // The service has stopped.
        _from.Setup.Dispose();
    }

    public async Task DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Fact]
    public async Task Everything_arrives_and_the_other_database_goes_on()
    {
        MoveReport report = await MoveAsync();

        Assert.Equal((3L, 2L, 2L, 3, 0), (report.Tables["documents"], report.Tables["results"], report.Tables["findings"], report.Originals, report.Missing));
        await using Store other = await OtherAsync();
        ReportSummary newest = (await other.Get<ReportStore>().ListAsync(new ReportFilter { Rule = "R01" }, null, 10, default))[0];
        Assert.Equal(new SampleFile("a").Result(findings: [Severity.Error]), await other.Results.ReadAsync(newest.Id, default));
        Assert.Equal(2, (await other.Get<ReportStore>().SeriesAsync("a.received", new ReportFilter(), null, 10, default)).Count);
        LeasedDocument waiting = await other.LeaseAsync();
        Assert.Equal("b.docx", waiting.FileName);
        // New rows get numbers of their own.
        Assert.Equal(DocumentState.NeedsReview, await other.Queue.FinishAsync(
            waiting, Store.Owner, new ReadEnd(new SampleFile("b").Result(findings: [Severity.Error]), Versions), default));
        Assert.True((await other.Get<ReportStore>().ListAsync(new ReportFilter(), null, 1, default))[0].Id > newest.Id);
    }

    [Fact]
    public async Task A_move_that_was_cut_off_goes_on_and_neither_side_can_be_used_meanwhile()
    {
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using Store again = _from.Again();
            await again.Get<StoreMove>().MoveAsync(
                Target, (table, _) =>
                {
                    if (table == "results")
                    {
                        cut.Cancel();
                    }
                }, cut.Token);
        });
        await Assert.ThrowsAsync<InvalidOperationException>(OtherAsync);

        MoveReport report = await MoveAsync();

        Assert.Equal(2, report.Tables["results"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _from.Setup.PrepareAsync(default));
        await using Store other = await OtherAsync();
    }

    [Fact]
    public async Task Nothing_is_moved_into_a_database_that_is_in_use_nor_believed_without_comparing()
    {
        await _to.Setup.PrepareAsync(default);
        await using (var other = new PostgresDatabase(_to.ConnectionString!))
        {
            await other.WriteAsync(session => session.ExecuteAsync("INSERT INTO agencies (name, folded) VALUES ('x', 'x')", default), default);
            await Assert.ThrowsAsync<MoveException>(MoveAsync);
            // As if a row had come in between: more than here.
            await StoreMarks.SetAsync(other, StoreMarks.Moving, "", default);
        }

        await Assert.ThrowsAsync<MoveException>(MoveAsync);
    }

    private async Task<MoveReport> MoveAsync()
    {
        await using Store again = _from.Again();
        return await again.Get<StoreMove>().MoveAsync(Target, null, default);
    }

    private async Task<Store> OtherAsync()
    {
        Store other = _from.With(StorageProvider.PostgreSql, _to.ConnectionString);
        try
        {
            await other.Setup.PrepareAsync(default);
            return other;
        }
        catch (InvalidOperationException)
        {
            await other.DisposeAsync();
            throw;
        }
    }
}
