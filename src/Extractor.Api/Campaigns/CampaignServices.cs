using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Api.Telemetry;
using Extractor.Api.Uploads;
using Extractor.Campaigns;
using Extractor.Campaigns.Scanning;
using Extractor.Storage;

namespace Extractor.Api.Campaigns;

/// <summary>Registers campaigns and what takes their files.</summary>
internal static class CampaignServices
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<CampaignOptions>().Bind(settings.GetSection("Campaigns"));
        services.AddOptions<ScannerOptions>().Bind(settings.GetSection("Scanner"));
        services.AddSingleton<IVirusScanner, MeasuredScanner>();
        services.AddSingleton<UploadScan>();
        services.AddHostedService<ScannerNotice>();
        services.AddExtractorCampaigns();
        services.AddSingleton<CampaignUpload>();
        services.AddSingleton<ArchiveUpload>();
        services.AddHostedService<CampaignHost>();
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<CampaignState>(JsonNamingPolicy.CamelCase)));
        return services;
    }
}
