using System.Text.Json.Nodes;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>What a service that was killed has left, and the next one takes up.</summary>
public sealed class CampaignRestartTests
{
    private const int Files = 6;

    // What dies cuts its slices at this instant, at which the calendar of the service stands: to it they never become old.
    private static readonly DateTimeOffset Death = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Slices_of_a_dead_process_are_read_without_a_wait_where_no_other_process_can_be()
    {
        string folder = CampaignRequests.Folder([.. Enumerable.Range(0, Files).Select(i => ($"{i}.txt", $"fake quick {i}"))]);
        await using var api = new StandingApi(("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"));
        long id = await LeaveAsync(api.Data, folder);

        JsonNode campaign = await api.CreateClient().FinishedAsync($"/v1/campaigns/{id}");

        Assert.Equal((Files, Files), ((int)campaign["progress"]!["total"]!, (int)campaign["progress"]!["finished"]!));
    }

    // A campaign whose slices were all cut, one of them begun, and none scheduled.
    private static async Task<long> LeaveAsync(string data, string folder)
    {
        await using ServiceProvider dead = new ServiceCollection().AddSingleton<TimeProvider>(new StandingClock(Death)).AddExtractorStorage()
            .Configure<StorageOptions>(options => options.DataDirectory = data).BuildServiceProvider();
        await dead.GetRequiredService<StoreSetup>().PrepareAsync(default);
        CampaignStore campaigns = dead.GetRequiredService<CampaignStore>();
        CampaignIntake intake = dead.GetRequiredService<CampaignIntake>();
        CampaignSlices slices = dead.GetRequiredService<CampaignSlices>();
        long id = await campaigns.CreateAsync(new NewCampaign { Name = "left", Folder = folder }, default);
        WaitingFolder top = Assert.IsType<WaitingFolder>(await intake.NextFolderAsync(id, default));
        await intake.AddAsync(id, top, [.. Enumerable.Range(0, Files).Select(i => new FoundFile($"{i}.txt", $"{i}.txt"))], [], default);
        await intake.CompleteAsync(id, top, isReadable: true, 0, default);
        await intake.CompleteAsync(id, default);
        List<long> cut = await slices.ReleaseAsync((await campaigns.FindAsync(id, default))!, sliceSize: 2, ahead: Files, default);
        Assert.Equal(Files / 2, cut.Count);
        await slices.BeginAsync(cut[0], "dead/1", default);
        return id;
    }

    private sealed class StandingApi(params (string, string)[] settings) : ApiFactory(settings)
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddSingleton<TimeProvider>(new StandingClock(Death + TimeSpan.FromMilliseconds(1)));
        }
    }

    /// <summary>Its calendar stands while its timers run.</summary>
    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
