using Extractor.Campaigns;

namespace Extractor.Api.Campaigns;

/// <summary>Runs the engine of campaigns as long as the service runs.</summary>
internal sealed class CampaignHost(CampaignEngine engine) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // While workers and storage are still there: slices that are interrupted give their files back.
        await engine.DisposeAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => engine.RunAsync(stoppingToken);
}
