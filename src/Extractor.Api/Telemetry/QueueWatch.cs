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
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of without being stopped would log it as an error.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            (int waiting, int reading) = await queue.DepthAsync(cancellationToken);
            metrics.SetQueue(waiting, reading);
        }
#pragma warning disable CA1031 // A figure that is missing now comes with the next look; a host that is disposed of takes the storage away under this, which is no news.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                LogUnknown(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The depth of the queue could not be told.")]
    private static partial void LogUnknown(ILogger logger, Exception exception);
}
