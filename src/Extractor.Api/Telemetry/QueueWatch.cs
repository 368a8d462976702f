using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Telemetry;

/// <summary>Looks at the depth of the queue once in a while.</summary>
internal sealed partial class QueueWatch(
    DocumentQueue queue, ServiceMetrics metrics, IOptions<TelemetryOptions> options, TimeProvider time, ILogger<QueueWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.QueuePollSeconds), time);
        do
        {
            try
            {
                (int waiting, int reading) = await queue.DepthAsync(stoppingToken);
                metrics.SetQueue(waiting, reading);
            }
#pragma warning disable CA1031 // A figure that is missing now comes with the next look.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogUnknown(logger, exception);
            }
#pragma warning disable CA1031 // A host that is disposed of without being stopped takes the storage away under this; whatever that ends in is no news.
            catch (Exception)
#pragma warning restore CA1031
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The depth of the queue could not be told.")]
    private static partial void LogUnknown(ILogger logger, Exception exception);
}
