using System.Text.Json.Serialization;
using Extractor.Api.Access;
using Extractor.Api.Campaigns;
using Extractor.Api.Edge;
using Extractor.Api.Features;
using Extractor.Api.Jobs;
using Extractor.Api.OpenApi;
using Extractor.Api.Telemetry;
using Extractor.Api.Uploads;
using Extractor.Api.Webhooks;
using Extractor.Api.Work;
using Extractor.Models;
using Extractor.Workers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor.Api;

/// <summary>Registers everything the service needs.</summary>
internal static class ApiServiceCollectionExtensions
{
    // Boundaries and part headers of a multipart body come on top of the file itself.
    private const long MultipartOverhead = 64 << 10;

    public static IServiceCollection AddExtractorApi(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ApiOptions>().Bind(settings).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsCheck>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ApiOptions>>(
            (kestrel, api) => kestrel.Limits.MaxRequestBodySize = api.Value.MaxFileBytes + MultipartOverhead);

        services.AddOptions<WorkerOptions>().Bind(settings.GetSection("Workers")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WorkerOptions>, WorkerOptionsCheck>();

        services.AddExtractor();
        services.AddSingleton<ReportFamilies>();
        services.AddOptions<ExtractorOptions>().Bind(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(WorkerSetup.Command);
        services.TryAddSingleton(WorkerSetup.StartPool);
        services.AddSingleton<WorkerLog>();
        services.AddHostedService<StartUpCheck>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<GuardedWorkers>();
        services.AddSingleton<UploadReader>();
        services.AddJobs(settings).AddCampaigns(settings).AddAccess(settings).AddTelemetry(settings).AddWebhooks(settings);

        services.AddEdge(settings);
        services.AddHealthChecks();
        services.AddOpenApi(ContractDocument.Describe);
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in ExtractorJson.Compact.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = ExtractorJson.Compact.Encoder;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ExtractorJsonContext.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, ContractJsonContext.Default);
        });
        return services;
    }
}
