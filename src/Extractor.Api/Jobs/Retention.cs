using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Deletes results that are older than they may be, a few at a time; does nothing unless the operator has set an age.</summary>
internal sealed partial class Retention(ResultStore results, IOptions<StorageOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private const int Some = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>Deletes what is due now.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        int deleted = 0;
        if (options.Value.RetentionDays is not { } days)
        {
            return deleted;
        }

        DateTimeOffset before = time.GetUtcNow().AddDays(-days);
        while (await results.OlderThanAsync(before, Some, cancellationToken) is { Count: > 0 } due)
        {
            foreach (long id in due)
            {
                // One that is gone already went with another answer to the same bytes.
                deleted += await results.DeleteAsync(id, "retention", cancellationToken) ? 1 : 0;
            }
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
#pragma warning disable CA1031 // What could not be deleted now is due again next time.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Old results could not be deleted; they are tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
