using System.Text;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_backup_brings_everything_back_into_an_empty_storage()
    {
        long id = await StoreResultAsync("a", new SampleFile("a").Result());
        string waiting = await Store.SubmitAsync(new NewJob(), "b");
        string folder = Path.Combine(Store.Folder, "backup");
        await File.WriteAllTextAsync(Path.Combine(KeyFolder.Create(Store.Folder).FullName, "key.xml"), "secret");

        BackupReport made = await Store.Get<StoreBackup>().BackupAsync(folder, default);
        await using Store empty = Store.CreateEmpty(provider);
        BackupReport restored = await empty.Get<StoreBackup>().RestoreAsync(folder, default);
        await empty.Setup.PrepareAsync(default);

        Assert.Equal((new BackupReport(2, 0), new BackupReport(2, 0)), (made, restored));
        Assert.Equal(new SampleFile("a").Result(), await empty.Results.ReadAsync(id, default));
        Assert.Equal(1, (await empty.Jobs.FindAsync(waiting, default))!.Total);
        Assert.Equal(new SampleFile("b").Bytes, await empty.Originals.ReadAsync(new SampleFile("b").Sha256, default));
        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(empty.Folder, "keys", "key.xml")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(empty.Folder, "keys")));
        }

        Assert.Single(await empty.Get<ReportStore>().ListAsync(new ReportFilter(), null, 10, default));
        // The restored storage goes on: new rows get new ids and the history is still guarded.
        await empty.SubmitAsync(new NewJob(), "c");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => empty.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM history", default), default));
    }

    [Fact]
    public async Task A_backup_is_restored_only_whole_and_only_where_nothing_is()
    {
        await StoreResultAsync("a", new SampleFile("a").Result());
        string folder = Path.Combine(Store.Folder, "backup");
        await Store.Get<StoreBackup>().BackupAsync(folder, default);

        await Assert.ThrowsAsync<BackupException>(() => Store.Get<StoreBackup>().BackupAsync(folder, default));
        await Assert.ThrowsAsync<BackupException>(() => Store.Get<StoreBackup>().RestoreAsync(folder, default));
        await using Store empty = Store.CreateEmpty(provider);
        await Assert.ThrowsAsync<BackupException>(() => empty.Get<StoreBackup>().RestoreAsync(Store.Folder, default));
        await File.AppendAllTextAsync(Directory.GetFiles(folder, "extractor.d*").Single(), "x", Encoding.ASCII);
        await Assert.ThrowsAsync<BackupException>(() => empty.Get<StoreBackup>().RestoreAsync(folder, default));
    }

    [Fact]
    public async Task A_damaged_original_does_not_stop_a_backup_and_is_counted()
    {
        await Store.SubmitAsync(new NewJob(), "a", "b");
        string damaged = Directory.GetFiles(Store.Folder, new SampleFile("a").Sha256, SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(damaged, "x");

        Assert.Equal(new BackupReport(1, 1), await Store.Get<StoreBackup>().BackupAsync(Path.Combine(Store.Folder, "backup"), default));
    }
}
