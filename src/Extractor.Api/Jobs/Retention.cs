using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Deletes results that are older than they may be, a few at a time, where the operator has set an age; once a day it looks through the originals.</summary>
internal sealed partial class Retention(ResultStore results, OriginalSweep originals, IOptions<StorageOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private const int Some = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstLook = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

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
        // Not at once: a start has other things to do than to look through millions of files.
        DateTimeOffset nextLook = time.GetUtcNow() + FirstLook;
        try
        {
            do
            {
                nextLook = await WorkAsync(nextLook, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of without being stopped would log it as an error.
        }
    }

    private async Task<DateTimeOffset> WorkAsync(DateTimeOffset nextLook, CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
            if (time.GetUtcNow() >= nextLook)
            {
                nextLook = time.GetUtcNow() + Day;
                await LookAsync(cancellationToken);
            }
        }
#pragma warning disable CA1031 // What could not be deleted now is due again next time; a host that is disposed of takes the storage away under this.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }

        return nextLook;
    }

    /// <summary>Removes files no job has named for a day, and tells of those that are gone.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        SweepReport report = await originals.RunAsync(Day, removes: true, cancellationToken);
        if (report.Orphans.Count > 0)
        {
            LogOrphans(logger, report.Orphans.Count);
        }

        if (report.Missing.Count > 0)
        {
            LogMissing(logger, report.Missing.Count, report.Missing[0]);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} originals without a job were removed.")]
    private static partial void LogOrphans(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "The files of {Count} originals are gone, the first is {Sha256}.")]
    private static partial void LogMissing(ILogger logger, int count, string sha256);

    [LoggerMessage(LogLevel.Error, "Old results could not be deleted; they are tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
