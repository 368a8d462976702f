using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Campaigns;

public sealed class CampaignReportTests
{
    [Fact]
    public async Task The_report_tells_what_was_read_what_not_and_why()
    {
        string fixture = Path.Combine(Repository.Fixtures, "hoang-thanh-2021-9m", "hoang-thanh-2021-9m.txt");
        string report = await File.ReadAllTextAsync(fixture);
        string folder = CampaignRequests.Folder(
            ("a/report.txt", report), ("b/<b>&copy.txt", report), ("=cmd.txt", "fake encrypted"), ("c.txt", "fake encrypted 2"), ("note.txt", "một ghi chú"));
        await using var api = new ApiFactory(("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"));
        HttpClient client = api.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        string address = await client.CampaignAsync(folder);
        await client.FinishedAsync(address);

        JsonNode json = await (await client.GetAsync($"{address}/report")).JsonAsync();
        string csv = await client.GetStringAsync($"{address}/report?format=csv");
        string page = await client.GetStringAsync($"{address}/report?format=html");

        JsonNode encrypted = Assert.Single(json["notRead"]!.AsArray())!;
        Assert.Equal(("encrypted", 2, "English message."), ((string)encrypted["state"]!, (int)encrypted["files"]!, (string)encrypted["message"]!));
        Assert.Equal(1, (int)json["confidence"]!["results"]!);
        Assert.Equal(1, json["confidence"]!["histogram"]!.AsArray().Sum(tenth => (int)tenth!["results"]!));
        JsonNode repeated = Assert.Single(json["duplicates"]!.AsArray())!;
        Assert.Equal(1, (int)repeated["copies"]!);
        Assert.Equal(5, (int)json["files"]!["total"]!);
        string[] lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("'=cmd.txt,encrypted,encrypted,English message.,", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains(",duplicate,", StringComparison.Ordinal) && line.Contains($",{(string)repeated["path"]!},", StringComparison.Ordinal));
        Assert.DoesNotContain("<b>&copy", page, StringComparison.Ordinal);
        Assert.Contains("English message.", page, StringComparison.Ordinal);
        await (await client.GetAsync($"{address}/report?format=pdf")).ProblemAsync(400, "invalid-request");
        await (await client.GetAsync("/v1/campaigns/999/report")).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_deleted_result_leaves_the_campaign_whole_and_takes_the_name()
    {
        string folder = CampaignRequests.Folder(("secret name.txt", "một ghi chú"), ("copy.txt", "một ghi chú"));
        await using var api = new ApiFactory(("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"));
        HttpClient client = api.CreateClient();
        string address = await client.CampaignAsync(folder);
        await client.FinishedAsync(address);
        JsonNode file = (await (await client.GetAsync($"{address}/files?state=notAReport")).JsonAsync())["items"]![0]!;

        (await client.DeleteAsync((string)file["result"]!["href"]!)).EnsureSuccessStatusCode();

        JsonNode files = await (await client.GetAsync($"{address}/files")).JsonAsync();
        Assert.All(files["items"]!.AsArray(), left => Assert.Equal(("", "deleted", null), ((string)left!["path"]!, (string)left["reason"]!["code"]!, left["result"])));
        Assert.Equal(["duplicate", "notAReport"], files["items"]!.AsArray().Select(left => (string)left!["state"]!).Order(StringComparer.Ordinal));
        (await client.GetAsync($"{address}/report?format=csv")).EnsureSuccessStatusCode();
    }
}
