using System.Globalization;
using Extractor.Campaigns;
using Extractor.Storage;
using Extractor.Storage.Benchmarks;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var what, var place, ..])
{
    Console.Error.WriteLine("""
        overhead PLACE [DOCUMENTS] FILE…   queue and storage for each document, beside the pipeline alone
        enqueue PLACE [DOCUMENTS]          rows a second
        campaign PLACE [FILES]             memory while files are found and the report is made
        queries PLACE [RESULTS]            lists and series over many stored results
        PLACE is an empty folder (SQLite) or a connection string (PostgreSQL)
        """);
    return 2;
}

bool isServer = place.Contains('=', StringComparison.Ordinal);
string folder = isServer ? Directory.CreateTempSubdirectory("extractor-bench-").FullName : place;
await using ServiceProvider services = new ServiceCollection().AddLogging().AddExtractorStorage().AddExtractorCampaigns().AddSingleton<IWorkerPool, NoWorkers>().Configure<StorageOptions>(options =>
{
    options.Provider = isServer ? StorageProvider.PostgreSql : StorageProvider.Sqlite;
    options.DataDirectory = folder;
    options.ConnectionString = isServer ? place : null;
}).BuildServiceProvider();
await services.GetRequiredService<StoreSetup>().PrepareAsync(default);
int count = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1000;
await (what switch
{
    "overhead" => Overhead.RunAsync(services, count, args[3..]),
    "campaign" => CampaignMemory.RunAsync(services, count),
    "enqueue" => Enqueue.RunAsync(services, count),
    _ => Queries.RunAsync(services, count),
});
if (isServer)
{
    Directory.Delete(folder, recursive: true);
}

return 0;
