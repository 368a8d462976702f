using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Campaigns;
using Npgsql;
using Xunit.Abstractions;

namespace Extractor.Api.Tests.Chaos;

/// <summary>
/// Services and workers are killed while a campaign runs, and the database too where there are two nodes. Every file must end in its named state, every
/// different report in one result. scripts/chaos.sh runs the long form, which also compares with an undisturbed campaign; EXTRACTOR_CAMPAIGN_FILES and
/// EXTRACTOR_CAMPAIGN_KILLS make it so.
/// </summary>
public sealed class CampaignChaosTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EXTRACTOR_CAMPAIGN_FILES") is not null;
    // Files that may have ended between the last look and the kill.
    private const int AtOnce = 4;

    private static readonly int Files = Setting("EXTRACTOR_CAMPAIGN_FILES", 100);
    private static readonly int Kills = Setting("EXTRACTOR_CAMPAIGN_KILLS", 4);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_on_sqlite()
    {
        var files = new CampaignFiles(Files, IsLong);
        TimeSpan undisturbed = IsLong ? await RunAsync(files, 0, nodes: 1, server: null) : TimeSpan.MaxValue / 4;

        TimeSpan disturbed = await RunAsync(files, Kills, nodes: 1, server: null);

        Tell(undisturbed, disturbed);
        Assert.True(disturbed <= undisturbed * 2, $"{undisturbed} became {disturbed}");
    }

    [Fact]
    public async Task Nothing_is_lost_or_doubled_by_two_nodes_on_a_database_that_crashes()
    {
        var files = new CampaignFiles(Files, IsLong);
        using var server = new PostgresServer(durable: true);
        TimeSpan undisturbed = IsLong ? await RunAsync(files, 0, nodes: 2, server) : TimeSpan.MaxValue / 4;

        TimeSpan disturbed = await RunAsync(files, Kills, nodes: 2, server);

        Tell(undisturbed, disturbed);
        Assert.True(disturbed <= undisturbed * 2, $"{undisturbed} became {disturbed}");
    }

    [Fact]
    public async Task Slices_of_a_dead_node_run_again_within_thirty_seconds()
    {
        var files = new CampaignFiles(IsLong ? 1000 : 200, hasReports: true);
        string database = PostgresServer.Shared.CreateDatabase();
        string[] settings = [.. Settings(files, database), "--Extractor:Campaigns:SliceSize", "20"];
        string data = DataFolder.Create();
        await using var dying = new ServiceProcess(data, settings);
        await using var living = new ServiceProcess(data, settings);
        await Task.WhenAll(dying.StartAsync(), living.StartAsync());
        string address = await living.Client.CampaignAsync(files.Folder);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(database);
        // Until both nodes are at work.
        while ((await NodesAsync(source)).Values.Select(slice => slice.Node).Distinct().Count() < 2)
        {
            await Task.Delay(20);
        }

        await dying.KillAsync();
        var clock = Stopwatch.StartNew();
        Dictionary<long, (string Node, int Runs)> before = await NodesAsync(source);
        // Which of the two names is the dead one's is seen by what is run again or goes on.
        while ((await NodesAsync(source)).Any(slice => before.TryGetValue(slice.Key, out var then) && then == slice.Value))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"after {clock.Elapsed} slices still wait");
            await Task.Delay(50);
        }

        Say($"dead node: its slices ran again or had ended after {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal("finished", (string?)(await living.Client.FinishedAsync(address))["state"]);
        files.AssertStates(await living.Client.FilesAsync(address));
    }

    private static async Task<Dictionary<long, (string Node, int Runs)>> NodesAsync(NpgsqlDataSource source)
    {
        await using NpgsqlCommand command = source.CreateCommand("SELECT id, node, runs FROM campaign_slices WHERE ended_at IS NULL AND runs > 0");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var slices = new Dictionary<long, (string, int)>();
        while (await reader.ReadAsync())
        {
            slices.Add(reader.GetInt64(0), (reader.GetString(1), reader.GetInt32(2)));
        }

        return slices;
    }

    private static string[] Settings(CampaignFiles files, string? database)
    {
        string[] settings = ["--Extractor:Campaigns:Roots:0", files.Folder, "--Extractor:Workers:Count", database is null ? "2" : "1"];
        return database is null ? settings
            : [.. settings, "--Extractor:Storage:Provider", "PostgreSql", "--Extractor:Storage:ConnectionString", database];
    }

    private async Task<TimeSpan> RunAsync(CampaignFiles files, int kills, int nodes, PostgresServer? server)
    {
        string data = DataFolder.Create();
        string[] settings = Settings(files, server?.CreateDatabase());
        ServiceProcess[] services = [.. Enumerable.Range(0, nodes).Select(_ => new ServiceProcess(data, settings))];
        try
        {
            await Task.WhenAll(services.Select(service => service.StartAsync()));
            var clock = Stopwatch.StartNew();
            string address = await services[0].Client.CampaignAsync(files.Folder);
            var losses = new ChaosLosses(clock);
            await DisturbAsync(services, address, kills, server, losses);
            JsonNode campaign = await EndAsync(services[^1], address);
            TimeSpan elapsed = clock.Elapsed;
            output.WriteLine(losses.Describe(elapsed));
            await AssertWholeAsync(files, services[0], address, campaign);
            return elapsed;
        }
        finally
        {
            foreach (ServiceProcess service in services)
            {
                await service.DisposeAsync();
            }
        }
    }

    // Spread over the whole campaign: the k-th kill comes when its share of the files has ended, whatever the speed of the machine.
    private async Task DisturbAsync(ServiceProcess[] services, string address, int kills, PostgresServer? server, ChaosLosses losses)
    {
        var random = new Random(7);
        for (int kill = 0; kill < kills; kill++)
        {
            double share = (kill + random.NextDouble()) / kills;
            ServiceProcess service = services[random.Next(services.Length)];
            JsonNode before = await UntilAsync(services[0], address, campaign => Finished(campaign) >= share * Files * 0.9);
            TimeSpan at = losses.Now;
            switch (kill % 4)
            {
                case 1 when server is not null:
                    server.Crash();
                    server.Start();
                    await losses.NoteAsync("database", at, GoneOnAsync);
                    break;
                case 3:
                    bool isKilled = service.KillWorker(random);
                    await losses.NoteAsync(isKilled ? "worker" : "no worker there", at, GoneOnAsync);
                    break;
                default:
                    await service.KillAsync();
                    await service.StartAsync();
                    await losses.NoteAsync("service", at, GoneOnAsync);
                    break;
            }

            // What a kill costs is over when the next file ends.
            Task GoneOnAsync() => UntilAsync(services[0], address, campaign => Finished(campaign) > Finished(before) + AtOnce || Finished(campaign) == Files);
        }
    }

    private static int Finished(JsonNode campaign) => (int)campaign["progress"]!["finished"]!;

    private static async Task<JsonNode> EndAsync(ServiceProcess service, string address) =>
        await UntilAsync(service, address, campaign => (string?)campaign["state"] == "finished");

    private static async Task<JsonNode> UntilAsync(ServiceProcess service, string address, Func<JsonNode, bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using HttpResponseMessage response = await service.InsistAsync(() => new HttpRequestMessage(HttpMethod.Get, address));
            JsonNode campaign = await response.JsonAsync();
            Assert.True(response.IsSuccessStatusCode, campaign.ToJsonString());
            if (isSo(campaign))
            {
                return campaign;
            }

            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(15), campaign.ToJsonString());
            await Task.Delay(20);
        }
    }

    private static async Task AssertWholeAsync(CampaignFiles files, ServiceProcess service, string address, JsonNode campaign)
    {
        Assert.Equal((files.Count, files.Count), ((int)campaign["progress"]!["total"]!, (int)campaign["progress"]!["finished"]!));
        files.AssertStates(await service.Client.FilesAsync(address));
        string[] results = (await service.Client.GetStringAsync("/v1/exports/results.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Different, results.Length);
        Assert.Equal(files.Different, results.Select(line => (string)JsonNode.Parse(line)!["document"]!["sha256"]!).Distinct().Count());
    }

    private void Tell(TimeSpan undisturbed, TimeSpan disturbed)
    {
        Say($"{Files} files, {Kills} kills: {disturbed.TotalSeconds:0.0} s");
        if (IsLong)
        {
            Say($"undisturbed {undisturbed.TotalSeconds:0.0} s, so {disturbed / undisturbed:0.00} times as long");
        }
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : standard;
}
