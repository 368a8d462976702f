using System.Net;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Campaigns;

public sealed class CampaignTests
{
    private const string Report = "ỦY BAN NHÂN DÂN\nTỈNH A\n\nBÁO CÁO\nCông tác cải cách hành chính năm 2022\n";

    private static ApiFactory Api(string folder, params (string, string)[] settings) =>
        new([("Campaigns:Roots:0", folder), ("Campaigns:PollSeconds", "0.1"), .. settings]);

    [Fact]
    public async Task Every_file_of_a_folder_ends_in_its_named_state()
    {
        string folder = CampaignRequests.Folder(
            ("a/report.txt", Report), ("a/b/same.txt", Report), ("locked.txt", "fake encrypted"), ("broken.pdf", "%PDF-1.7 broken"),
            ("film.bin", "\u0001\u0002\0\u0003"), ("slow.txt", "fake timeout"), ("deadly.txt", "fake quarantined"), ("empty.txt", ""));
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();

        string address = await client.CampaignAsync(folder);
        JsonNode campaign = await client.FinishedAsync(address);

        SortedDictionary<string, string> files = await client.FilesAsync(address);
        Assert.Equal(
            ["notAReport", "duplicate"], new[] { files["a/report.txt"], files["a/b/same.txt"] }.OrderDescending(StringComparer.Ordinal));
        files.Remove("a/report.txt");
        files.Remove("a/b/same.txt");
        Assert.Equal(
            ["broken.pdf damaged", "deadly.txt quarantined", "empty.txt damaged", "film.bin unsupported", "locked.txt encrypted", "slow.txt timedOut"],
            files.Select(file => $"{file.Key} {file.Value}"));
        Assert.Equal(8, (int)campaign["progress"]!["total"]!);
        Assert.Equal(8, (int)campaign["progress"]!["finished"]!);
        Assert.Equal(0, (double)campaign["progress"]!["secondsLeft"]!);
    }

    [Fact]
    public async Task Links_that_run_in_circles_and_odd_names_do_no_harm()
    {
        string folder = CampaignRequests.Folder(("Báo cáo quý 1.txt", Report), ("deep/ x\n\"y\" .txt", "b"), (".hidden", "c"), ("deep/#?&%.txt", "d"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "deep", "circle"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "outside.txt"), "/etc/passwd");
        System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder, "pipe")]).WaitForExit();
        // Two bytes of Windows-1258, as names in archives of old systems are.
        System.Diagnostics.Process.Start("sh", ["-c", "printf e > \"$(printf '%s/b\\341o c\\341o.txt' \"$0\")\"", folder]).WaitForExit();
        await using ApiFactory api = Api(folder);
        HttpClient client = api.CreateClient();

        string address = await client.CampaignAsync(folder);
        JsonNode campaign = await client.FinishedAsync(address);

        SortedDictionary<string, string> files = await client.FilesAsync(address);
        string[] names = [".hidden", "Báo cáo quý 1.txt", "b\uF7E1o c\uF7E1o.txt", "deep/ x\n\"y\" .txt", "deep/#?&%.txt"];
        Assert.Equal(names.Order(StringComparer.Ordinal), files.Keys);
        Assert.All(files.Values, state => Assert.Equal("notAReport", state));
        Assert.Equal(3, (int)campaign["progress"]!["passedOver"]!);
    }

    [Fact]
    public async Task Files_can_be_sent()
    {
        await using ApiFactory api = Api("/nowhere");
        HttpClient client = api.CreateClient();

        using HttpResponseMessage accepted = await client.PostAsync("/v1/campaigns?name=archive", Jobs.JobRequests.Files(Report, "fake damaged", Report));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        JsonNode campaign = await client.FinishedAsync(accepted.Headers.Location!.ToString());

        Assert.Equal("archive", (string?)campaign["name"]);
        Assert.Equal((1L, 1L, 1L), (campaign.Count("notAReport"), campaign.Count("duplicate"), campaign.Count("damaged")));
    }
}
