using Extractor.Storage.Originals;

namespace Extractor.Storage.Tests.Originals;

public sealed class FileOriginalStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("extractor-originals-").FullName;

    [Fact]
    public async Task What_was_put_comes_back_after_a_restart()
    {
        var file = new SampleFile("a");
        await new FileOriginalStore(_folder).PutAsync(file.Sha256, file.Bytes, default);
        await new FileOriginalStore(_folder).PutAsync(file.Sha256, file.Bytes, default);

        Assert.Equal(file.Bytes, await new FileOriginalStore(_folder).ReadAsync(file.Sha256, default));
        Assert.True(await new FileOriginalStore(_folder).ContainsAsync(file.Sha256, default));
        Assert.Equal(Path.Combine(_folder, file.Sha256[..2], file.Sha256), Files().Single());
    }

    [Fact]
    public async Task Bytes_that_changed_on_the_disk_are_never_given_out()
    {
        var file = new SampleFile("a");
        var store = new FileOriginalStore(_folder);
        await store.PutAsync(file.Sha256, file.Bytes, default);
        await File.WriteAllTextAsync(Files().Single(), "b");

        await Assert.ThrowsAsync<InvalidDataException>(() => store.ReadAsync(file.Sha256, default));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_null_and_can_be_deleted()
    {
        var file = new SampleFile("a");
        var store = new FileOriginalStore(_folder);

        Assert.Null(await store.ReadAsync(file.Sha256, default));
        await store.DeleteAsync(file.Sha256, default);
        await store.PutAsync(file.Sha256, file.Bytes, default);
        await store.DeleteAsync(file.Sha256, default);

        Assert.False(await store.ContainsAsync(file.Sha256, default));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("AB")]
    public async Task Only_digests_are_names(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => new FileOriginalStore(_folder).ReadAsync(name, default));

    [Fact]
    public async Task What_a_killed_process_was_writing_is_swept_up_when_it_is_old()
    {
        string old = Path.Combine(_folder, ".unfinished", "old");
        string young = Path.Combine(_folder, ".unfinished", "young");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        await File.WriteAllTextAsync(old, "a");
        await File.WriteAllTextAsync(young, "a");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        _ = new FileOriginalStore(_folder);

        Assert.Equal([young], Files());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
}
