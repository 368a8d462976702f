using System.Data.Common;
using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    /// <summary>The last schema before answers had groups and packed figures.</summary>
    private const string BeforeGroups = "Campaigns";

    // In the order their rows refer to each other; what the later schema has more of is left out.
    private static readonly string[] FilledTables = ["agencies", "jobs", "originals", "results", "documents", "result_bodies", "findings", "history"];

    [Fact]
    public async Task What_is_to_be_migrated_is_known_without_the_model()
    {
        await using Store empty = Store.CreateEmpty(provider);
        await using StoreContext context = empty.Database.CreateContext();
        string[] all = [.. context.Database.GetMigrations()];

        Assert.Equal(all, await empty.Database.PendingMigrationsAsync(default));
        await context.GetService<IMigrator>().MigrateAsync(BeforeGroups);
        Assert.Equal(await context.Database.GetPendingMigrationsAsync(), await empty.Database.PendingMigrationsAsync(default));
        Assert.NotEmpty(await empty.Database.PendingMigrationsAsync(default));
        await empty.Setup.PrepareAsync(default);
        Assert.Empty(await empty.Database.PendingMigrationsAsync(default));
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Answers_of_an_earlier_schema_are_found_after_the_migration_like_those_of_this_one()
    {
        await StoreFourAsync();
        await Store.SubmitAsync(new NewJob { Owner = "k1" }, "waiting", "waiting", "as well");
        await CarryAsync();
        await using Store earlier = Store.CreateEmpty(provider);
        await using (StoreContext context = earlier.Database.CreateContext())
        {
            await context.GetService<IMigrator>().MigrateAsync(BeforeGroups);
        }

        foreach (string table in FilledTables)
        {
            await CopyAsync(table, Store.Database, earlier.Database);
        }

        await earlier.Setup.PrepareAsync(default);

        Assert.Equal(await HeadsAsync(Store, new()), await HeadsAsync(earlier, new()));
        foreach (object[] row in (IEnumerable<object[]>)Filters)
        {
            var filter = (ReportFilter)row[1];
            Assert.Equal(await HeadsAsync(Store, filter), await HeadsAsync(earlier, filter));
            Assert.Equal(
                await Store.Get<ReportStore>().SeriesAsync("a.received", filter, null, 10, default),
                await earlier.Get<ReportStore>().SeriesAsync("a.received", filter, null, 10, default));
        }

        Assert.Equal(new StoredAmount(2, 14), await StoredAsync(Store, "k1"));
        Assert.Equal(await StoredAsync(Store, "k1"), await StoredAsync(earlier, "k1"));
        LeasedDocument waiting = (await earlier.Queue.LeaseAsync(Store.Owner, 5, TimeSpan.FromSeconds(30), default))[0];
        Assert.Equal("waiting.docx", waiting.FileName);
        Assert.Equal(
            DocumentState.Done, await earlier.Queue.FinishAsync(waiting, Store.Owner, new ReadEnd(new SampleFile("waiting").Result(), V1), default));
    }

    private static async Task<string[]> HeadsAsync(Store store, ReportFilter filter) =>
        [.. (await store.Get<ReportStore>().ListAsync(filter, null, 10, default)).Select(report => $"{report.Id} {report.FileName} {report.Agency}")];

    private static async Task CopyAsync(string table, StoreDatabase from, StoreDatabase to)
    {
        string[] columns = await to.ReadAsync(async session => await ColumnsAsync(session.Connection, table), default);
        List<object?[]> rows = await from.ReadAsync(
            session => session.QueryAsync(
                $"SELECT {string.Join(", ", columns)} FROM {table}",
                row => (object?[])[.. Enumerable.Range(0, columns.Length).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))], default), default);
        await to.WriteAsync(
            async session =>
            {
                await session.InsertManyAsync(table, columns, rows, default);
                return true;
            }, default);
        if (columns.Contains("id") && rows.Count > 0 && rows[0][Array.IndexOf(columns, "id")] is long or int)
        {
            await to.GoOnNumberingAsync(table, "id", default);
        }
    }

    private static async Task<string[]> ColumnsAsync(DbConnection connection, string table)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
