using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>Campaigns that may only read at some hours of the day, from the request to the last file.</summary>
public sealed class CampaignWindowTests
{
    [Fact]
    public async Task Files_are_found_at_any_hour_and_read_only_within_the_hours_over_midnight_too()
    {
        string folder = CampaignRequests.Folder([.. Enumerable.Range(0, 12).Select(i => ($"{i}.txt", $"fake quick {i}"))]);
        var clock = new MovedClock { TimeOfDay = new TimeOnly(12, 0) };
        await using var api = new ApiAt(clock, ("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"), ("Campaigns:SliceSize", "2"), ("Campaigns:SlicesAhead", "1"));
        HttpClient client = api.CreateClient();

        string address = await client.CampaignAsync(folder, documentsPerMinute: 24, window: "18:00-06:00");
        JsonNode waiting = await client.UntilAsync(address, campaign => (bool)campaign["progress"]!["areAllKnown"]!);

        Assert.Equal("waiting", (string?)waiting["state"]);
        await Task.Delay(500);
        Assert.Equal(0, (int)(await (await client.GetAsync(address)).JsonAsync())["progress"]!["finished"]!);

        clock.TimeOfDay = new TimeOnly(23, 59);
        await client.UntilAsync(address, campaign => (string?)campaign["state"] == "running" && (int)campaign["progress"]!["finished"]! > 0);

        // The slow pace leaves files over; they wait again from six on.
        clock.TimeOfDay = new TimeOnly(6, 0);
        await client.UntilAsync(address, campaign => (string?)campaign["state"] == "waiting");
        await Task.Delay(500);
        int before = (int)(await (await client.GetAsync(address)).JsonAsync())["progress"]!["finished"]!;
        await Task.Delay(500);
        Assert.Equal(before, (int)(await (await client.GetAsync(address)).JsonAsync())["progress"]!["finished"]!);
        Assert.InRange(before, 1, 11);
    }

    [Fact]
    public async Task A_campaign_within_its_hours_comes_to_its_end()
    {
        string folder = CampaignRequests.Folder([.. Enumerable.Range(0, 12).Select(i => ($"{i}.txt", $"fake quick {i}"))]);
        await using var api = new ApiAt(new MovedClock { TimeOfDay = new TimeOnly(3, 0) }, ("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"));
        HttpClient client = api.CreateClient();

        JsonNode finished = await client.FinishedAsync(await client.CampaignAsync(folder, window: "18:00-06:00"));

        Assert.Equal(12, finished.Count("notAReport"));
    }

    private sealed class ApiAt(MovedClock clock, params (string, string)[] settings) : ApiFactory(settings)
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddSingleton<TimeProvider>(clock);
        }
    }

    /// <summary>Goes as fast as any clock, but says another time of day; days go on, so that nothing runs backwards.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan _moved;

        public TimeOnly TimeOfDay
        {
            set
            {
                TimeSpan forward = value.ToTimeSpan() - GetUtcNow().TimeOfDay;
                _moved += forward < TimeSpan.Zero ? forward + TimeSpan.FromDays(1) : forward;
            }
        }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _moved;
    }
}
