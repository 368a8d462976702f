using Extractor.Campaigns;
using Extractor.Campaigns.Folders;
using Extractor.Cli.Extract;
using Extractor.Cli.Terminals;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Campaigns;

/// <summary>Runs one campaign to its end in this process, or goes on with the one an earlier process began over the same folder.</summary>
internal sealed class CampaignRun(Terminal terminal, StartPool startPool, CampaignRequest request)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private static readonly DocumentState[] Failures =
        [DocumentState.Encrypted, DocumentState.Damaged, DocumentState.Unsupported, DocumentState.TimedOut, DocumentState.Quarantined, DocumentState.Infected];

    public int Run(CancellationToken cancellationToken)
    {
        try
        {
            return Task.Run(() => RunAsync(cancellationToken), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(CampaignTexts.Interrupted.In(request.Language));
            throw;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException
            or System.Data.Common.DbException or ArgumentException)
        {
            terminal.Error.WriteLine(exception.Message);
            return ExitCode.SomeFailed;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using ServiceProvider services = Services();
        await services.GetRequiredService<StoreSetup>().PrepareAsync(cancellationToken);
        var campaigns = services.GetRequiredService<CampaignStore>();
        long id = await BeginAsync(campaigns, cancellationToken);
        var engine = services.GetRequiredService<CampaignEngine>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task running = engine.RunAsync(stop.Token);
        try
        {
            await new CampaignView(terminal, request.Language).FollowAsync(campaigns, id, Look, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
            await engine.DisposeAsync();
        }

        return await new CampaignOutcome(terminal, request).WriteAsync(services.GetRequiredService<CampaignReports>(), id, cancellationToken);
    }

    private async Task<long> BeginAsync(CampaignStore campaigns, CancellationToken cancellationToken)
    {
        string folder = RealPath.Of(request.Folder);
        Campaign? last = await LastAsync(campaigns, folder, cancellationToken);
        if (last is { FinishedAt: null })
        {
            terminal.Error.WriteLine(CampaignTexts.GoesOn(last.Id).In(request.Language));
            await campaigns.ResumeAsync(last.Id, null, cancellationToken);
            return last.Id;
        }

        if (request.RetriesFailed && last is not null)
        {
            if (await campaigns.RetryAsync(last.Id, Failures, null, cancellationToken) == 0)
            {
                terminal.Error.WriteLine(CampaignTexts.NothingToRetry.In(request.Language));
            }

            return last.Id;
        }

        return await campaigns.CreateAsync(
            new NewCampaign
            {
                Name = Path.GetFileName(folder) is { Length: > 0 } name ? name : folder,
                Folder = folder,
                Family = request.Family,
                Language = request.Language,
                Pace = request.Pace,
            }, cancellationToken);
    }

    private static async Task<Campaign?> LastAsync(CampaignStore campaigns, string folder, CancellationToken cancellationToken)
    {
        const int Batch = 100;
        long? before = null;
        while (await campaigns.ListAsync(before, Batch, cancellationToken) is { Count: > 0 } some)
        {
            if (some.FirstOrDefault(campaign => campaign.Order.Folder == folder) is { } found)
            {
                return found;
            }

            before = some[^1].Id;
        }

        return null;
    }

    private ServiceProvider Services() => new ServiceCollection().AddLogging().AddExtractorStorage()
        .Configure<StorageOptions>(options =>
        {
            options.Provider = request.Postgres is null ? StorageProvider.Sqlite : StorageProvider.PostgreSql;
            options.ConnectionString = request.Postgres;
            options.DataDirectory = request.Data;
        })
        .Configure<WorkerOptions>(options => options.Count = request.Workers)
        .AddSingleton(_ => startPool(new WorkerOptions { Count = request.Workers }, Tell))
        .AddExtractorCampaigns().BuildServiceProvider();

    private void Tell(WorkerNotice notice)
    {
        if (notice is SandboxChosen { Missing: { Count: > 0 } missing })
        {
            terminal.Error.WriteLine(Texts.NotShutIn(string.Join(", ", missing)).In(request.Language));
        }
    }
}
