using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>Zip archives, also those made to do harm.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public async Task Every_entry_of_an_archive_ends_in_its_named_state_and_no_name_leaves_it()
    {
        await using var api = new ApiFactory(("Campaigns:MaxFileBytes", "2000000"));
        HttpClient client = api.CreateClient();
        byte[] zip = Zip(
            ("năm 2022/a.txt", "văn bản"), ("../../../../tmp/evil.txt", "b"), ("/etc/evil", "c"), ("same.txt", "d"), ("same.txt", "e"), ("copy.txt", "văn bản"),
            ("folder/", ""), ("x\ny.txt", "f"), ("inner.zip", Encoding.Latin1.GetString(Zip(("g", "g")))), ("bomb.txt", new string('0', 3_000_000)));

        string address = await PostAsync(client, zip);
        JsonNode campaign = await client.FinishedAsync(address);

        SortedDictionary<string, string> files = [];
        JsonNode page = await (await client.GetAsync($"{address}/files")).JsonAsync();
        string[] states = [.. page["items"]!.AsArray().Select(file => $"{(string)file!["path"]!} {(string)file["state"]!}").Order(StringComparer.Ordinal)];
        Assert.Equal(9, states.Length);
        Assert.Contains("../../../../tmp/evil.txt notAReport", states);
        Assert.Contains("x\uFFFDy.txt notAReport", states);
        Assert.Contains("inner.zip unsupported", states);
        Assert.Contains("bomb.txt quarantined", states);
        Assert.Equal(2, states.Count(state => state == "same.txt notAReport"));
        Assert.Equal(1, campaign.Count("duplicate"));
        Assert.False(File.Exists("/tmp/evil.txt"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(api.Data, "incoming")));
        Assert.Empty(files);
    }

    [Fact]
    public async Task An_archive_that_is_broken_or_holds_too_much_is_refused_and_its_campaign_cancelled()
    {
        await using var api = new ApiFactory(("Campaigns:MaxArchiveEntries", "3"), ("Campaigns:MaxUnpackedBytes", "1000000"), ("Campaigns:MaxArchiveBytes", "100000"));
        HttpClient client = api.CreateClient();

        await (await SendAsync(client, "PK not really"u8.ToArray())).ProblemAsync(400, "malformed-upload");
        await (await SendAsync(client, [])).ProblemAsync(400, "malformed-upload");
        await (await SendAsync(client, Zip(("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")))).ProblemAsync(413, "too-large");
        await (await SendAsync(client, Zip(("a", new string('0', 600_000)), ("b", new string('1', 600_000))))).ProblemAsync(413, "too-large");
        await (await SendAsync(client, new byte[200_000])).ProblemAsync(413, "too-large");
        byte[] cut = Zip(("a", "a"), ("b", "b"));
        await (await SendAsync(client, cut[..^10])).ProblemAsync(400, "malformed-upload");

        foreach (JsonNode? campaign in (await (await client.GetAsync("/v1/campaigns")).JsonAsync())["items"]!.AsArray())
        {
            Assert.Contains((string?)campaign!["state"], new[] { "cancelling", "cancelled" });
        }
    }

    [Fact]
    public async Task An_entry_whose_bytes_are_broken_costs_only_itself()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        byte[] zip = Zip(("a.txt", string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 7919} "))), ("b.txt", "b"));
        // Within the packed bytes of the first entry.
        zip.AsSpan(60, 400).Fill(0xFF);

        string address = await PostAsync(client, zip);
        await client.FinishedAsync(address);

        Assert.Equal(["a.txt damaged", "b.txt notAReport"], (await client.FilesAsync(address)).Select(file => $"{file.Key} {file.Value}"));
    }

    [Fact]
    public async Task An_entry_that_was_not_stored_is_never_tried_again_by_its_name()
    {
        string secret = Path.Combine(CampaignRequests.Folder(("secret.txt", "fake quick")), "secret.txt");
        await using var api = new ApiFactory(("Campaigns:MaxFileBytes", "1000"), ("Campaigns:PollSeconds", "0.1"));
        HttpClient client = api.CreateClient();

        string address = await PostAsync(client, Zip((secret, new string('0', 3000)), ("b.txt", "fake timeout")));
        await client.FinishedAsync(address);
        await (await client.PostAsync($"{address}/retry?state=quarantined", null)).ProblemAsync(409, "campaign-state");
        await (await client.PostAsync($"{address}/retry", null)).JsonAsync();
        await client.FinishedAsync(address);

        Assert.Equal([$"{secret} quarantined", "b.txt timedOut"], (await client.FilesAsync(address)).Select(file => $"{file.Key} {file.Value}"));
    }

    private static async Task<string> PostAsync(HttpClient client, byte[] zip)
    {
        using HttpResponseMessage response = await SendAsync(client, zip);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] zip) => client.PostAsync(
        "/v1/campaigns", new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } });

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(name == "inner.zip" ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
