using System.Diagnostics;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary>Tells how far a campaign is: one line that renews itself on a screen, a line now and then in a log.</summary>
internal sealed class CampaignView(Terminal terminal, UserLanguage language)
{
    // A look counts every file, which takes a second where there are ten million: looking is to cost a campaign next to nothing.
    private const int PausesPerLook = 20;
    private static readonly TimeSpan LogPause = TimeSpan.FromSeconds(30);

    private DateTime _lastLog = DateTime.MinValue;

    public async Task FollowAsync(CampaignStore campaigns, long id, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            while (await campaigns.FindAsync(id, cancellationToken) is { FinishedAt: null } campaign)
            {
                long start = Stopwatch.GetTimestamp();
                await ShowAsync(campaigns, campaign, cancellationToken);
                TimeSpan longer = Stopwatch.GetElapsedTime(start) * PausesPerLook;
                await WaitAsync(campaigns, id, longer > pause ? longer : pause, pause, cancellationToken);
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

    /// <summary>Waits so long, or until the campaign has ended: that is seen without counting.</summary>
    private static async Task WaitAsync(CampaignStore campaigns, long id, TimeSpan time, TimeSpan step, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(step, cancellationToken);
        }
        while (Stopwatch.GetElapsedTime(start) < time && await campaigns.FindAsync(id, cancellationToken) is { FinishedAt: null });
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
