using System.Net;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>Stopping campaigns, letting them go on, and what they read meanwhile.</summary>
public sealed class CampaignControlTests
{
    private static ApiFactory Api(string folder, params (string, string)[] settings) =>
        new([("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"), .. settings]);

    private static string Folder(int files) =>
        CampaignRequests.Folder([.. Enumerable.Range(0, files).Select(i => ($"{i % 7}/{i}.txt", $"fake quick {i}"))]);

    [Fact]
    public async Task A_paused_campaign_waits_and_goes_on_when_it_is_resumed()
    {
        string folder = Folder(40);
        await using ApiFactory api = Api(folder, ("Campaigns:SliceSize", "4"), ("Campaigns:SlicesAhead", "2"));
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder, documentsPerMinute: 12);
        await client.UntilAsync(address, campaign => (int)campaign["progress"]!["finished"]! > 0);

        JsonNode paused = await (await client.PostAsync($"{address}/pause", null)).JsonAsync();
        Assert.Equal("paused", (string?)paused["state"]);
        await (await client.PostAsync($"{address}/pause", null)).ProblemAsync(409, "campaign-state");
        Assert.True((int)(await (await client.GetAsync(address)).JsonAsync())["progress"]!["finished"]! < 40);

        JsonNode resumed = await (await client.PostAsync($"{address}/resume", null)).JsonAsync();
        Assert.Equal("running", (string?)resumed["state"]);
        await (await client.PostAsync($"{address}/resume", null)).ProblemAsync(409, "campaign-state");
    }

    [Fact]
    public async Task A_cancelled_campaign_ends_and_what_was_not_read_can_be_taken_up_again()
    {
        string folder = Folder(20);
        await using ApiFactory api = Api(folder, ("Campaigns:SliceSize", "2"), ("Campaigns:SlicesAhead", "1"));
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder, documentsPerMinute: 12);
        await client.UntilAsync(address, campaign => (bool)campaign["progress"]!["areAllKnown"]! && (int)campaign["progress"]!["finished"]! > 0);

        await (await client.PostAsync($"{address}/cancel", null)).JsonAsync();
        JsonNode cancelled = await client.FinishedAsync(address);

        Assert.Equal("cancelled", (string?)cancelled["state"]);
        Assert.Equal(20, (int)cancelled["progress"]!["finished"]!);
        Assert.True(cancelled.Count("cancelled") > 0);
        await (await client.PostAsync($"{address}/resume", null)).ProblemAsync(409, "campaign-state");
        JsonNode again = await (await client.PostAsync($"{address}/retry?state=cancelled", null)).JsonAsync();
        Assert.Equal("running", (string?)again["state"]);
        Assert.Equal(0, again.Count("cancelled"));
    }

    [Fact]
    public async Task Failed_files_are_read_again_when_they_are_asked_for()
    {
        string folder = CampaignRequests.Folder(("a.txt", "fake timeout"), ("b.txt", "fake encrypted"), ("c.txt", "plain text"));
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder);
        await client.FinishedAsync(address);
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "now it is another text");

        Assert.Equal(1, (await (await client.PostAsync($"{address}/retry?state=timedOut", null)).JsonAsync()).Count("queued"));
        await client.FinishedAsync(address);

        Assert.Equal(["a.txt notAReport", "b.txt encrypted", "c.txt notAReport"], (await client.FilesAsync(address)).Select(file => $"{file.Key} {file.Value}"));
        await (await client.PostAsync($"{address}/retry?state=timedOut", null)).ProblemAsync(409, "campaign-state");
        await (await client.PostAsync($"{address}/retry?state=done", null)).ProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task What_a_stopped_service_left_goes_on_when_it_starts_again()
    {
        string folder = CampaignRequests.Folder([("slow.txt", "fake slow"), .. Enumerable.Range(0, 30).Select(i => ($"{i}.txt", $"fake quick {i}"))]);
        string data;
        string address;
        await using (ApiFactory first = Api(folder, ("Workers:Count", "1"), ("Campaigns:SliceSize", "5")))
        {
            data = first.Data;
            address = await first.CreateClient().CampaignAsync(folder);
            await first.Reader.Started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }

        await using var second = new ApiFactory(("Campaigns:Roots:0", folder)) { Data = data };
        second.Reader.IsQuick = true;
        HttpClient client = second.CreateClient();
        await client.FinishedAsync(address);

        SortedDictionary<string, string> files = await client.FilesAsync(address);
        Assert.Equal(31, files.Count);
        Assert.All(files.Values, state => Assert.Equal("notAReport", state));
    }

    [Fact]
    public async Task Somebody_who_waits_goes_before_a_campaign()
    {
        string folder = Folder(300);
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder);
        await client.UntilAsync(address, campaign => (int)campaign["progress"]!["finished"]! > 0);

        await client.RunAsync("one report that somebody waits for");

        Assert.NotEqual("finished", (string?)(await (await client.GetAsync(address)).JsonAsync())["state"]);
    }

    [Fact]
    public async Task A_folder_outside_of_those_the_operator_allows_is_refused_however_it_is_written()
    {
        string allowed = CampaignRequests.Folder(("in/a.txt", "a"));
        string outside = CampaignRequests.Folder(("b.txt", "b"));
        Directory.CreateSymbolicLink(Path.Combine(allowed, "link"), outside);
        Directory.CreateSymbolicLink(Path.Combine(allowed, "self"), Path.Combine(allowed, "self"));
        string sibling = allowed + "-sibling";
        Directory.CreateDirectory(sibling);
        await using ApiFactory api = Api(allowed);
        HttpClient client = api.CreateClient();

        foreach (string folder in new[]
        {
            outside, "/etc", sibling, Path.Combine(allowed, "link"), Path.Combine(allowed, "..", Path.GetFileName(outside)), Path.Combine(allowed, "missing"),
            Path.Combine(allowed, "self"), "/",
        })
        {
            await (await client.BeginAsync(folder)).ProblemAsync(403, "folder-not-allowed");
        }

        foreach (string folder in new[] { "", "in", "../x", "/a\0b" })
        {
            await (await client.BeginAsync(folder)).ProblemAsync(400, "invalid-request");
        }

        await (await client.BeginAsync(allowed, documentsPerMinute: 0)).ProblemAsync(400, "invalid-request");
        await (await client.BeginAsync(allowed, window: "25:00-06:00")).ProblemAsync(400, "invalid-request");
        Assert.Equal(HttpStatusCode.Accepted, (await client.BeginAsync(Path.Combine(allowed, "in"))).StatusCode);
        Directory.Delete(sibling);
    }

    [Fact]
    public async Task A_folder_that_disappears_keeps_its_files_waiting_and_is_told()
    {
        string folder = Folder(60);
        await using ApiFactory api = Api(folder, ("Campaigns:SliceSize", "5"), ("Campaigns:SlicesAhead", "1"));
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder, documentsPerMinute: 60);
        await client.UntilAsync(address, campaign => (bool)campaign["progress"]!["areAllKnown"]!);
        Directory.Move(folder, folder + "-away");

        await client.UntilAsync(address, campaign => (string?)campaign["obstacle"] == "folder-missing");

        Directory.Move(folder + "-away", folder);
        Assert.DoesNotContain("quarantined", (await client.FilesAsync(address)).Values);
    }
}
