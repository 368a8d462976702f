using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Extractor.Api.Telemetry;
using Extractor.Ingest.Pdf;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Work;

/// <summary>Both ends of the workers: how the service starts them, and what each of them reads files with.</summary>
internal static class WorkerSetup
{
    private const string MaxPages = "EXTRACTOR_WORKER_MAX_PAGES";

    /// <summary>How a worker is started: the service itself, with the settings that concern the reading of files.</summary>
    public static WorkerCommand Command(IServiceProvider services) => WorkerCommand.OfThisProgram() with { Environment = SettingsOf(services) };

    /// <summary>The variables a worker takes its settings from.</summary>
    public static ImmutableDictionary<string, string> SettingsOf(IServiceProvider services) =>
        SettingsOf(services.GetRequiredService<IOptions<ExtractorOptions>>().Value, services.GetRequiredService<IOptions<ApiOptions>>().Value);

    /// <summary>The same before there are services.</summary>
    /// <param name="settings">The section "Extractor" of the settings.</param>
    public static ImmutableDictionary<string, string> SettingsOf(IConfiguration settings)
    {
        var models = new ExtractorOptions();
        settings.Bind(models);
        var limits = new ApiOptions();
        settings.Bind(limits);
        return SettingsOf(models, limits);
    }

    public static IWorkerPool StartPool(IServiceProvider services) => WorkerPool.Start(
        services.GetRequiredService<IOptions<WorkerOptions>>().Value, services.GetRequiredService<WorkerCommand>(),
        Tell(services), services.GetRequiredService<TimeProvider>(), StartOf(services.GetRequiredService<IHostApplicationLifetime>()));

    /// <summary>Has the workers started while the service is put together.</summary>
    /// <param name="services">The services of the host, before anything is added to them.</param>
    /// <param name="settings">The section "Extractor" of the settings.</param>
    public static void StartEarly(IServiceCollection services, IConfiguration settings)
    {
        // Another program that runs the service inside itself, such as a test, cannot be started as a worker; it says what takes their place.
        if (Assembly.GetEntryAssembly() != typeof(WorkerSetup).Assembly)
        {
            return;
        }

        var early = new EarlyWorkers(settings);
        services.AddSingleton(provider => early.Join(provider.GetRequiredService<IHostApplicationLifetime>(), Tell(provider)));
    }

    private static ImmutableDictionary<string, string> SettingsOf(ExtractorOptions models, ApiOptions limits) =>
        WorkerModels.SettingsOf(models).Add(MaxPages, limits.MaxPages.ToString(CultureInfo.InvariantCulture));

    private static Task StartOf(IHostApplicationLifetime host)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private static Action<WorkerNotice> Tell(IServiceProvider services)
    {
        WorkerLog log = services.GetRequiredService<WorkerLog>();
        ServiceMetrics metrics = services.GetRequiredService<ServiceMetrics>();
        return notice =>
        {
            log.Tell(notice);
            metrics.Count(notice);
        };
    }

    /// <summary>What a worker reads files with.</summary>
    public static ExtractionPipeline CreatePipeline()
    {
        var services = new ServiceCollection();
        services.AddExtractor(WorkerModels.Apply).AddDocx().AddPdf().AddText();
        if (int.TryParse(Environment.GetEnvironmentVariable(MaxPages), NumberStyles.None, CultureInfo.InvariantCulture, out int pages))
        {
            services.Configure<PdfReaderOptions>(options => options.MaxPages = pages);
        }

        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }
}
