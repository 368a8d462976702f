using Extractor.Campaigns.Folders;
using Extractor.Campaigns.Scanning;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns.Slices;

/// <summary>Reads the files of one slice. It may be run again, after a crash or beside a run that was thought dead: only files without an end are read.</summary>
internal sealed partial class SliceRunner(
    CampaignQueue queue, CampaignSlices slices, CampaignIntake intake, CampaignReading reading, CampaignWatch watch, FileScan scan,
    IOptions<CampaignOptions> options, IOptions<WorkerOptions> workers, TimeProvider time, ILogger<SliceRunner> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Whatever the number of slices: files are held in memory.
    private readonly SemaphoreSlim _room = new(workers.Value.FilesInHand);

    public async Task RunAsync(long id, string node, CancellationToken cancellationToken)
    {
        if (await slices.BeginAsync(id, node, cancellationToken).ConfigureAwait(false) is not { } slice
            || await watch.FindAsync(slice.CampaignId, cancellationToken).ConfigureAwait(false) is not { } campaign)
        {
            return;
        }

        try
        {
            if (campaign.Order.Folder is { } folder && !await IsFreeAsync(campaign.Id, folder, cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
                return;
            }

            await ReadAllAsync(slice, campaign, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the files that are being read.</summary>
    public async ValueTask DisposeAsync()
    {
        for (int place = 0; place < workers.Value.FilesInHand; place++)
        {
            await _room.WaitAsync().ConfigureAwait(false);
        }

        _room.Dispose();
    }

    /// <returns>Whether nothing is in the way of the campaign; what is, is told.</returns>
    private async Task<bool> IsFreeAsync(long campaign, string folder, CancellationToken cancellationToken)
    {
        string? obstacle = !Directory.Exists(folder) ? FolderWalk.FolderMissing
            : await scan.IsReadyAsync(cancellationToken).ConfigureAwait(false) ? null : FileScan.ScannerMissing;
        if (obstacle is not null || scan.IsOn)
        {
            await intake.TellObstacleAsync(campaign, obstacle, cancellationToken).ConfigureAwait(false);
        }

        return obstacle is null;
    }

    private async Task ReadAllAsync(BegunSlice slice, Campaign campaign, CancellationToken cancellationToken)
    {
        var begun = new List<Task>();
        long start = time.GetTimestamp();
        try
        {
            foreach (SliceFile file in await queue.FilesAsync(slice.Id, cancellationToken).ConfigureAwait(false))
            {
                await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
                begun.RemoveAll(task => task.IsCompletedSuccessfully);
                begun.Add(ReadAsync(slice, campaign, file, cancellationToken));
                if (time.GetElapsedTime(start).TotalSeconds > options.Value.SliceSeconds
                    || await watch.StateAsync(campaign.Id, cancellationToken).ConfigureAwait(false) != CampaignState.Running)
                {
                    break;
                }
            }
        }
        finally
        {
            await Task.WhenAll(begun).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(BegunSlice slice, Campaign campaign, SliceFile file, CancellationToken cancellationToken)
    {
        try
        {
            // Only where somebody has died before it must be found out which file kills.
            if (slice.Runs == 1 || await queue.TryAsync(file, options.Value.MaxAttempts, cancellationToken).ConfigureAwait(false))
            {
                await reading.ReadAsync(campaign, file, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops; the file still waits and is given back.
        }
#pragma warning disable CA1031 // Whatever it was, the other files of the slice go on and this one waits for another slice.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogPostponed(logger, file.Id, exception);
            await Task.WhenAny(Task.Delay(queue.IsTransient(exception) ? TransientErrors.Pause : Pause, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task EndAsync(long id, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await slices.EndAsync(id, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (queue.IsTransient(exception) && !cancellationToken.IsCancellationRequested)
            {
                await Task.WhenAny(Task.Delay(TransientErrors.Pause, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "File {Id} of a campaign has to wait.")]
    private static partial void LogPostponed(ILogger logger, long id, Exception exception);
}
