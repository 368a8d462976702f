using Extractor.Storage.Originals;

namespace Extractor.Storage.Tests.Originals;

public sealed class FileOriginalStoreTests : OriginalStoreContract, IDisposable
{
    private readonly string _folder = GoneWithThisProcess.NewFolder("originals");

    [Fact]
    public async Task A_file_lies_in_one_of_256_folders()
    {
        var file = new SampleFile("a");
        await Open().PutAsync(file.Sha256, file.Bytes, default);

        Assert.Equal(Path.Combine(_folder, file.Sha256[..2], file.Sha256), Files().Single());
    }

    [Fact]
    public async Task What_a_killed_process_was_writing_is_swept_up_when_it_is_old()
    {
        string old = Path.Combine(_folder, ".unfinished", "old");
        string young = Path.Combine(_folder, ".unfinished", "young");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        await File.WriteAllTextAsync(old, "a");
        await File.WriteAllTextAsync(young, "a");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        Open();

        Assert.Equal([young], Files());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private protected override IOriginalStore Open() => new FileOriginalStore(_folder);

    private protected override Task DamageAsync(string sha256) => File.WriteAllTextAsync(Files().Single(), "b");

    private string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
}
