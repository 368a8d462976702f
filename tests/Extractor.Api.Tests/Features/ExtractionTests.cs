using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models;
using Extractor.Workers;
using NJsonSchema;

namespace Extractor.Api.Tests.Features;

public sealed class ExtractionTests
{
    private const string Path = "/v1/extractions";

    private const string Report = """
        ỦY BAN NHÂN DÂN
        XÃ MINH TÂN

        BÁO CÁO
        Công tác năm 2022
        """;

    [Fact]
    public async Task A_form_and_a_body_give_the_same_result_and_the_bytes_the_library_writes()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        using HttpContent raw = Requests.Raw(Report);
        raw.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "báo cáo.txt" };

        byte[] fromBody = await (await client.PostAsync(Path, raw)).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        byte[] fromForm = await (await client.PostAsync(Path, Requests.Form(Report, "báo cáo.txt"))).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

        var expected = Assert.IsType<FileResult>(await api.Pool.ExtractAsync(new SourceFile("báo cáo.txt", Encoding.UTF8.GetBytes(Report))));
        Assert.Equal(Encoding.UTF8.GetString(expected.Json.Span), Encoding.UTF8.GetString(fromBody));
        Assert.Equal(Encoding.UTF8.GetString(expected.Json.Span), Encoding.UTF8.GetString(fromForm));
    }

    [Fact]
    public async Task The_answer_obeys_the_published_schema()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        string schema = await client.GetStringAsync("/v1/result-schema");
        HttpResponseMessage response = await client.PostAsync(Path, Requests.Form(Report));

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Empty((await JsonSchema.FromJsonAsync(schema)).Validate(await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("fake encrypted", 422, "encrypted")]
    [InlineData("fake damaged", 422, "damaged")]
    [InlineData("fake limit", 422, "limit-exceeded")]
    [InlineData("fake timeout", 422, "timeout")]
    [InlineData("fake out-of-memory", 422, "out-of-memory")]
    [InlineData("fake quarantined", 422, "quarantined")]
    [InlineData("", 422, "empty")]
    [InlineData("\u0001\u0002\u0000\u0003\u0000\u0000", 415, "unsupported-format")]
    public async Task A_file_that_gives_no_result_is_a_problem_of_its_own_kind(string content, int status, string code)
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().PostAsync(Path, Requests.Form(content));

        await response.ProblemAsync(status, code);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(null, "vi", "Thông báo tiếng Việt.", "Tệp có mật khẩu")]
    [InlineData("en-US,en;q=0.9,vi;q=0.2", "en", "English message.", "Encrypted file")]
    [InlineData("fr, en;q=0.1, vi;q=0.5", "vi", "Thông báo tiếng Việt.", "Tệp có mật khẩu")]
    [InlineData("de", "vi", "Thông báo tiếng Việt.", "Tệp có mật khẩu")]
    public async Task A_problem_speaks_the_language_the_client_asks_for(string? accepted, string language, string detail, string title)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        HttpResponseMessage response = await client.PostAsync(Path, Requests.Raw("fake encrypted"));

        var problem = await response.ProblemAsync(422, "encrypted");
        Assert.Equal((detail, title), ((string?)problem["detail"], (string?)problem["title"]));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task A_limit_that_was_exceeded_is_named()
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().PostAsync(Path, Requests.Raw("fake limit"));

        Assert.Equal("MaxPages", (string?)(await response.ProblemAsync(422, "limit-exceeded"))["limit"]);
    }

    [Fact]
    public async Task A_bug_tells_nothing_of_the_inside()
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().PostAsync(Path, Requests.Raw("fake bug"));

        await response.ProblemAsync(500, "internal");
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_limit_is_too_large(bool asForm)
    {
        await using var api = new ApiFactory(("MaxFileBytes", "1000"));
        string content = "fake " + new string('x', 996);

        HttpResponseMessage response = await api.CreateClient().PostAsync(Path, asForm ? Requests.Form(content) : Requests.Raw(content));
        HttpResponseMessage smaller = await api.CreateClient().PostAsync(Path, Requests.Raw(content[..1000]));

        await response.ProblemAsync(413, "too-large");
        Assert.Equal(HttpStatusCode.OK, smaller.StatusCode);
    }

    [Fact]
    public async Task Without_workers_the_service_says_so_and_is_not_ready()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        api.Pool.State = api.Pool.State with { Ready = 0 };
        JsonNode starting = await (await client.GetAsync("/health/ready")).JsonAsync();
        api.Pool.State = api.Pool.State with { Problem = "libicu was not found" };

        HttpResponseMessage response = await client.PostAsync(Path, Requests.Raw("fake quick"));
        HttpResponseMessage ready = await client.GetAsync("/health/ready");

        await response.ProblemAsync(503, "no-workers");
        Assert.DoesNotContain("libicu", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(("starting", "broken"), ((string?)starting["status"], (string?)(await ready.JsonAsync())["status"]));
    }

    [Fact]
    public async Task A_request_too_many_is_told_when_to_come_back_and_the_service_is_not_ready()
    {
        await using var api = new ApiFactory(("Workers:Count", "1"), ("MaxWaiting", "0"), ("MaxWaitingSmall", "0"), ("RetryAfterSeconds", "7"));
        HttpClient client = api.CreateClient();
        using var giveUp = new CancellationTokenSource();
        Task<HttpResponseMessage> first = client.PostAsync(Path, Requests.Raw("fake slow"), giveUp.Token);
        await api.Reader.Started.Task;

        HttpResponseMessage second = await client.PostAsync(Path, Requests.Raw("fake quick"));
        HttpResponseMessage ready = await client.GetAsync("/health/ready");

        await second.ProblemAsync(429, "too-busy");
        Assert.Equal("7", second.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_work_and_frees_its_place()
    {
        await using var api = new ApiFactory(("Workers:Count", "1"), ("MaxWaiting", "0"), ("MaxWaitingSmall", "0"));
        HttpClient client = api.CreateClient();
        using var giveUp = new CancellationTokenSource();
        Task<HttpResponseMessage> request = client.PostAsync(Path, Requests.Raw("fake slow"), giveUp.Token);
        await api.Reader.Started.Task;

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await api.Reader.Cancelled.Task;
        HttpStatusCode next;
        do
        {
            next = (await client.PostAsync(Path, Requests.Raw("fake quick"))).StatusCode;
        }
        while (next == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.OK, next);
    }

    [Fact]
    public async Task An_unknown_family_is_refused_and_a_known_one_taken()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        HttpResponseMessage unknown = await client.PostAsync($"{Path}?family=none", Requests.Raw("fake quick"));
        HttpResponseMessage known = await client.PostAsync($"{Path}?family={FamilyCatalog.Names[0]}", Requests.Raw("fake quick"));

        await unknown.ProblemAsync(400, "unknown-family");
        Assert.Equal(FamilyCatalog.Names[0], (string?)(await known.JsonAsync())["schema"]!["family"]);
    }

    [Fact]
    public async Task A_form_without_its_file_or_with_two_or_cut_in_the_middle_is_malformed()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        using MultipartFormDataContent two = Requests.Form("fake quick");
        two.Add(Requests.Raw("fake quick"), "file", "second.txt");
        using HttpContent cut = Requests.Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nfake");
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using HttpContent unbounded = Requests.Raw("fake quick");
        unbounded.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data");

        foreach (HttpContent content in new[] { Requests.Form("fake quick", part: "other"), two, cut, unbounded })
        {
            await (await client.PostAsync(Path, content)).ProblemAsync(400, "malformed-upload");
        }
    }
}
