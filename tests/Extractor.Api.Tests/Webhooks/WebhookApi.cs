using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extractor.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Webhooks;

/// <summary>A service that may speak to 127.0.0.1 and to no other address of this machine, and does not wait long.</summary>
internal sealed class WebhookApi(params (string Name, string Value)[] settings) : ApiFactory(
[
    ("Webhooks:AllowHttp", "true"), ("Webhooks:AllowedNetworks:0", "127.0.0.1/32"), ("Webhooks:PollSeconds", "0.02"),
    ("Webhooks:QuickRetrySeconds", "0.01"), ("Webhooks:RetrySeconds", "0.05"), ("Webhooks:MaxRounds", "3"), .. settings,
])
{
    /// <summary>What names stand for; names are asked for as usual where this is not set.</summary>
    public ResolveName? Names { get; init; }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        if (Names is { } names)
        {
            services.AddSingleton(names);
        }
    }
}

/// <summary>What tests of webhooks do over and over.</summary>
internal static class WebhookRequests
{
    /// <summary>Registers a receiver.</summary>
    /// <returns>Id and secret.</returns>
    public static async Task<(string Id, string Secret)> RegisterAsync(this HttpClient client, Uri receiver, params string[] events)
    {
        HttpResponseMessage response = await client.PostAsJsonAsync(
            "/v1/webhooks", new { url = receiver.ToString(), events = events.Length == 0 ? ["job.ended"] : events });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        JsonNode webhook = await response.JsonAsync();
        Assert.Equal($"/v1/webhooks/{webhook["id"]}", response.Headers.Location!.ToString());
        return ((string)webhook["id"]!, (string)webhook["secret"]!);
    }

    public static async Task<string> TestAsync(this HttpClient client, string webhook)
    {
        HttpResponseMessage response = await client.PostAsync($"/v1/webhooks/{webhook}/test", null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Waits until a delivery is in a state.</summary>
    public static async Task<JsonNode> StateAsync(this HttpClient client, string delivery, string state)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            JsonNode answer = await (await client.GetAsync(delivery, limit.Token)).JsonAsync();
            if ((string?)answer["state"] == state)
            {
                return answer;
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
