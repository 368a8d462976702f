using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Access;

public sealed class AccessTests
{
    /// <summary>Every operation with the scope it needs; health, schemas, the contract and /v1/access need none.</summary>
    public static TheoryData<string, string, string> Operations => new()
    {
        { "POST", "/v1/extractions", "submit" },
        { "POST", "/v1/jobs", "submit" },
        { "GET", "/v1/jobs/x", "read" },
        { "POST", "/v1/jobs/x/cancel", "submit" },
        { "DELETE", "/v1/jobs/x", "admin" },
        { "GET", "/v1/results/1", "read" },
        { "GET", "/v1/results/1/original", "read" },
        { "GET", "/v1/results/1/history", "read" },
        { "DELETE", "/v1/results/1", "admin" },
        { "GET", "/v1/reports", "read" },
        { "GET", "/v1/indicators/x/values", "read" },
        { "GET", "/v1/exports/results.ndjson", "read" },
        { "GET", "/v1/exports/values.csv", "read" },
        { "GET", "/v1/exports/values.xlsx", "read" },
        { "POST", "/v1/keys", "admin" },
        { "GET", "/v1/keys", "admin" },
        { "DELETE", "/v1/keys/x", "admin" },
        { "POST", "/v1/campaigns", "submit" },
        { "GET", "/v1/campaigns", "read" },
        { "GET", "/v1/campaigns/1", "read" },
        { "GET", "/v1/campaigns/1/files", "read" },
        { "GET", "/v1/campaigns/1/report", "read" },
        { "POST", "/v1/campaigns/1/pause", "submit" },
        { "POST", "/v1/campaigns/1/resume", "submit" },
        { "POST", "/v1/campaigns/1/cancel", "submit" },
        { "POST", "/v1/campaigns/1/retry", "submit" },
        { "DELETE", "/v1/campaigns/1", "admin" },
        { "POST", "/v1/webhooks", "admin" },
        { "GET", "/v1/webhooks", "admin" },
        { "GET", "/v1/webhooks/x", "admin" },
        { "DELETE", "/v1/webhooks/x", "admin" },
        { "POST", "/v1/webhooks/x/secret", "admin" },
        { "POST", "/v1/webhooks/x/test", "admin" },
        { "GET", "/v1/webhooks/deliveries", "admin" },
        { "GET", "/v1/webhooks/deliveries/1", "admin" },
        { "POST", "/v1/webhooks/deliveries/1/resend", "admin" },
        { "GET", "/v1/quarantine", "admin" },
        { "POST", "/v1/quarantine/x/release", "admin" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_takes_keys_with_its_scope_and_no_others(string method, string path, string scope)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        string admin = await MakeKeyAsync(client, null, "admin");

        await (await SendAsync(client, method, path, null)).ProblemAsync(401, "unauthorized");
        foreach (string other in new[] { "read", "submit", "review" }.Where(other => other != scope))
        {
            await (await SendAsync(client, method, path, await MakeKeyAsync(client, admin, other))).ProblemAsync(403, "forbidden");
        }

        Assert.DoesNotContain((await SendAsync(client, method, path, admin)).StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        if (scope != "admin")
        {
            HttpResponseMessage allowed = await SendAsync(client, method, path, await MakeKeyAsync(client, admin, scope));
            Assert.DoesNotContain(allowed.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        }
    }

    [Fact]
    public async Task No_operation_is_forgotten_in_the_table_above()
    {
        await using var api = new ApiFactory();
        JsonNode document = await (await api.CreateClient().GetAsync("/openapi/v1.json")).JsonAsync();

        IEnumerable<string> guarded = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value)))
            .Where(operation => operation.Value!["responses"]!["401"] is not null).Select(operation => operation.Name);
        IEnumerable<string> open = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value)))
            .Where(operation => operation.Value!["responses"]!["401"] is null).Select(operation => operation.Name);

        Assert.Equal(Operations.Count, guarded.Count());
        Assert.Equal(
            ["GET /health/live", "GET /health/ready", "GET /v1/access", "GET /v1/result-schema", "GET /v1/schemas", "GET /v1/schemas/{family}"],
            open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_installation_on_this_machine_works_without_a_key_and_says_so()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        JsonNode before = await (await client.GetAsync("/v1/access")).JsonAsync();
        await MakeKeyAsync(client, null, "admin");
        JsonNode after = await (await client.GetAsync("/v1/access")).JsonAsync();

        Assert.Equal(("open", "admin"), ((string?)before["mode"], (string?)before["scopes"]![0]));
        Assert.Equal(("keys", 0), ((string?)after["mode"], after["scopes"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task An_open_installation_is_closed_to_whoever_only_passes_through_this_machine(string header, string value)
    {
        await using var api = new ApiFactory();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/keys");
        request.Headers.TryAddWithoutValidation(header, value);

        await (await api.CreateClient().SendAsync(request)).ProblemAsync(401, "unauthorized");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        string admin = await MakeKeyAsync(client, null, "admin");
        string key = await MakeKeyAsync(client, admin, "read");
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(client, "GET", "/v1/results/1", key)).StatusCode);

        await SendAsync(client, "DELETE", "/v1/keys/" + key.Split('_')[1], admin);

        HttpResponseMessage refused = await SendAsync(client, "GET", "/v1/results/1", key);
        await refused.ProblemAsync(401, "unauthorized");
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Nobody_can_lock_the_service_for_everybody()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        await (await client.PostAsJsonAsync("/v1/keys", new { name = "x", scopes = new[] { "read" } })).ProblemAsync(400, "invalid-request");
        string admin = await MakeKeyAsync(client, null, "admin");
        await (await SendAsync(client, "DELETE", "/v1/keys/" + admin.Split('_')[1], admin)).ProblemAsync(409, "last-admin");
        await MakeKeyAsync(client, admin, "admin");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(client, "DELETE", "/v1/keys/" + admin.Split('_')[1], admin)).StatusCode);
    }

    [Theory]
    [InlineData("""{ "name": "", "scopes": ["read"] }""")]
    [InlineData("""{ "name": "x", "scopes": [] }""")]
    [InlineData("""{ "name": "x", "scopes": ["none"] }""")]
    [InlineData("""{ "name": "x", "scopes": ["everything"] }""")]
    [InlineData("""{ "name": "x", "scopes": ["read"], "expiresAt": "2020-01-01T00:00:00Z" }""")]
    public async Task A_key_that_makes_no_sense_is_not_made(string body)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        await (await client.PostAsync("/v1/keys", content)).ProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task The_list_shows_no_secret_and_a_key_in_the_address_is_none()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        string admin = await MakeKeyAsync(client, null, "admin");

        string list = await (await SendAsync(client, "GET", "/v1/keys", admin)).Content.ReadAsStringAsync();

        Assert.Contains(admin.Split('_')[1], list, StringComparison.Ordinal);
        Assert.DoesNotContain(admin[21..], list, StringComparison.Ordinal);
        await (await client.GetAsync($"/v1/keys?key={admin}&api_key={admin}")).ProblemAsync(401, "unauthorized");
    }

    [Fact]
    public async Task Jobs_of_different_keys_do_not_share_idempotency()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        string admin = await MakeKeyAsync(client, null, "admin");
        var jobs = new List<string>();
        foreach (string key in new[] { await MakeKeyAsync(client, admin, "submit"), await MakeKeyAsync(client, admin, "submit") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/jobs") { Content = JobRequests.Files("a") };
            request.Headers.Add("X-Api-Key", key);
            request.Headers.Add("Idempotency-Key", "same");
            jobs.Add((await client.SendAsync(request)).Headers.Location!.ToString());
        }

        Assert.NotEqual(jobs[0], jobs[1]);
    }

    internal static async Task<string> MakeKeyAsync(HttpClient client, string? admin, string scope)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys") { Content = JsonContent.Create(new { name = scope, scopes = new[] { scope } }) };
        if (admin is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {admin}");
        }

        HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (string)(await response.JsonAsync())["key"]!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {key}");
        }

        return await client.SendAsync(request);
    }
}
