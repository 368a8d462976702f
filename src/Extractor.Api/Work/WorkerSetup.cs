using System.Collections.Immutable;
using System.Globalization;
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
    public static ImmutableDictionary<string, string> SettingsOf(IServiceProvider services) => WorkerModels.SettingsOf(services.GetRequiredService<IOptions<ExtractorOptions>>().Value).Add(
        MaxPages, services.GetRequiredService<IOptions<ApiOptions>>().Value.MaxPages.ToString(CultureInfo.InvariantCulture));

    public static IWorkerPool StartPool(IServiceProvider services) => WorkerPool.Start(
        services.GetRequiredService<IOptions<WorkerOptions>>().Value, services.GetRequiredService<WorkerCommand>(),
        Tell(services), services.GetRequiredService<TimeProvider>());

    /// <summary>Has the workers started while the rest of the service is put together: their warming up is what a start waits for longest.</summary>
    public static void StartEarly(IServiceProvider services) => Task.Run(() =>
    {
        try
        {
            services.GetRequiredService<IWorkerPool>();
        }
        catch (Exception exception) when (exception is OptionsValidationException or System.ComponentModel.DataAnnotations.ValidationException or ObjectDisposedException)
        {
            // Told by the check of the settings, which comes next.
        }
    });

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
