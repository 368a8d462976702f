using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace Extractor.Api.Tests.Webhooks;

/// <summary>Receivers that want the service to speak to somebody else, or to listen for ever (server-side request forgery).</summary>
public sealed class WebhookTricksTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using Receiver inside = await Receiver.StartAsync("127.0.0.2");
        await using Receiver receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = inside.Address.ToString();
            return Task.CompletedTask;
        };
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);

        JsonNode dead = await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Equal(("redirect", status), ((string?)dead["lastError"], (int?)dead["lastStatus"]));
        Assert.Equal(3, receiver.Messages.Count);
        Assert.Empty(inside.Messages);
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("127.0.0.1", "127.0.0.2")]
    [InlineData("127.0.0.2", "127.0.0.1")]
    [InlineData("127.0.0.1", "::1")]
    [InlineData("::ffff:127.0.0.2")]
    [InlineData("10.0.0.1")]
    public async Task A_name_that_stands_for_a_forbidden_address_is_refused(params string[] addresses)
    {
        await using Receiver inside = await Receiver.StartAsync("127.0.0.2");
        await using Receiver allowed = await Receiver.StartAsync("127.0.0.1", inside.Address.Port);
        await using var api = new WebhookApi { Names = (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()) };
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(new Uri($"http://receiver.example:{inside.Address.Port}/"));

        JsonNode dead = await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Equal("address-refused", (string?)dead["lastError"]);
        Assert.Empty(inside.Messages);
        Assert.Empty(allowed.Messages);
    }

    [Fact]
    public async Task A_name_that_changes_after_it_was_judged_changes_nothing()
    {
        await using Receiver inside = await Receiver.StartAsync("127.0.0.2");
        await using Receiver allowed = await Receiver.StartAsync("127.0.0.1", inside.Address.Port);
        int asked = 0;
        await using var api = new WebhookApi
        {
            // The first answer is harmless, every later one is not.
            Names = (_, _) => Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "127.0.0.2") }),
        };
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(new Uri($"http://receiver.example:{inside.Address.Port}/"));

        await client.StateAsync(await client.TestAsync(id), "delivered");
        Assert.Equal(1, asked);
        JsonNode dead = await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Equal("address-refused", (string?)dead["lastError"]);
        Assert.Single(allowed.Messages);
        Assert.Empty(inside.Messages);
    }

    [Fact]
    public async Task A_receiver_that_may_not_be_reached_any_more_is_not_reached()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        string data = DataFolder.Create();
        string id;
        await using (var lenient = new WebhookApi { Data = data })
        {
            (id, _) = await lenient.CreateClient().RegisterAsync(receiver.Address);
        }

        await using var strict = new WebhookApi(("Webhooks:AllowedNetworks:0", "10.0.0.0/8")) { Data = data };
        HttpClient client = strict.CreateClient();

        JsonNode dead = await client.StateAsync(await client.TestAsync(id), "dead");

        Assert.Equal("address-refused", (string?)dead["lastError"]);
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_listened_to()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        var aborted = new TaskCompletionSource();
        receiver.Answer = async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            byte[] more = new byte[1 << 16];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(more, context.RequestAborted);
            }
        };
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);

        await client.StateAsync(await client.TestAsync(id), "delivered");

        Assert.Same(aborted.Task, await Task.WhenAny(aborted.Task, Task.Delay(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public async Task A_head_without_end_is_a_broken_connection()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            for (int i = 0; i < 100; i++)
            {
                context.Response.Headers[$"x-{i}"] = new string('a', 1000);
            }

            return Task.CompletedTask;
        };
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);

        Assert.Equal("connection", (string?)(await client.StateAsync(await client.TestAsync(id), "dead"))["lastError"]);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_costs_a_bounded_time_and_holds_up_nobody_else()
    {
        await using Receiver silent = await Receiver.StartAsync();
        silent.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using Receiver quick = await Receiver.StartAsync();
        await using var api = new WebhookApi(("Webhooks:TimeoutSeconds", "0.5"), ("Webhooks:Senders", "2"));
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(silent.Address);
        (string other, _) = await client.RegisterAsync(quick.Address);
        string first = await client.TestAsync(id);
        for (int i = 0; i < 5; i++)
        {
            await client.TestAsync(id);
        }

        await client.StateAsync(await client.TestAsync(other), "delivered");

        Assert.Equal("timeout", (string?)(await client.StateAsync(first, "dead"))["lastError"]);
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using Receiver receiver = await Receiver.StartAsync(configure: host => host.UseKestrelHttpsConfiguration().UseKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))));
        await using var api = new WebhookApi();
        HttpClient client = api.CreateClient();
        (string id, _) = await client.RegisterAsync(receiver.Address);

        Assert.Equal("tls", (string?)(await client.StateAsync(await client.TestAsync(id), "dead"))["lastError"]);
        Assert.Empty(receiver.Messages);
    }
}
