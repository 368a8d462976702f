using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Edge;

public sealed class OriginTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task Pages_of_other_origins_are_not_let_in(string method)
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().SendAsync(From("https://reports.example.vn", method));

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_origin_the_operator_names_is_let_in_and_no_other()
    {
        await using var api = new ApiFactory(("Origins:Allowed:0", "https://reports.example.vn"));
        HttpClient client = api.CreateClient();

        HttpResponseMessage preflight = await client.SendAsync(From("https://reports.example.vn", "OPTIONS"));
        HttpResponseMessage read = await client.SendAsync(From("https://reports.example.vn", "GET"));
        HttpResponseMessage other = await client.SendAsync(From("https://reports.example.vn.evil.example", "OPTIONS"));

        Assert.Equal(["https://reports.example.vn"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Idempotency-Key", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.Contains("X-Request-Id", read.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        // A key is sent by the page, never by the browser on its own.
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(null, "198.51.100.7", "198.51.100.7")]
    [InlineData("198.51.100.7", "198.51.100.7", "203.0.113.9")]
    [InlineData("198.51.100.0/24", "198.51.100.7", "203.0.113.9")]
    [InlineData("198.51.100.8", "198.51.100.7", "198.51.100.7")]
    public async Task Only_a_trusted_proxy_is_believed(string? trusted, string sender, string expected)
    {
        await using var api = new ProxiedApi(IPAddress.Parse(sender), trusted is null ? [] : [("Origins:TrustedProxies:0", trusted)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/access");
        // The first address is what a client claims, the last what the proxy saw.
        request.Headers.Add("X-Forwarded-For", "127.0.0.1, 203.0.113.9");

        await api.CreateClient().SendAsync(request);

        Assert.Equal(expected, api.Seen);
    }

    [Fact]
    public async Task An_open_installation_stays_closed_to_those_a_trusted_proxy_sends()
    {
        await using var api = new ProxiedApi(IPAddress.Loopback, [("Origins:TrustedProxies:0", "127.0.0.1")]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/keys");
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");

        await (await api.CreateClient().SendAsync(request)).ProblemAsync(401, "unauthorized");
    }

    private static HttpRequestMessage From(string origin, string method)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/v1/reports");
        request.Headers.Add("Origin", origin);
        if (method == "OPTIONS")
        {
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "idempotency-key");
        }

        return request;
    }

    /// <summary>A service whose requests come from an address, and which tells what address it took a request to come from.</summary>
    private sealed class ProxiedApi(IPAddress sender, (string Name, string Value)[] settings) : ApiFactory(settings)
    {
        public string? Seen { get; private set; }

        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddSingleton<IStartupFilter>(new Filter(this, sender));
        }

        private sealed class Filter(ProxiedApi api, IPAddress sender) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use(async (context, following) =>
                {
                    context.Connection.RemoteIpAddress = sender;
                    await following(context);
                    api.Seen = context.Connection.RemoteIpAddress?.ToString();
                });
                next(app);
            };
        }
    }
}
