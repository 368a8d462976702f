using Extractor.Storage.Databases;
using Extractor.Storage.Originals;
using Extractor.Storage.Quotas;
using Extractor.Storage.Results;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>Name of the database file in the data directory.</summary>
    internal const string DatabaseFile = "extractor.db";

    /// <summary>Name of the folder of originals in the data directory.</summary>
    internal const string OriginalsFolder = "originals";

    /// <summary>Adds database, originals, jobs, results and keys; the options are bound by the host.</summary>
    public static IServiceCollection AddExtractorStorage(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<StorageOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>());
        services.AddOptions<QuotaOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<QuotaOptions>, QuotaOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.TryAddSingleton<IOriginalStore>(provider => Originals(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.TryAddSingleton<KnownNames>();
        services.TryAddSingleton<ResultWriter>();
        services.TryAddSingleton<SeriesCarrier>();
        services.TryAddSingleton<Holdings>();
        services.TryAddSingleton<OriginalKeeper>();
        services.TryAddSingleton<ContentRemover>();
        services.TryAddSingleton(provider => new StoreSetup(
            Database(provider), provider.GetRequiredService<SeriesCarrier>(), provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.TryAddSingleton(provider => new JobStore(
            Database(provider), provider.GetRequiredService<OriginalKeeper>(), provider.GetRequiredService<ContentRemover>(), Time(provider)));
        services.TryAddSingleton(provider => new DocumentQueue(Database(provider), provider.GetRequiredService<ResultWriter>(),
            provider.GetRequiredService<SeriesCarrier>(), Time(provider)));
        services.TryAddSingleton(provider => new ResultStore(Database(provider), provider.GetRequiredService<ContentRemover>()));
        services.TryAddSingleton(provider => new HistoryStore(Database(provider)));
        services.TryAddSingleton(provider => new StoreBackup(
            Database(provider), provider.GetRequiredService<IOriginalStore>(), provider.GetRequiredService<IOptions<StorageOptions>>(), Time(provider)));
        services.TryAddSingleton(provider => new CampaignStore(Database(provider), Time(provider)));
        services.TryAddSingleton(provider => new CampaignIntake(Database(provider), provider.GetRequiredService<OriginalKeeper>(), Time(provider)));
        services.TryAddSingleton(provider => new CampaignReports(Database(provider), provider.GetRequiredService<CampaignStore>()));
        services.TryAddSingleton(provider => new CampaignRemoval(Database(provider), provider.GetRequiredService<ContentRemover>(), Time(provider)));
        services.TryAddSingleton(provider => new CampaignSlices(Database(provider), Time(provider)));
        services.TryAddSingleton(provider => new CampaignQueue(
            Database(provider), provider.GetRequiredService<ResultWriter>(), provider.GetRequiredService<SeriesCarrier>(),
            provider.GetRequiredService<OriginalKeeper>(), Time(provider)));
        services.TryAddSingleton(provider => new StoreMove(
            Database(provider), provider.GetRequiredService<StoreSetup>(), provider.GetRequiredService<IOriginalStore>()));
        services.TryAddSingleton(provider => new OriginalSweep(Database(provider), provider.GetRequiredService<IOriginalStore>(), Time(provider)));
        services.TryAddSingleton(provider => new QuarantineStore(Database(provider), Time(provider)));
        services.TryAddSingleton(provider => new ReportStore(Database(provider)));
        services.TryAddSingleton(provider => new ApiKeyStore(Database(provider), Time(provider)));
        services.TryAddSingleton(provider => new WebhookStore(Database(provider), Time(provider)));
        services.TryAddSingleton(provider => new DeliveryQueue(Database(provider), Time(provider)));
        return services;
    }

    /// <summary>Opens the database of some options; nothing is read or written yet.</summary>
    internal static StoreDatabase Open(StorageOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        return options.Provider == StorageProvider.PostgreSql
            ? new PostgresDatabase(options.ConnectionString!)
            : new SqliteDatabase(Path.Combine(options.DataDirectory, DatabaseFile));
    }

    private static IOriginalStore Originals(StorageOptions options) => options.S3.Bucket is null
        ? new FileOriginalStore(Path.Combine(options.DataDirectory, OriginalsFolder))
        : new S3OriginalStore(options.S3);

    private static StoreDatabase Database(IServiceProvider provider) => provider.GetRequiredService<StoreDatabase>();

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
