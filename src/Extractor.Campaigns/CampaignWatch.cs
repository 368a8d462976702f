using System.Collections.Concurrent;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns;

/// <summary>Tells whether a campaign may go on, at most as old as the pace of the engine; asked before every file.</summary>
internal sealed class CampaignWatch(CampaignStore campaigns, IOptions<CampaignOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, (Campaign? Campaign, long At)> _known = new();

    /// <summary>The campaign; null where there is none.</summary>
    public async ValueTask<Campaign?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known) && time.GetElapsedTime(known.At) < TimeSpan.FromSeconds(options.Value.PollSeconds))
        {
            return known.Campaign;
        }

        long at = time.GetTimestamp();
        Campaign? campaign = await campaigns.FindAsync(id, cancellationToken).ConfigureAwait(false);
        _known[id] = (campaign, at);
        return campaign;
    }

    /// <summary>Where the campaign is now.</summary>
    public async ValueTask<CampaignState?> StateAsync(long id, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken).ConfigureAwait(false))?.StateAt(Now);

    /// <summary>Forgets what was known, such as when a campaign was stopped by this process.</summary>
    public void Forget() => _known.Clear();

    /// <summary>The local time of day, by which the windows of campaigns are meant.</summary>
    public TimeOnly Now => TimeOnly.FromDateTime(time.GetLocalNow().DateTime);
}
