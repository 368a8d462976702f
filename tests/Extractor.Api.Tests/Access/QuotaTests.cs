using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Campaigns;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Access;

/// <summary>What a key may have stored in all.</summary>
public sealed class QuotaTests
{
    [Fact]
    public async Task Beyond_its_quota_a_key_is_told_what_to_do_and_nothing_of_the_request_is_kept()
    {
        await using var api = new ApiFactory(("Quotas:MaxFiles", "3"));
        HttpClient admin = await KeyAsync(api.CreateClient(), api, new { name = "a", scopes = new[] { "admin" } });
        HttpClient client = await KeyAsync(admin, api, new { name = "b", scopes = new[] { "submit", "read" }, maxFiles = 2, maxBytes = 1_000_000 });

        JsonNode job = await client.EndOfAsync((await client.SubmitAsync(JobRequests.Files("fake quick 1", "fake quick 1", "fake quick 2"))).Headers.Location!.ToString());
        JsonNode problem = await (await client.SubmitAsync(JobRequests.Files("fake quick 3", "fake quick 2"))).ProblemAsync(507, "quota-exceeded");
        await (await client.PostAsync("/v1/campaigns", JobRequests.Files("fake quick 4"))).ProblemAsync(507, "quota-exceeded");
        await (await client.SubmitAsync(JobRequests.Files(new string('x', 2_000_000)))).ProblemAsync(507, "quota-exceeded");
        // The same bytes again are no more than there are.
        Assert.Equal(HttpStatusCode.Accepted, (await client.SubmitAsync(JobRequests.Files("fake quick 2"))).StatusCode);

        Assert.Contains("2 tệp", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories).Count());
        JsonNode listed = (await (await admin.GetAsync("/v1/keys")).JsonAsync()).AsArray().Single(key => (string?)key!["name"] == "b")!;
        Assert.Equal((2, 1_000_000, 2, 24), ((int)listed["maxFiles"]!, (int)listed["maxBytes"]!, (int)listed["storedFiles"]!, (int)listed["storedBytes"]!));
        // Others have their own; what is deleted is free again.
        Assert.Equal(HttpStatusCode.Accepted, (await admin.SubmitAsync(JobRequests.Files("fake quick 5", "fake quick 6", "fake quick 7"))).StatusCode);
        await (await admin.SubmitAsync(JobRequests.Files("fake quick 8"))).ProblemAsync(507, "quota-exceeded");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync(job.Result())).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await client.SubmitAsync(JobRequests.Files("fake quick 3"))).StatusCode);
    }

    [Fact]
    public async Task Files_of_a_folder_beyond_the_quota_are_set_aside_and_can_be_tried_again()
    {
        string folder = CampaignRequests.Folder(("a.txt", "fake quick 1"), ("b.txt", "fake quick 2"));
        await using var api = new ApiFactory(("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"), ("Campaigns:SlicesAtOnce", "1"));
        HttpClient client = await KeyAsync(api.CreateClient(), api, new { name = "a", scopes = new[] { "admin" }, maxFiles = 1 });

        string address = await client.CampaignAsync(folder);
        await client.FinishedAsync(address);

        KeyValuePair<string, string>[] files = [.. await client.FilesAsync(address)];
        Assert.Equal(["notAReport", "quarantined"], files.Select(file => file.Value).Order(StringComparer.Ordinal));
        Assert.Contains("\"quota-exceeded\"", await client.GetStringAsync($"{address}/report"), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Where_no_keys_are_in_use_there_is_no_quota()
    {
        await using var api = new ApiFactory(("Quotas:MaxFiles", "1"), ("Quotas:MaxBytes", "1"));
        HttpClient client = api.CreateClient();

        Assert.Equal(HttpStatusCode.Accepted, (await client.SubmitAsync(JobRequests.Files("fake quick 1", "fake quick 2"))).StatusCode);
        using HttpResponseMessage refused = await client.PostAsJsonAsync("/v1/keys", new { name = "a", scopes = new[] { "admin" }, maxFiles = 0 });
        await refused.ProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task Of_a_request_that_is_refused_nothing_stays_on_the_disk()
    {
        await using var api = new ApiFactory(("MaxFileBytes", "1000"), ("Campaigns:MaxFileBytes", "1000"));
        HttpClient client = api.CreateClient();

        await (await client.SubmitAsync(JobRequests.Files("fake quick 1", new string('x', 2000)))).ProblemAsync(413, "too-large");
        await (await client.PostAsync("/v1/campaigns", JobRequests.Files("fake quick 1", new string('x', 2000)))).ProblemAsync(413, "too-large");

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories));
    }

    private static async Task<HttpClient> KeyAsync(HttpClient maker, ApiFactory api, object wanted)
    {
        using HttpResponseMessage response = await maker.PostAsJsonAsync("/v1/keys", wanted);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        HttpClient client = api.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await response.JsonAsync())["key"]!);
        return client;
    }
}
