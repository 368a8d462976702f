using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Jobs;

public sealed class JobTests
{
    public const string Report = """
        ỦY BAN NHÂN DÂN
        XÃ MINH TÂN

        BÁO CÁO
        Công tác năm 2022
        """;

    [Fact]
    public async Task Files_of_a_job_each_end_in_their_named_state()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        HttpResponseMessage accepted = await client.SubmitAsync(JobRequests.Files(
            Report, "fake encrypted", "fake damaged", "fake limit", "fake timeout", "fake quarantined", "fake bug", "\u0001\u0002\0\u0003", ""));

        JsonNode job = await client.EndOfAsync(accepted.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(
            ["notAReport", "encrypted", "damaged", "quarantined", "timedOut", "quarantined", "quarantined", "unsupported", "damaged"], job.States());
        Assert.Equal("finished", (string?)job["state"]);
        Assert.Equal((9, 9), ((int)job["progress"]!["total"]!, (int)job["progress"]!["finished"]!));
        Assert.Equal(3, (int)job["progress"]!["states"]!["quarantined"]!);
        JsonNode encrypted = job["documents"]![1]!;
        Assert.Equal(("encrypted", "Thông báo tiếng Việt."), ((string?)encrypted["reason"]!["code"], (string?)encrypted["reason"]!["message"]));
        Assert.Equal("báo cáo 1.txt", (string?)encrypted["fileName"]);
        Assert.DoesNotContain("secret", job.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_and_its_original_stay_readable_and_the_same_bytes_give_the_same_result()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        JsonNode first = await client.RunAsync(Report);

        JsonNode again = await client.RunAsync(Report, Report);

        Assert.Equal(["duplicate", "duplicate"], again.States());
        Assert.Equal(first.Result(), again.Result());
        HttpResponseMessage result = await client.GetAsync(first.Result());
        Assert.Equal("báo cáo 0.txt", (string?)(await result.JsonAsync())["document"]!["fileName"]);
        Assert.Equal(Report, await client.GetStringAsync(first.Result() + "/original"));
        using var unchanged = new HttpRequestMessage(HttpMethod.Get, first.Result());
        unchanged.Headers.IfNoneMatch.Add(result.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(unchanged)).StatusCode);
    }

    [Fact]
    public async Task A_repeated_request_is_the_same_job_and_another_one_with_its_key_is_refused()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        HttpResponseMessage first = await client.SubmitAsync(JobRequests.Files(Report), "k-1");
        HttpResponseMessage again = await client.SubmitAsync(JobRequests.Files(Report), "k-1");
        HttpResponseMessage other = await client.SubmitAsync(JobRequests.Files("other"), "k-1");

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await other.ProblemAsync(422, "idempotency-mismatch");
        await (await client.SubmitAsync(JobRequests.Files("a"), new string('x', 201))).ProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task Cancelling_takes_what_waits_out_of_the_queue()
    {
        const int Files = 20;
        // What is in hand, and what was leased with it, is read to its end.
        const int OnTheirWay = 6;
        await using var api = new ApiFactory(("Workers:Count", "1"));
        HttpClient client = api.CreateClient();
        HttpResponseMessage accepted = await client.SubmitAsync(JobRequests.Files([.. Enumerable.Range(0, Files).Select(i => $"fake slow {i}")]));
        string address = accepted.Headers.Location!.ToString();
        await api.Reader.Started.Task;

        JsonNode cancelled = await (await client.PostAsync(address + "/cancel", null)).JsonAsync();

        Assert.InRange(cancelled.States().Count(state => state == "cancelled"), Files - OnTheirWay, Files - 1);
        Assert.Equal("running", (string?)cancelled["state"]);
        await (await client.DeleteAsync(address)).ProblemAsync(409, "job-running");
    }

    [Fact]
    public async Task A_deleted_result_is_gone_with_its_original_and_says_so()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        JsonNode job = await client.RunAsync(Report);

        HttpResponseMessage deleted = await client.DeleteAsync(job.Result());

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await (await client.GetAsync(job.Result())).ProblemAsync(410, "deleted");
        await (await client.GetAsync(job.Result() + "/original")).ProblemAsync(410, "deleted");
        await (await client.DeleteAsync(job.Result())).ProblemAsync(410, "deleted");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories));
        JsonNode history = await (await client.GetAsync(job.Result() + "/history")).JsonAsync();
        Assert.Equal(["result.stored", "result.deleted"], history.AsArray().Select(entry => (string?)entry!["kind"]));
        Assert.Equal(["notAReport"], (await client.RunAsync(Report)).States());
    }

    [Fact]
    public async Task A_deleted_job_takes_its_results_with_it()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        JsonNode job = await client.RunAsync(Report);
        string address = $"/v1/jobs/{job["id"]}";

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(address)).StatusCode);

        await (await client.GetAsync(address)).ProblemAsync(404, "not-found");
        await (await client.GetAsync(job.Result())).ProblemAsync(410, "deleted");
        await (await client.GetAsync("/v1/results/999")).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_request_without_files_or_with_too_many_is_refused()
    {
        await using var api = new ApiFactory(("Jobs:MaxFiles", "2"), ("MaxFileBytes", "100"));
        HttpClient client = api.CreateClient();

        await (await client.SubmitAsync(new MultipartFormDataContent { { new StringContent("x"), "other" } })).ProblemAsync(400, "malformed-upload");
        await (await client.SubmitAsync(JobRequests.Files("a", "b", "c"))).ProblemAsync(400, "malformed-upload");
        await (await client.SubmitAsync(JobRequests.Files(new string('x', 101)))).ProblemAsync(413, "too-large");
        await (await client.SubmitAsync(JobRequests.Files("a"), query: "?family=none")).ProblemAsync(400, "unknown-family");
        Assert.Equal(2, (await client.RunAsync("a", "b")).States().Length);
    }

    [Fact]
    public async Task A_job_can_be_sent_as_one_plain_body_and_read_in_parts()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        HttpResponseMessage plain = await client.SubmitAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(Report)));
        Assert.Single((await client.EndOfAsync(plain.Headers.Location!.ToString())).States());

        JsonNode job = await client.RunAsync("a", "b", "c");
        JsonNode part = await (await client.GetAsync($"/v1/jobs/{job["id"]}?from=1&limit=1")).JsonAsync();
        Assert.Equal((1, $"/v1/jobs/{job["id"]}?from=2"), ((int)part["documents"]![0]!["ordinal"]!, (string?)part["next"]));
        await (await client.GetAsync($"/v1/jobs/{job["id"]}?limit=0")).ProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task What_was_not_finished_goes_on_after_a_restart()
    {
        string data = DataFolder.Create();
        string address;
        await using (var first = new ApiFactory(("Workers:Count", "1")) { Data = data })
        {
            HttpClient client = first.CreateClient();
            address = (await client.SubmitAsync(JobRequests.Files("fake slow", "fake encrypted", Report))).Headers.Location!.ToString();
            await first.Reader.Started.Task;
        }

        await using var second = new ApiFactory { Data = data };
        second.Reader.IsQuick = true;
        JsonNode job = await second.CreateClient().EndOfAsync(address);

        Assert.Equal("finished", (string?)job["state"]);
        Assert.Equal(["encrypted", "notAReport"], job.States()[1..]);
    }

    [Fact]
    public async Task Two_services_cannot_share_a_data_directory_of_sqlite()
    {
        await using var first = new ApiFactory();
        _ = first.CreateClient();
        await using var second = new ApiFactory { Data = first.Data };

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => second.CreateClient());

        Assert.Contains("data directory", error.Message, StringComparison.Ordinal);
    }
}
