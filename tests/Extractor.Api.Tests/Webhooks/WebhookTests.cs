using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public async Task The_end_of_a_job_reaches_the_receiver_signed()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, string secret) = await client.RegisterAsync(receiver.Address);

        JsonNode job = await client.RunAsync(JobTests.Report, "fake encrypted");

        ReceivedMessage message = Assert.Single(await receiver.WaitAsync(1));
        Assert.True(message.IsSignedWith(secret));
        Assert.False((message with { Body = message.Body + " " }).IsSignedWith(secret));
        Assert.False((message with { Timestamp = "1" }).IsSignedWith(secret));
        Assert.Equal(("job.ended", (string?)job["id"], 2), ((string?)message.Json["type"], (string?)message.Json["data"]!["id"], (int?)message.Json["data"]!["total"]));
        Assert.Equal("""{"encrypted":1,"notAReport":1}""", Sorted(message.Json["data"]!["states"]!));
        Assert.InRange(
            long.Parse(message.Timestamp, CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        JsonNode delivery = (await (await client.GetAsync($"/v1/webhooks/deliveries?webhook={id}")).JsonAsync())["items"]![0]!;
        Assert.Equal(message.Id, (string?)(await client.StateAsync($"/v1/webhooks/deliveries/{delivery["id"]}", "delivered"))["eventId"]);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_a_new_one_signs_beside_the_old_one()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, string first) = await client.RegisterAsync(receiver.Address);

        JsonNode rotated = await (await client.PostAsync($"/v1/webhooks/{id}/secret", null)).JsonAsync();
        await client.TestAsync(id);

        ReceivedMessage message = Assert.Single(await receiver.WaitAsync(1));
        string second = (string)rotated["secret"]!;
        Assert.NotEqual(first, second);
        Assert.True(message.IsSignedWith(first));
        Assert.True(message.IsSignedWith(second));
        Assert.Equal("webhook.test", (string?)message.Json["type"]);
        string shown = await client.GetStringAsync("/v1/webhooks") + await client.GetStringAsync($"/v1/webhooks/{id}");
        Assert.DoesNotContain("whsec_", shown, StringComparison.Ordinal);
        Assert.Contains("\"secret\":null", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_secret_stands_alone_where_there_is_no_overlap()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using var api = new WebhookApi(("Webhooks:OverlapHours", "0"));
        HttpClient client = api.CreateClient();
        (string id, string first) = await client.RegisterAsync(receiver.Address);
        await client.PostAsync($"/v1/webhooks/{id}/secret", null);

        await client.TestAsync(id);

        ReceivedMessage message = Assert.Single(await receiver.WaitAsync(1));
        Assert.Single(message.Signatures);
        Assert.False(message.IsSignedWith(first));
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_the_same_message_again()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        int calls = 0;
        // Enough failures to need another round after the quick tries.
        receiver.Answer = context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) <= 4 ? 503 : 204;
            return Task.CompletedTask;
        };
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, string secret) = await client.RegisterAsync(receiver.Address);

        JsonNode delivery = await client.StateAsync(await client.TestAsync(id), "delivered");

        ReceivedMessage[] messages = await receiver.WaitAsync(5);
        Assert.Equal(5, messages.Length);
        Assert.Single(messages.Select(message => (message.Id, message.Body)).Distinct());
        Assert.All(messages, message => Assert.True(message.IsSignedWith(secret)));
        Assert.Equal((2, 204), ((int?)delivery["attempts"], (int?)delivery["lastStatus"]));
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_listed_and_can_be_sent_again()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(HttpStatusCode.BadRequest);
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);
        string address = await client.TestAsync(id);

        JsonNode dead = await client.StateAsync(address, "dead");
        JsonNode listed = await (await client.GetAsync("/v1/webhooks/deliveries?state=dead")).JsonAsync();
        receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        HttpResponseMessage resent = await client.PostAsync(address + "/resend", null);
        JsonNode delivered = await client.StateAsync(address, "delivered");

        Assert.Equal((3, 400, "status"), ((int?)dead["attempts"], (int?)dead["lastStatus"], (string?)dead["lastError"]));
        Assert.Equal((string?)dead["eventId"], (string?)Assert.Single(listed["items"]!.AsArray())!["eventId"]);
        Assert.Equal(HttpStatusCode.Accepted, resent.StatusCode);
        Assert.Equal((string?)dead["eventId"], (string?)delivered["eventId"]);
        Assert.Single((await receiver.WaitAsync(4)).Select(message => message.Id).Distinct());
        await (await client.PostAsync("/v1/webhooks/deliveries/99/resend", null)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_is_not_asked_again()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(HttpStatusCode.Gone);
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);

        await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Single(receiver.Messages);
    }

    [Fact]
    public async Task A_message_outlives_the_service_and_keeps_its_id_and_secret()
    {
        string data = DataFolder.Create();
        int port;
        await using (Receiver free = await Receiver.StartAsync())
        {
            port = free.Address.Port;
        }

        string secret;
        string eventId;
        await using (var first = new WebhookApi(("Webhooks:MaxRounds", "100")) { Data = data })
        {
            HttpClient client = first.CreateClient();
            (string id, secret) = await client.RegisterAsync(new Uri($"http://127.0.0.1:{port}/"));
            string address = await client.TestAsync(id);
            JsonNode waiting;
            do
            {
                waiting = await client.StateAsync(address, "waiting");
            }
            while ((string?)waiting["lastError"] != "connection");

            eventId = (string)waiting["eventId"]!;
        }

        await using Receiver receiver = await Receiver.StartAsync(port: port);
        await using var second = new WebhookApi { Data = data };
        _ = second.CreateClient();

        ReceivedMessage message = Assert.Single(await receiver.WaitAsync(1));
        Assert.Equal(eventId, message.Id);
        Assert.True(message.IsSignedWith(secret));
    }

    [Fact]
    public async Task A_secret_whose_key_is_lost_is_named_as_the_reason()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        string data = DataFolder.Create();
        string id;
        await using (var first = new WebhookApi { Data = data })
        {
            (id, _) = await first.CreateClient().RegisterAsync(receiver.Address);
        }

        Directory.Delete(Path.Combine(data, "keys"), recursive: true);
        await using var second = new WebhookApi { Data = data };
        HttpClient client = second.CreateClient();

        JsonNode dead = await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Equal("secret-unreadable", (string?)dead["lastError"]);
        Assert.Empty(receiver.Messages);
    }

    [Theory]
    [InlineData("""{ "url": "https://example.com/", "events": [] }""", 400, "invalid-request")]
    [InlineData("""{ "url": "https://example.com/", "events": ["job.begun"] }""", 400, "invalid-request")]
    [InlineData("""{ "url": "https://example.com/", "events": ["webhook.test"] }""", 400, "invalid-request")]
    [InlineData("""{ "url": "https://example.com/", "events": ["job.ended"], "description": "a\u0000b" }""", 400, "invalid-request")]
    [InlineData("""{ "url": "https://10.0.0.1/", "events": ["job.ended"] }""", 422, "receiver-refused")]
    [InlineData("""{ "url": "http://127.0.0.2/", "events": ["job.ended"] }""", 422, "receiver-refused")]
    [InlineData("""{ "url": "gopher://example.com/", "events": ["job.ended"] }""", 422, "receiver-refused")]
    public async Task A_webhook_that_may_not_be_is_not_registered(string body, int status, string code)
    {
        await using var api = new WebhookApi();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        await (await api.CreateClient().PostAsync("/v1/webhooks", content)).ProblemAsync(status, code);
    }

    [Fact]
    public async Task Webhooks_are_bounded_and_go_when_they_are_deleted()
    {
        await using var api = new WebhookApi(("Webhooks:MaxWebhooks", "1"));
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(new Uri("https://example.com/hook"), "job.ended", "campaign.ended");

        HttpResponseMessage second = await client.PostAsJsonAsync("/v1/webhooks", new { url = "https://example.com/", events = new[] { "job.ended" } });
        JsonNode list = await (await client.GetAsync("/v1/webhooks")).JsonAsync();

        await second.ProblemAsync(409, "too-many-webhooks");
        Assert.Equal("""["job.ended","campaign.ended"]""", Assert.Single(list.AsArray())!["events"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/v1/webhooks/{id}")).StatusCode);
        await (await client.GetAsync($"/v1/webhooks/{id}")).ProblemAsync(404, "not-found");
        await (await client.PostAsync($"/v1/webhooks/{id}/secret", null)).ProblemAsync(404, "not-found");
        await (await client.PostAsync($"/v1/webhooks/{id}/test", null)).ProblemAsync(404, "not-found");
    }

    private static string Sorted(JsonNode states) =>
        new JsonObject(states.AsObject().OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => KeyValuePair.Create(state.Key, state.Value?.DeepClone()))).ToJsonString();
}
