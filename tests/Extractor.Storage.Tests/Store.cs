using Extractor.Storage.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Tests;

/// <summary>A whole storage in a temporary folder, on either database.</summary>
public sealed class Store : IAsyncDisposable
{
    public const string Owner = "node/1";

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private Store(StorageProvider provider, string folder, string? connectionString, bool ownsFolder)
    {
        Folder = folder;
        ConnectionString = connectionString;
        _ownsFolder = ownsFolder;
        _services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddExtractorStorage().Configure<StorageOptions>(options =>
        {
            options.Provider = provider;
            options.DataDirectory = folder;
            options.ConnectionString = connectionString;
        }).BuildServiceProvider();
        Provider = provider;
    }

    public TestClock Clock { get; } = new();

    public string Folder { get; }

    public string? ConnectionString { get; }

    public StorageProvider Provider { get; }

    public JobStore Jobs => _services.GetRequiredService<JobStore>();

    public DocumentQueue Queue => _services.GetRequiredService<DocumentQueue>();

    public ResultStore Results => _services.GetRequiredService<ResultStore>();

    public IOriginalStore Originals => _services.GetRequiredService<IOriginalStore>();

    public HistoryStore History => _services.GetRequiredService<HistoryStore>();

    public StoreSetup Setup => _services.GetRequiredService<StoreSetup>();

    internal StoreDatabase Database => _services.GetRequiredService<StoreDatabase>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A storage whose database has no tables yet.</summary>
    public static Store CreateEmpty(StorageProvider provider) => new(
        provider, GoneWithThisProcess.NewFolder("store"),
        provider == StorageProvider.PostgreSql ? PostgresServer.Shared.CreateDatabase() : null, ownsFolder: true);

    public static async Task<Store> CreateAsync(StorageProvider provider)
    {
        Store store = CreateEmpty(provider);
        await store.Setup.PrepareAsync(default);
        return store;
    }

    /// <summary>Another process on the same data, as far as one process can play it.</summary>
    public Store Again() => new(Provider, Folder, ConnectionString, ownsFolder: false);

    /// <summary>The same originals with another database.</summary>
    public Store With(StorageProvider provider, string? connectionString) => new(provider, Folder, connectionString, ownsFolder: false);

    /// <summary>Puts files and takes a job of them.</summary>
    public async Task<string> SubmitAsync(NewJob job, params string[] contents)
    {
        var documents = new List<NewDocument>();
        foreach (string content in contents)
        {
            documents.Add(await PutAsync(content));
        }

        return await Jobs.CreateAsync(job, documents, default);
    }

    public async Task<NewDocument> PutAsync(string content)
    {
        var file = new SampleFile(content);
        await Originals.PutAsync(file.Sha256, file.Bytes, default);
        return new NewDocument(content + ".docx", file.Sha256, file.Bytes.Length);
    }

    public async Task<LeasedDocument> LeaseAsync(string owner = Owner) =>
        Assert.Single(await Queue.LeaseAsync(owner, 1, TimeSpan.FromSeconds(30), default));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
