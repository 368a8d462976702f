using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Features;

/// <summary>What only a real socket shows: the server's own size limit and a connection that breaks.</summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task A_body_the_server_itself_refuses_is_the_same_problem()
    {
        await using RealServer service = await RealServer.StartAsync(new FakeReader(), ("MaxFileBytes", "100000"));
        using var client = new HttpClient { BaseAddress = service.Address };
        using var body = new ByteArrayContent(new byte[400_000]);
        // Without a length the server cannot refuse before it has read.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/extractions") { Content = body };
        request.Headers.TransferEncodingChunked = true;

        HttpResponseMessage response = await client.SendAsync(request);

        await response.ProblemAsync(413, "too-large");
    }

    [Fact]
    public async Task A_connection_that_breaks_cancels_the_work()
    {
        var reader = new FakeReader();
        await using RealServer service = await RealServer.StartAsync(reader);
        Uri address = service.Address;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            await socket.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes("POST /v1/extractions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nfake slow"));
            await reader.Started.Task;
        }

        Task ended = await Task.WhenAny(reader.Cancelled.Task, Task.Delay(TimeSpan.FromSeconds(30)));

        Assert.Same(reader.Cancelled.Task, ended);
    }

    [Fact]
    public async Task A_file_that_does_not_arrive_is_given_up()
    {
        await using RealServer service = await RealServer.StartAsync(new FakeReader(), ("MaxUploadSeconds", "0.1"));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port);
        await socket.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST /v1/extractions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n\r\nfake"));

        using var reader = new StreamReader(socket.GetStream());

        Assert.Equal("HTTP/1.1 408 Request Timeout", await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData("MaxFileBytes", "0")]
    [InlineData("MaxPages", "-1")]
    [InlineData("Workers:Count", "0")]
    [InlineData("Workers:MaxSeconds", "0")]
    [InlineData("Workers:HeapMegabytes", "1")]
    [InlineData("MaxWaiting", "-1")]
    [InlineData("MaxWaitingSmall", "-1")]
    [InlineData("SmallBytes", "0")]
    [InlineData("Storage:Provider", "PostgreSql")]
    [InlineData("Storage:RetentionDays", "0")]
    [InlineData("Jobs:LeaseSeconds", "0")]
    [InlineData("Jobs:MaxFiles", "0")]
    [InlineData("RateLimits:KeyBurst", "0")]
    [InlineData("Scanner:Address", "clamd")]
    [InlineData("Quotas:MaxFiles", "0")]
    [InlineData("Scanner:TimeoutSeconds", "0")]
    [InlineData("Webhooks:MaxRounds", "0")]
    [InlineData("Webhooks:AllowedNetworks:0", "10.0.0.1/8/9")]
    [InlineData("Origins:Allowed:0", "*")]
    [InlineData("Origins:Allowed:0", "https://a.example/path")]
    [InlineData("Origins:TrustedProxies:0", "proxy")]
    [InlineData("Oidc:Authority", "http://issuer.example")]
    [InlineData("Oidc:Authority", "https://issuer.example")]
    [InlineData("Oidc:JwksFile", "/nowhere/keys.json")]
    [InlineData("Oidc:Scopes:0:Scope", "everything")]
    public async Task Settings_that_make_no_sense_stop_the_start(string name, string value)
    {
        OptionsValidationException error =
            await Assert.ThrowsAsync<OptionsValidationException>(() => RealServer.StartAsync(new FakeReader(), (name, value)));

        string expected = name switch
        {
            "Storage:Provider" => "connection string",
            "Oidc:Authority" => "Extractor:Oidc:",
            _ => name.Split(':') is [_, var member, ..] ? member : name,
        };
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_listens_on_this_machine_only()
    {
        await using RealServer service = await RealServer.StartAsync(new FakeReader());

        Assert.Equal("127.0.0.1", service.Address.Host);
        string settings = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        Assert.Contains("\"Urls\": \"http://127.0.0.1:5080\"", settings, StringComparison.Ordinal);
    }
}
