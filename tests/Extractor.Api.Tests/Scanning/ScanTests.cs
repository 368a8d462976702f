using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Access;
using Extractor.Api.Tests.Campaigns;
using Extractor.Api.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extractor.Api.Tests.Scanning;

/// <summary>Files that come in, by whichever way, and a scanner in front of them.</summary>
public sealed class ScanTests
{
    private const string Infected = $"BÁO CÁO\n{FakeClamd.Marker}";

    [Fact]
    public async Task An_infected_file_is_refused_by_its_name_and_nothing_of_it_is_kept()
    {
        await using var clamd = new FakeClamd();
        await using ApiFactory api = Api(clamd.Address);
        HttpClient client = api.CreateClient();

        JsonNode problem = await (await client.PostAsync("/v1/extractions", Requests.Form(Infected, "a.txt"))).ProblemAsync(422, "infected");
        Assert.Contains("'Extractor.Test'", (string?)problem["detail"], StringComparison.Ordinal);
        problem = await (await client.SubmitAsync(JobRequests.Files("fake quick", Infected))).ProblemAsync(422, "infected");
        Assert.StartsWith("báo cáo 1.txt: ", (string?)problem["detail"], StringComparison.Ordinal);

        Assert.Equal(3, clamd.Scans);
        Assert.DoesNotContain(Originals(api), HoldsMarker);
        Assert.Equal(["done"], (await client.RunAsync("fake quick")).States().Select(state => state == "notAReport" ? "done" : state));
    }

    [Fact]
    public async Task Without_a_verdict_no_file_comes_in_and_the_sender_is_told_when_to_come_back()
    {
        var clamd = new FakeClamd();
        int port = clamd.Port;
        await using ApiFactory api = Api(clamd.Address);
        HttpClient client = api.CreateClient();
        await clamd.DisposeAsync();

        HttpResponseMessage[] refused =
        [
            await client.PostAsync("/v1/extractions", Requests.Form("fake quick")), await client.SubmitAsync(JobRequests.Files("fake quick")),
            await client.PostAsync("/v1/campaigns", JobRequests.Files("fake quick")), await client.PostAsync("/v1/campaigns", Zip("fake quick")),
        ];
        foreach (HttpResponseMessage response in refused)
        {
            await response.ProblemAsync(503, "scanner-unavailable");
            Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        }

        Assert.Empty(Originals(api));
        Assert.Equal("no-scanner", (string?)(await (await client.GetAsync("/health/ready")).JsonAsync())["status"]);
        await using var again = new FakeClamd(port);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/v1/extractions", Requests.Form("fake quick"))).StatusCode);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await client.GetAsync("/health/ready", limit.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(100, limit.Token);
        }
    }

    [Fact]
    public async Task Infected_files_of_campaigns_that_are_sent_have_that_state_and_the_others_go_on()
    {
        await using var clamd = new FakeClamd { Limit = 5000 };
        await using ApiFactory api = Api(clamd.Address);
        HttpClient client = api.CreateClient();

        foreach (HttpContent content in (HttpContent[])[JobRequests.Files("fake quick", Infected, new string('x', 6000)), Zip("fake quick", Infected, new string('x', 6000))])
        {
            using HttpResponseMessage accepted = await client.PostAsync("/v1/campaigns", content);
            string address = accepted.Headers.Location!.ToString();
            JsonNode campaign = await client.FinishedAsync(address);

            Assert.Equal((1L, 1L, 1L), (campaign.Count("infected"), campaign.Count("quarantined"), campaign.Count("notAReport") + campaign.Count("duplicate")));
            string report = await client.GetStringAsync($"{address}/report");
            Assert.Contains("\"infected\"", report, StringComparison.Ordinal);
            Assert.Contains("\"limit-exceeded\"", report, StringComparison.Ordinal);
            await (await client.PostAsync($"{address}/retry", null)).ProblemAsync(409, "campaign-state");
        }

        Assert.DoesNotContain(Originals(api), HoldsMarker);
    }

    [Fact]
    public async Task Files_of_a_folder_wait_for_the_scanner_and_one_without_a_verdict_is_set_aside()
    {
        string folder = CampaignRequests.Folder(("a.txt", "fake quick"), ("b.txt", Infected));
        var clamd = new FakeClamd();
        int port = clamd.Port;
        await using ApiFactory api = Api(clamd.Address, ("Campaigns:Roots:0", folder));
        HttpClient client = api.CreateClient();
        await clamd.DisposeAsync();

        string address = await client.CampaignAsync(folder);
        JsonNode waiting = await client.UntilAsync(address, campaign => (string?)campaign["obstacle"] == "scanner-missing");
        Assert.Equal(0, (int)waiting["progress"]!["finished"]!);

        await using (new FakeClamd(port) { Reply = "stream: Can't allocate memory ERROR" })
        {
            await client.FinishedAsync(address);
            Assert.Equal(["a.txt quarantined", "b.txt quarantined"], (await client.FilesAsync(address)).Select(file => $"{file.Key} {file.Value}"));
        }

        await using var again = new FakeClamd(port);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{address}/retry", null)).StatusCode);
        JsonNode campaign = await client.FinishedAsync(address);
        Assert.Equal(["a.txt notAReport", "b.txt infected"], (await client.FilesAsync(address)).Select(file => $"{file.Key} {file.Value}"));
        Assert.Null(campaign["obstacle"]);
        Assert.DoesNotContain(Originals(api), HoldsMarker);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_start_says_whether_files_are_scanned_where_keys_are_in_use(bool isOn)
    {
        await using var clamd = new FakeClamd();
        await using var first = new ApiFactory();
        await AccessTests.MakeKeyAsync(first.CreateClient(), null, "admin");
        await first.DisposeAsync();
        var told = new List<string>();
        await using var api = new ToldApi(told, [.. isOn ? new[] { ("Scanner:Address", clamd.Address) } : []]) { Data = first.Data };

        api.CreateClient();

        Assert.Equal(isOn, told.Exists(line => line.Contains($"scanned for viruses by the clamd at {clamd.Address}", StringComparison.Ordinal)));
        Assert.Equal(!isOn, told.Exists(line => line.Contains("Files are not scanned for viruses", StringComparison.Ordinal)));
    }

    private static ApiFactory Api(string address, params (string, string)[] settings) => new(
        [("Scanner:Address", address), ("Scanner:TimeoutSeconds", "20"), ("Scanner:MaxTries", "2"), ("Campaigns:PollSeconds", "0.1"), .. settings]);

    private static IEnumerable<string> Originals(ApiFactory api) =>
        Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories);

    private static bool HoldsMarker(string file) => File.ReadAllText(file).Contains(FakeClamd.Marker, StringComparison.Ordinal);

    private static ByteArrayContent Zip(params string[] contents)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < contents.Length; i++)
            {
                using var entry = new StreamWriter(zip.CreateEntry($"{i}.txt").Open());
                entry.Write(contents[i]);
            }
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
    }

    private sealed class ToldApi(List<string> told, (string, string)[] settings) : ApiFactory(settings)
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddLogging(logging => logging.AddProvider(new Lines(told)));
        }
    }

    private sealed class Lines(List<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (told)
            {
                told.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
