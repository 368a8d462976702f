using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Extractor.Api.Tests.Telemetry;

/// <summary>Exporters hear the figures of every service in the process, so these tests run while no other does.</summary>
[CollectionDefinition(nameof(OneServiceAtATime), DisableParallelization = true)]
public sealed class OneServiceAtATime;

[Collection(nameof(OneServiceAtATime))]
public sealed partial class MetricsTests
{
    private const string Report = "BÁO CÁO\nKết quả cải cách hành chính năm 2022\n| STT | Nội dung | ĐVT | Kết quả |\n|---|---|---|---|\n| 1 | Số hồ sơ đã tiếp nhận | Hồ sơ | 12 |\n";

    [Fact]
    public async Task A_document_that_was_read_shows_in_every_figure()
    {
        await using var api = new ApiWithWorkers();
        HttpClient client = api.CreateClient();

        (await client.PostAsync("/v1/extractions", Requests.Form(Report, "report.md"))).EnsureSuccessStatusCode();
        (await client.PostAsync("/v1/extractions", Requests.Form(Report, "report.md"))).EnsureSuccessStatusCode();
        string metrics = await MetricsAsync(client);

        Assert.Equal(2, Sum(metrics, "extractor_document_duration_seconds_count", "outcome=\"read\"", "priority=\"interactive\""));
        foreach (string stage in new[] { "read", "map", "values", "check", "write" })
        {
            Assert.Equal(2, Sum(metrics, "extractor_stage_duration_seconds_count", $"stage=\"{stage}\""));
            Assert.True(Sum(metrics, "extractor_stage_duration_seconds_sum", $"stage=\"{stage}\"") > 0, stage);
        }

        Assert.Equal(2, Sum(metrics, "extractor_field_confidence_count"));
        Assert.True(Sum(metrics, "extractor_worker_started_total") >= 1);
        Assert.True(Sum(metrics, "extractor_worker_ready") >= 1);
        Assert.Equal(0, Sum(metrics, "extractor_queue_documents", "state=\"waiting\""));
        Assert.True(Sum(metrics, "http_server_request_duration_seconds_count", "http_route=\"/v1/extractions/\"") >= 2);
    }

    [Fact]
    public async Task A_document_that_was_refused_counts_by_its_reason()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        await client.PostAsync("/v1/extractions", Requests.Form("fake encrypted"));
        string metrics = await MetricsAsync(client);

        Assert.Equal(1, Sum(metrics, "extractor_document_duration_seconds_count", "outcome=\"encrypted\""));
        Assert.Equal(0, Sum(metrics, "extractor_document_duration_seconds_count", "outcome=\"read\""));
    }

    [Fact]
    public async Task Scans_count_by_what_they_found()
    {
        await using var clamd = new Scanning.FakeClamd();
        await using var api = new ApiFactory(("Scanner:Address", clamd.Address));
        HttpClient client = api.CreateClient();

        await client.PostAsync("/v1/extractions", Requests.Form("fake quick"));
        await client.PostAsync("/v1/extractions", Requests.Form(Scanning.FakeClamd.Marker));
        clamd.Reply = "";
        await client.PostAsync("/v1/extractions", Requests.Form("fake quick"));
        string metrics = await MetricsAsync(client);

        foreach (string outcome in new[] { "clean", "infected", "none" })
        {
            Assert.Equal(1, Sum(metrics, "extractor_scan_duration_seconds_count", $"outcome=\"{outcome}\""));
        }
    }

    [Fact]
    public async Task Documents_that_wait_show_as_the_depth_of_the_queue()
    {
        await using var api = new ApiFactory(("Telemetry:QueuePollSeconds", "0.1"), ("Workers:Count", "1"));
        HttpClient client = api.CreateClient();
        for (int i = 0; i < 6; i++)
        {
            (await client.PostAsync("/v1/jobs", Requests.Form($"fake slow {i}"))).EnsureSuccessStatusCode();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Sum(await MetricsAsync(client), "extractor_queue_documents") < 6)
        {
            await Task.Delay(50, limit.Token);
        }

        Assert.True(Sum(await MetricsAsync(client), "extractor_queue_documents", "state=\"reading\"") >= 1);
    }

    [Fact]
    public async Task Where_keys_are_asked_for_the_figures_need_one_unless_the_operator_says_otherwise()
    {
        await using var closed = new ApiFactory();
        string key = await NewKeyAsync(closed.CreateClient());
        await using var open = new ApiFactory(("Telemetry:PrometheusWithoutKey", "true"));
        await NewKeyAsync(open.CreateClient());

        Assert.Equal(HttpStatusCode.Unauthorized, (await closed.CreateClient().GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await open.CreateClient().GetAsync("/metrics")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        Assert.Equal(HttpStatusCode.OK, (await closed.CreateClient().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Without_the_endpoint_there_is_none()
    {
        await using var api = new ApiFactory(("Telemetry:Prometheus", "false"));

        Assert.Equal(HttpStatusCode.NotFound, (await api.CreateClient().GetAsync("/metrics")).StatusCode);
    }

    private static Task<string> NewKeyAsync(HttpClient client) => Extractor.Api.Tests.Access.AccessTests.MakeKeyAsync(client, null, "admin");

    private static async Task<string> MetricsAsync(HttpClient client)
    {
        // The exporter answers from its cache for a moment.
        await Task.Delay(400);
        return await client.GetStringAsync("/metrics");
    }

    /// <summary>Sum of the samples of a name that have all the labels.</summary>
    private static double Sum(string metrics, string name, params string[] labels) => Sample().Matches(metrics)
        .Where(m => m.Groups["name"].Value == name && labels.All(m.Groups["labels"].Value.Contains))
        .Sum(m => double.Parse(m.Groups["value"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?<name>[a-z_:0-9]+)(\{(?<labels>[^\n]*)\})? (?<value>[-+0-9.eE]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();
}
