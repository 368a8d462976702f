using Extractor.Campaigns.Archives;
using Extractor.Campaigns.Folders;
using Extractor.Campaigns.Scanning;
using Extractor.Campaigns.Slices;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns;

/// <summary>Registers campaigns.</summary>
public static class CampaignServiceCollectionExtensions
{
    /// <summary>Adds the engine; storage, workers and the options are registered by the host, which also runs the engine.</summary>
    public static IServiceCollection AddExtractorCampaigns(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CampaignOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CampaignOptions>, CampaignOptionsCheck>());
        services.AddOptions<ScannerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ScannerOptions>, ScannerOptionsCheck>());
        services.TryAddSingleton<ClamdScanner>();
        services.TryAddSingleton<IVirusScanner>(provider => provider.GetRequiredService<ClamdScanner>());
        services.TryAddSingleton<FileScan>();
        services.TryAddSingleton<CampaignWatch>();
        services.TryAddSingleton<CampaignReading>();
        services.TryAddSingleton<SliceRunner>();
        services.TryAddSingleton<FolderWalk>();
        services.TryAddSingleton<IArchiveIntake, ArchiveIntake>();
        services.TryAddSingleton<SliceScheduler>();
        services.TryAddSingleton(provider => new CampaignEngine(
            provider.GetRequiredService<CampaignStore>(), provider.GetRequiredService<CampaignSlices>(), provider.GetRequiredService<CampaignRemoval>(),
            provider.GetRequiredService<CampaignWatch>(),
            provider.GetRequiredService<SliceScheduler>(), provider.GetRequiredService<StoreSetup>(), provider.GetRequiredService<IOptions<CampaignOptions>>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CampaignEngine>>()));
        return services;
    }
}
