using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Campaigns;

/// <summary>What tests of campaigns do over and over.</summary>
internal static class CampaignRequests
{
    /// <summary>A folder with some files.</summary>
    public static string Folder(params (string Path, string Content)[] files)
    {
        string folder = DataFolder.Create();
        foreach ((string path, string content) in files)
        {
            string full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, content);
        }

        return folder;
    }

    public static Task<HttpResponseMessage> BeginAsync(this HttpClient client, string folder, int? documentsPerMinute = null, string? window = null) =>
        client.PostAsJsonAsync("/v1/campaigns", new { folder, documentsPerMinute, window });

    /// <summary>Begins a campaign over a folder.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> CampaignAsync(this HttpClient client, string folder, int? documentsPerMinute = null, string? window = null)
    {
        using HttpResponseMessage response = await client.BeginAsync(folder, documentsPerMinute, window);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    public static async Task<JsonNode> FinishedAsync(this HttpClient client, string address) =>
        await client.UntilAsync(address, campaign => (string?)campaign["state"] is "finished" or "cancelled");

    public static async Task<JsonNode> UntilAsync(this HttpClient client, string address, Func<JsonNode, bool> isSo, double seconds = 120)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            JsonNode campaign = await (await client.GetAsync(address, limit.Token)).JsonAsync();
            if (isSo(campaign))
            {
                return campaign;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>State of each file by its path.</summary>
    public static async Task<SortedDictionary<string, string>> FilesAsync(this HttpClient client, string address)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            JsonNode page = await (await client.GetAsync($"{address}/files?limit=500&cursor={cursor}")).JsonAsync();
            foreach (JsonNode? file in page["items"]!.AsArray())
            {
                files.Add((string)file!["path"]!, (string)file["state"]!);
            }

            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return files;
    }

    public static long Count(this JsonNode campaign, string state) => (long?)campaign["progress"]!["states"]![state] ?? 0;
}
