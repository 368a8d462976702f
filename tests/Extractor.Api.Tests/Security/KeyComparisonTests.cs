using System.Net;
using System.Text.Json.Nodes;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Security;

public sealed class KeyComparisonTests
{
    // Time itself is not measured: on a shared machine such a test would fail by chance and pass by chance.
    [Fact]
    public void Digests_of_keys_are_compared_in_constant_time_and_by_nothing_else()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Extractor.Storage", "Keys", "ApiKeyStore.cs"));

        Assert.Contains("CryptographicOperations.FixedTimeEquals(row?.Hash ?? NoHash,", source, StringComparison.Ordinal);
        // No other place looks at a digest: not a query, not a comparison.
        Assert.DoesNotContain("SequenceEqual", source, StringComparison.Ordinal);
        Assert.DoesNotContain("hash = @", source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("key\\.Hash|\\.Hash ==|== hash", source);
    }

    [Fact]
    public async Task An_expired_key_is_refused_like_a_wrong_one()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        ApiKeyStore keys = api.Services.GetRequiredService<ApiKeyStore>();
        (_, string admin) = await keys.CreateAsync("admin", KeyScopes.Admin, null, null, default);
        (_, string expired) = await keys.CreateAsync("expired", KeyScopes.Admin, DateTimeOffset.UtcNow.AddSeconds(-1), null, default);

        JsonNode late = await (await SendAsync(client, expired)).ProblemAsync(401, "unauthorized");
        JsonNode wrong = await (await SendAsync(client, admin[..^1] + (admin[^1] == 'A' ? 'B' : 'A'))).ProblemAsync(401, "unauthorized");
        JsonNode unknown = await (await SendAsync(client, "exk_0123456789abcdef_" + admin[21..])).ProblemAsync(401, "unauthorized");

        // Nothing in the answer tells which of them it was.
        Assert.Equal((string?)late["detail"], (string?)wrong["detail"]);
        Assert.Equal((string?)late["detail"], (string?)unknown["detail"]);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, admin)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/keys");
        request.Headers.Add("X-Api-Key", key);
        return await client.SendAsync(request);
    }
}
