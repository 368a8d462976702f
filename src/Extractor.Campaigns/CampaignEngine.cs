using Extractor.Campaigns.Slices;
using Extractor.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns;

/// <summary>
/// Drives all campaigns: finds their files, cuts slices as rate and hours allow, schedules those nobody works on, and ends campaigns. Every node runs one;
/// what two of them do at once is done once.
/// </summary>
public sealed partial class CampaignEngine : IAsyncDisposable
{
    // A slice that was cut a moment ago is about to be scheduled by the node that cut it; one this process found at its start belongs to nobody where no other can be.
    private static readonly TimeSpan Unattended = TimeSpan.FromSeconds(5);

    // A request whose files never arrived in full: its process died.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly CampaignStore _campaigns;
    private readonly CampaignSlices _slices;
    private readonly CampaignRemoval _removal;
    private readonly CampaignWatch _watch;
    private readonly SliceScheduler _scheduler;
    private readonly StoreSetup _setup;
    private readonly DateTimeOffset _begun;
    private readonly CampaignOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<CampaignEngine> _logger;
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CampaignEngine(
        CampaignStore campaigns, CampaignSlices slices, CampaignRemoval removal, CampaignWatch watch, SliceScheduler scheduler, StoreSetup setup,
        IOptions<CampaignOptions> options, TimeProvider time, ILogger<CampaignEngine> logger)
    {
        _campaigns = campaigns;
        _slices = slices;
        _removal = removal;
        _watch = watch;
        _scheduler = scheduler;
        _setup = setup;
        _options = options.Value;
        _time = time;
        _begun = time.GetUtcNow();
        _logger = logger;
    }

    /// <summary>Looks after the campaigns at once instead of a moment later.</summary>
    public void Wake()
    {
        _watch.Forget();
        Interlocked.Exchange(ref _wake, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Works until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Task wake = Volatile.Read(ref _wake).Task;
            try
            {
                await StepAsync(cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A database that restarts, or an error nobody thought of: campaigns must go on after either.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogInterrupted(_logger, exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.WhenAny(wake, Task.Delay(TimeSpan.FromSeconds(_options.PollSeconds), _time, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Stops the slices of this node; their files wait for another one, or for the next start.</summary>
    public ValueTask DisposeAsync() => _scheduler.DisposeAsync();

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        foreach (Campaign campaign in await _campaigns.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            CampaignState state = campaign.StateAt(_watch.Now);
            if (state == CampaignState.Receiving)
            {
                if (_time.GetUtcNow() - campaign.CreatedAt > Abandoned)
                {
                    await _campaigns.CancelAsync(campaign.Id, null, cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            await _scheduler.StartAsync(cancellationToken).ConfigureAwait(false);
            if (campaign.EnumeratedAt is null && state is CampaignState.Running or CampaignState.Waiting)
            {
                await _scheduler.AddWalkAsync(campaign.Id, cancellationToken).ConfigureAwait(false);
            }

            await ReleaseAsync(campaign, state, cancellationToken).ConfigureAwait(false);
            if (await _slices.CloseAsync(campaign.Id, cancellationToken).ConfigureAwait(false))
            {
                LogFinished(_logger, campaign.Id);
            }
        }

        await RemoveAsync(cancellationToken).ConfigureAwait(false);
    }

    // A little at a time: campaigns that are read must not wait for one of millions of files to be removed.
    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (long campaign in await _removal.MarkedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await _removal.RemoveSomeAsync(campaign, cancellationToken).ConfigureAwait(false))
            {
                Wake();
            }
        }
    }

    private async Task ReleaseAsync(Campaign campaign, CampaignState state, CancellationToken cancellationToken)
    {
        if (state == CampaignState.Cancelling)
        {
            while (await _slices.SweepAsync(campaign.Id, cancellationToken).ConfigureAwait(false) > 0)
            {
                LogSwept(_logger, campaign.Id);
            }
        }

        if (state == CampaignState.Running)
        {
            foreach (long slice in await _slices.ReleaseAsync(campaign, SliceSizeOf(campaign), _options.SlicesAhead, cancellationToken).ConfigureAwait(false))
            {
                await _scheduler.AddSliceAsync(slice, cancellationToken).ConfigureAwait(false);
            }
        }

        // Cut by a process that died before it scheduled them, or lost by the scheduler.
        foreach (long slice in await _slices.LiveAsync(campaign.Id, UnattendedSince(), cancellationToken).ConfigureAwait(false))
        {
            await _scheduler.AddSliceAsync(slice, cancellationToken).ConfigureAwait(false);
        }
    }

    private DateTimeOffset UnattendedSince()
    {
        DateTimeOffset since = _time.GetUtcNow() - Unattended;
        return _setup.IsAlone && since < _begun ? _begun : since;
    }

    // A slow campaign trickles: about five seconds of its files at a time instead of a burst every few minutes.
    private int SliceSizeOf(Campaign campaign) =>
        campaign.Order.Pace.DocumentsPerMinute is { } rate ? Math.Clamp(rate / 12, 1, _options.SliceSize) : _options.SliceSize;

    [LoggerMessage(LogLevel.Error, "Campaigns were interrupted and go on.")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "Campaign {Id} has ended.")]
    private static partial void LogFinished(ILogger logger, long id);

    [LoggerMessage(LogLevel.Debug, "Files of campaign {Id} were cancelled.")]
    private static partial void LogSwept(ILogger logger, long id);
}
