using System.Net;
using System.Net.Http.Json;
using Extractor.Api.Edge;

namespace Extractor.Api.Tests.Edge;

public sealed class RateLimitTests
{
    private static readonly (string, string)[] Few =
    [
        ("RateLimits:KeyPerSecond", "1"), ("RateLimits:KeyBurst", "3"), ("RateLimits:AddressPerSecond", "1"), ("RateLimits:AddressBurst", "2"),
    ];

    [Fact]
    public async Task A_key_that_comes_too_often_is_told_when_to_come_back_and_others_are_served()
    {
        await using var api = new ApiFactory(Few);
        HttpClient client = api.CreateClient();
        string admin = await MakeAsync(client, null);
        string other = await MakeAsync(client, admin);

        HttpResponseMessage[] responses = await ManyAsync(client, admin, 10);
        HttpResponseMessage refused = responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);

        await refused.ProblemAsync(429, "rate-limited");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        Assert.True(responses.Count(response => response.StatusCode == HttpStatusCode.OK) is >= 1 and < 9);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, other)).StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_slow()
    {
        await using var api = new ApiFactory(Few);
        HttpClient client = api.CreateClient();
        string admin = await MakeAsync(client, null);

        HttpStatusCode[] codes = [.. (await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(client, $"exk_{i:x16}_guess")))).Select(r => r.StatusCode)];

        Assert.Contains(HttpStatusCode.Unauthorized, codes);
        Assert.True(codes.Count(code => code == HttpStatusCode.TooManyRequests) >= 5);
        // Whoever has a key is not hindered by the others at his address.
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, admin)).StatusCode);
    }

    [Fact]
    public async Task Health_is_always_told()
    {
        await using var api = new ApiFactory(Few);
        HttpClient client = api.CreateClient();

        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    [InlineData("2001:db8:1:3::1", "20010db800010003")]
    [InlineData(null, "")]
    public void Addresses_are_counted_by_who_has_them(string? address, string expected) =>
        Assert.Equal(expected, RateLimits.NetworkOf(address is null ? null : IPAddress.Parse(address)));

    private static async Task<HttpResponseMessage[]> ManyAsync(HttpClient client, string key, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => SendAsync(client, key)));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        request.Headers.Add("X-Api-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<string> MakeAsync(HttpClient client, string? admin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys") { Content = JsonContent.Create(new { name = "a", scopes = new[] { "admin" } }) };
        if (admin is not null)
        {
            request.Headers.Add("X-Api-Key", admin);
        }

        return (string)(await (await client.SendAsync(request)).JsonAsync())["key"]!;
    }
}
