using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary>Tells how far a campaign is: one line that renews itself on a screen, a line now and then in a log.</summary>
internal sealed class CampaignView(Terminal terminal, UserLanguage language)
{
    private static readonly TimeSpan LogPause = TimeSpan.FromSeconds(30);

    private DateTime _lastLog = DateTime.MinValue;

    public async Task FollowAsync(CampaignStore campaigns, long id, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            while (await campaigns.FindAsync(id, cancellationToken) is { FinishedAt: null } campaign)
            {
                await ShowAsync(campaigns, campaign, cancellationToken);
                await Task.Delay(pause, cancellationToken);
            }
        }
        finally
        {
            if (terminal.ErrorIsScreen)
            {
                terminal.Error.Write("\r\u001B[K");
            }
        }
    }

    private async Task ShowAsync(CampaignStore campaigns, Campaign campaign, CancellationToken cancellationToken)
    {
        if (!terminal.ErrorIsScreen && DateTime.UtcNow - _lastLog < LogPause)
        {
            return;
        }

        _lastLog = DateTime.UtcNow;
        CampaignProgress progress = await campaigns.ProgressAsync(campaign.Id, cancellationToken);
        bool areAllKnown = campaign.EnumeratedAt is not null;
        string text = CampaignTexts.Progress(progress, areAllKnown, progress.TimeLeft(areAllKnown)).In(language);
        text += campaign.Obstacle is not null ? $" – {CampaignTexts.FolderMissing.In(language)}"
            : campaign.StateAt(TimeOnly.FromDateTime(DateTime.Now)) == CampaignState.Waiting ? $" – {CampaignTexts.Waiting.In(language)}" : "";
        if (terminal.ErrorIsScreen)
        {
            terminal.Error.Write($"\r{text}\u001B[K");
        }
        else
        {
            terminal.Error.WriteLine(text);
        }
    }
}
