using Extractor.Api.Access;
using Extractor.Storage;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Extractor.Api.Telemetry;

/// <summary>Registers metrics and traces.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        IConfigurationSection section = settings.GetSection("Telemetry");
        services.AddOptions<TelemetryOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsCheck>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<MeasuredWorkers>();
        services.AddHostedService<QueueWatch>();

        // What is exported is decided once, before the services exist.
        TelemetryOptions options = section.Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (!options.Prometheus && options.OtlpEndpoint is null)
        {
            return services;
        }

        OpenTelemetry.OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("extractor", serviceVersion: typeof(ExtractionPipeline).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => Export(metrics.AddMeter(ServiceMetrics.SourceName, "System.Runtime").AddAspNetCoreInstrumentation(), options));
        if (options.OtlpEndpoint is { } collector)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(ServiceMetrics.SourceName).AddAspNetCoreInstrumentation()
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
        }

        return services;
    }

    /// <summary>Maps <c>/metrics</c>.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        TelemetryOptions options = routes.ServiceProvider.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        if (!options.Prometheus)
        {
            return;
        }

        IEndpointConventionBuilder endpoint = routes.MapPrometheusScrapingEndpoint();
        if (!options.PrometheusWithoutKey)
        {
            endpoint.RequireScope(KeyScopes.Read);
        }
    }

    private static void Export(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        if (options.Prometheus)
        {
            metrics.AddPrometheusExporter();
        }

        if (options.OtlpEndpoint is { } collector)
        {
            metrics.AddOtlpExporter(exporter => exporter.Endpoint = collector);
        }
    }
}
