using Extractor.Storage.Originals;

namespace Extractor.Storage.Tests.Originals;

/// <summary>Against a small server of the tests; against any other where EXTRACTOR_TEST_S3 names its address (keys S3RVER, a bucket "reports").</summary>
public sealed class S3OriginalStoreTests : OriginalStoreContract, IAsyncLifetime
{
    private static readonly string? Other = Environment.GetEnvironmentVariable("EXTRACTOR_TEST_S3");

    private readonly string _prefix = $"t{Guid.NewGuid():N}/";
    private readonly List<S3OriginalStore> _opened = [];
    private S3Server _server = null!;

    public async Task InitializeAsync() => _server = await S3Server.StartAsync();

    public async Task DisposeAsync()
    {
        _opened.ForEach(store => store.Dispose());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_store_that_refuses_or_is_not_there_is_an_error_that_passes_and_never_a_missing_file()
    {
        var file = new SampleFile("a");
        await Assert.ThrowsAsync<IOException>(() => Open(options => options.AccessKey = "stranger").ReadAsync(file.Sha256, default));
        await Assert.ThrowsAsync<IOException>(() => Open(options => options.Bucket = "other").ReadAsync(file.Sha256, default));
        await Assert.ThrowsAsync<IOException>(() => Open(options => options.Endpoint = "http://127.0.0.1:9").ReadAsync(file.Sha256, default));
    }

    [Fact]
    public async Task Objects_of_others_in_the_bucket_are_left_alone()
    {
        _server.Objects["readme"] = [1];
        _server.Objects[_prefix + "notes.txt"] = [1];

        await foreach (StoredOriginal file in Open().ListAsync(default))
        {
            Assert.Fail($"{file.Sha256} is no original.");
        }
    }

    private protected override IOriginalStore Open() => Open(_ => { });

    private protected override async Task DamageAsync(string sha256)
    {
        // Only a store that is asked to can put bytes under another name.
        IOriginalStore store = Open();
        await store.DeleteAsync(sha256, default);
        await store.PutAsync(sha256, new byte[] { 1 }, default);
    }

    private S3OriginalStore Open(Action<S3Options> change)
    {
        bool isOther = Other is not null;
        var options = new S3Options
        {
            Bucket = S3Server.Bucket,
            Endpoint = Other ?? _server.Address,
            AccessKey = isOther ? "S3RVER" : "id",
            SecretKey = isOther ? "S3RVER" : "secret",
            Prefix = _prefix,
        };
        change(options);
        var store = new S3OriginalStore(options);
        _opened.Add(store);
        return store;
    }
}
