namespace Extractor.Storage.Tests.Originals;

/// <summary>What every store of originals promises.</summary>
public abstract class OriginalStoreContract
{
    private protected abstract IOriginalStore Open();

    private protected abstract Task DamageAsync(string sha256);

    [Fact]
    public async Task What_was_put_comes_back_from_another_process()
    {
        var file = new SampleFile("đầu");
        await Open().PutAsync(file.Sha256, file.Bytes, default);
        await Open().PutAsync(file.Sha256, file.Bytes, default);

        Assert.Equal(file.Bytes, await Open().ReadAsync(file.Sha256, default));
        Assert.True(await Open().ContainsAsync(file.Sha256, default));
    }

    [Fact]
    public async Task A_large_file_and_an_empty_one_come_back()
    {
        foreach (string content in (string[])[new string('x', 3_000_000), ""])
        {
            var file = new SampleFile(content);
            await Open().PutAsync(file.Sha256, file.Bytes, default);

            Assert.Equal(file.Bytes, await Open().ReadAsync(file.Sha256, default));
        }
    }

    [Fact]
    public async Task Bytes_that_changed_in_the_store_are_never_given_out()
    {
        var file = new SampleFile("a");
        await Open().PutAsync(file.Sha256, file.Bytes, default);
        await DamageAsync(file.Sha256);

        await Assert.ThrowsAsync<InvalidDataException>(() => Open().ReadAsync(file.Sha256, default));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_null_and_can_be_deleted()
    {
        var file = new SampleFile("a");
        IOriginalStore store = Open();

        Assert.Null(await store.ReadAsync(file.Sha256, default));
        await store.DeleteAsync(file.Sha256, default);
        await store.PutAsync(file.Sha256, file.Bytes, default);
        await store.DeleteAsync(file.Sha256, default);

        Assert.False(await store.ContainsAsync(file.Sha256, default));
        Assert.Empty(await ListAsync(store));
    }

    [Fact]
    public async Task All_files_are_listed_once()
    {
        IOriginalStore store = Open();
        string[] names = [.. Enumerable.Range(0, 25).Select(i => new SampleFile($"{i}").Sha256)];
        foreach ((int i, string name) in names.Index())
        {
            await store.PutAsync(name, new SampleFile($"{i}").Bytes, default);
        }

        List<StoredOriginal> listed = await ListAsync(store);

        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Select(file => file.Sha256).Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.InRange(file.StoredAt, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("AB")]
    public async Task Only_digests_are_names(string name) => await Assert.ThrowsAsync<ArgumentException>(() => Open().ReadAsync(name, default));

    private static async Task<List<StoredOriginal>> ListAsync(IOriginalStore store)
    {
        var files = new List<StoredOriginal>();
        await foreach (StoredOriginal file in store.ListAsync(default))
        {
            files.Add(file);
        }

        return files;
    }
}
