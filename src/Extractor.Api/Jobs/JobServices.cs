using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Api.Features;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Registers storage, queue and everything that works on them.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<StorageOptions>().Bind(settings.GetSection("Storage"));
        services.AddOptions<QuotaOptions>().Bind(settings.GetSection("Quotas"));
        services.AddOptions<JobOptions>().Bind(settings.GetSection("Jobs")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsCheck>();
        services.AddExtractorStorage();
        services.AddSingleton<QueueSignal>();
        services.AddSingleton<DiskSpace>();
        services.AddSingleton<JobUpload>();
        services.AddSingleton<TaggedJson>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<ResultExplanation>();
        // In this order: nothing may look at the storage before it is ready.
        services.AddHostedService<StorePreparation>();
        services.AddHostedService<JobExecutor>();
        services.AddHostedService<Retention>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<DocumentState>(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<ResultState>(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<JobState>(JsonNamingPolicy.CamelCase));
        });
        return services;
    }
}
