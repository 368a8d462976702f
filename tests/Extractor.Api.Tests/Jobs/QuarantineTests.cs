using System.Net;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Jobs;

public sealed class QuarantineTests
{
    [Fact]
    public async Task A_file_that_ended_its_readers_stays_aside_after_a_restart_until_it_is_released()
    {
        string data = DataFolder.Create();
        await using (var before = new ApiFactory { Data = data })
        {
            await before.CreateClient().RunAsync("fake quarantined");
        }

        await using var api = new ApiFactory { Data = data };
        HttpClient client = api.CreateClient();
        JsonNode held = (await (await client.GetAsync("/v1/quarantine")).JsonAsync())["items"]!.AsArray().Single()!;
        string sha256 = (string)held["sha256"]!;
        Assert.Equal(("báo cáo 0.txt", "quarantined"), ((string?)held["fileName"], (string?)held["reason"]!["code"]));

        JsonNode again = await client.RunAsync("fake quarantined");

        // It was not even tried: what the reader would say is another text.
        Assert.Contains("quản trị viên", (string)again["documents"]![0]!["reason"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/v1/quarantine/{sha256}/release", null)).StatusCode);
        await (await client.PostAsync($"/v1/quarantine/{new string('0', 64)}/release", null)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_file_that_was_set_aside_is_not_tried_when_it_is_sent_for_an_answer_at_once()
    {
        string data = DataFolder.Create();
        await using (var before = new ApiFactory { Data = data })
        {
            await (await before.CreateClient().PostAsync("/v1/extractions", Requests.Form("fake quarantined"))).ProblemAsync(422, "quarantined");
        }

        await using var api = new ApiFactory { Data = data };
        HttpClient client = api.CreateClient();
        JsonNode held = (await (await client.GetAsync("/v1/quarantine")).JsonAsync())["items"]!.AsArray().Single()!;

        JsonNode again = await (await client.PostAsync("/v1/extractions", Requests.Form("fake quarantined"))).ProblemAsync(422, "quarantined");

        Assert.Contains("quản trị viên", (string)again["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/v1/quarantine/{held["sha256"]}/release", null)).StatusCode);
        JsonNode tried = await (await client.PostAsync("/v1/extractions", Requests.Form("fake quarantined"))).ProblemAsync(422, "quarantined");
        Assert.Equal(FakeReader.Text.Vi, (string)tried["detail"]!);
    }

    [Fact]
    public async Task Other_files_are_not_on_the_list()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        await client.RunAsync("fake bug", "fake limit", JobTests.Report);

        Assert.Empty((await (await client.GetAsync("/v1/quarantine")).JsonAsync())["items"]!.AsArray());
    }
}
