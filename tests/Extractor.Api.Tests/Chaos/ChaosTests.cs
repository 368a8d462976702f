using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Chaos;

/// <summary>
/// The service is killed while documents are queued, read and stored. Every document must end in one named state, every different report in one result.
/// EXTRACTOR_CHAOS_FILES and EXTRACTOR_CHAOS_KILLS make the run longer.
/// </summary>
public sealed class ChaosTests
{
    private static readonly int Files = Setting("EXTRACTOR_CHAOS_FILES", 100);
    private static readonly int Kills = Setting("EXTRACTOR_CHAOS_KILLS", 4);

    [Fact]
    public Task Nothing_is_lost_or_doubled_on_sqlite() => RunAsync();

    [Fact]
    public Task Nothing_is_lost_or_doubled_on_postgresql() => RunAsync(
        "--Extractor:Storage:Provider", "PostgreSql", "--Extractor:Storage:ConnectionString", PostgresServer.Shared.CreateDatabase(),
        "--Extractor:Jobs:LeaseSeconds", "3");

    private static async Task RunAsync(params string[] settings)
    {
        await using var service = new ServiceProcess(DataFolder.Create(), [.. settings, "--Extractor:Workers:Count", "2"]);
        await service.StartAsync();
        string[] contents = [.. Enumerable.Range(0, Files).Select(ContentOf)];
        var random = new Random(7);
        Task killing = Task.Run(async () =>
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                await Task.Delay(random.Next(300, 2500));
                await service.KillAsync();
                await service.StartAsync();
            }
        });

        // Each job is sent until it is taken, as clients with an idempotency key do; some of the requests meet a dead service.
        var jobs = new List<string>();
        foreach (string[] some in contents.Chunk(10))
        {
            HttpResponseMessage accepted = await service.InsistAsync(() => new HttpRequestMessage(HttpMethod.Post, "/v1/jobs")
            {
                Content = JobRequests.Files(some),
                Headers = { { "Idempotency-Key", $"job-{jobs.Count}" } },
            });
            jobs.Add(accepted.Headers.Location!.ToString());
        }

        await killing;
        List<JsonNode> documents = [];
        foreach (string address in jobs)
        {
            JsonNode job = await service.Client.EndOfAsync(address);
            Assert.Equal("finished", (string?)job["state"]);
            documents.AddRange(job["documents"]!.AsArray()!);
        }

        Assert.Equal(Files, documents.Count);
        for (int i = 0; i < Files; i++)
        {
            // The file and its repetition may be read in either order.
            string[] expected = i % 10 is 7 or 8 ? ["notAReport", "duplicate"] : [StateOf(i)];
            Assert.Contains((string?)documents[i]["state"], expected);
        }

        Assert.Equal(Enumerable.Range(0, Files).Count(i => i % 10 == 8), documents.Count(document => (string?)document["state"] == "duplicate"));

        string[] results = [.. documents.Select(document => (string?)document["result"]?["href"]).OfType<string>()];
        Assert.Equal(Enumerable.Range(0, Files).Count(i => StateOf(i) == "notAReport"), results.Distinct().Count());
        string[] listed = (await service.Client.GetStringAsync("/v1/exports/results.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(results.Distinct().Count(), listed.Length);
        Assert.Equal(results.Distinct().Count(), listed.Select(line => (string)JsonNode.Parse(line)!["document"]!["sha256"]!).Distinct().Count());
    }

    // Of ten files one cannot be read, one is of no known format, and one repeats the one before it.
    private static string ContentOf(int i) => (i % 10) switch
    {
        3 => $"%PDF-1.7 broken {i}",
        6 => $"\u0001\u0002\0\u0003{i}",
        8 => ContentOf(i - 1),
        _ => string.Create(CultureInfo.InvariantCulture, $"ỦY BAN NHÂN DÂN\nXÃ SỐ {i}\n\nBÁO CÁO\nCông tác năm 2022\n{new StringBuilder().Insert(0, "Nội dung. ", 200)}"),
    };

    private static string StateOf(int i) => (i % 10) switch
    {
        3 => "damaged",
        6 => "unsupported",
        8 => "duplicate",
        _ => "notAReport",
    };

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : standard;
}
