using Extractor.Storage;

namespace Extractor.Api.Jobs;

/// <summary>Makes the storage ready before the first request and takes up what an earlier process left.</summary>
internal sealed partial class StorePreparation(StoreSetup setup, DocumentQueue queue, Microsoft.Extensions.Options.IOptions<JobOptions> options, ILogger<StorePreparation> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await setup.PrepareAsync(cancellationToken);
        int recovered = await queue.RecoverAsync(options.Value.MaxAttempts, setup.IsAlone, cancellationToken);
        if (recovered > 0)
        {
            LogRecovered(logger, recovered);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "{Count} documents were being read when the service ended; they are read again.")]
    private static partial void LogRecovered(ILogger logger, int count);
}
