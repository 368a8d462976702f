using System.Net;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>What is left of campaigns that were deleted, and what must not go with them.</summary>
public sealed class CampaignDeletionTests
{
    private const string Own = "ỦY BAN NHÂN DÂN\nTỈNH A\n\nBÁO CÁO\nCông tác năm 2022\n";
    private const string Shared = "ỦY BAN NHÂN DÂN\nTỈNH B\n\nBÁO CÁO\nCông tác năm 2023\n";

    private static ApiFactory Api(string folder) => new(("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"));

    [Fact]
    public async Task A_deleted_campaign_takes_along_what_came_only_with_it_and_leaves_tombstones()
    {
        string folder = CampaignRequests.Folder(("own.txt", Own), ("again.txt", Own), ("shared.txt", Shared), ("locked.txt", "fake encrypted"));
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();
        JsonNode job = await client.RunAsync(Shared);
        string address = await client.CampaignAsync(folder);
        await client.FinishedAsync(address);
        string[] before = await ResultsAsync(client);

        Assert.Equal(HttpStatusCode.Accepted, (await client.DeleteAsync(address)).StatusCode);

        await (await client.GetAsync(address)).ProblemAsync(404, "not-found");
        await (await client.DeleteAsync(address)).ProblemAsync(404, "not-found");
        Assert.Empty((await (await client.GetAsync("/v1/campaigns")).JsonAsync())["items"]!.AsArray());
        await UntilGoneAsync(api);
        string kept = (string)job["documents"]![0]!["result"]!["href"]!;
        Assert.Equal([kept], await ResultsAsync(client));
        string gone = before.Single(result => result != kept);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(gone)).StatusCode);
        Assert.Contains("result.deleted", await client.GetStringAsync($"{gone}/history"), StringComparison.Ordinal);
        Assert.Single(Originals(api));
    }

    [Fact]
    public async Task A_campaign_that_goes_on_cannot_be_deleted()
    {
        string folder = CampaignRequests.Folder([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", $"fake quick {i}"))]);
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder, documentsPerMinute: 1);

        await (await client.DeleteAsync(address)).ProblemAsync(409, "campaign-state");
        await (await client.DeleteAsync("/v1/campaigns/999")).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_deletion_that_was_cut_off_goes_on_with_the_next_start()
    {
        string folder = CampaignRequests.Folder([.. Enumerable.Range(0, 450).Select(i => ($"{i}.txt", $"{Own}{i}"))]);
        string data;
        await using (ApiFactory first = Api(folder))
        {
            data = first.Data;
            HttpClient client = first.CreateClient();
            long id = long.Parse((await client.CampaignAsync(folder)).Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            await client.FinishedAsync($"/v1/campaigns/{id}");
            var removal = first.Services.GetRequiredService<CampaignRemoval>();
            await removal.MarkAsync(id, null, default);
            Assert.True(await removal.RemoveSomeAsync(id, default));
        }

        await using var second = new ApiFactory { Data = data };
        await UntilGoneAsync(second);

        Assert.Empty(await ResultsAsync(second.CreateClient()));
        Assert.Empty(Originals(second));
    }

    private static async Task UntilGoneAsync(ApiFactory api)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await api.Services.GetRequiredService<CampaignRemoval>().MarkedAsync(limit.Token)).Count > 0)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task<string[]> ResultsAsync(HttpClient client) =>
        [.. (await (await client.GetAsync("/v1/reports?limit=500")).JsonAsync())["items"]!.AsArray().Select(item => (string)item!["result"]!["href"]!)];

    private static string[] Originals(ApiFactory api) =>
        Directory.GetFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories);
}
