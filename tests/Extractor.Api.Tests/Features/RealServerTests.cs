using System.Net;
using System.Net.Sockets;
using System.Text;
using Extractor.Api.Features;
using Extractor.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Features;

/// <summary>What only a real socket shows: the server's own size limit and a connection that breaks.</summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task A_body_the_server_itself_refuses_is_the_same_problem()
    {
        await using WebApplication app = await StartAsync(new FakeReader(), ("MaxFileBytes", "100000"));
        using var client = new HttpClient { BaseAddress = AddressOf(app) };
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
        await using WebApplication app = await StartAsync(reader);
        Uri address = AddressOf(app);
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
        await using WebApplication app = await StartAsync(new FakeReader(), ("MaxUploadSeconds", "0.1"));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, AddressOf(app).Port);
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
    [InlineData("Storage:Provider", "PostgreSql")]
    [InlineData("Storage:RetentionDays", "0")]
    [InlineData("Jobs:LeaseSeconds", "0")]
    [InlineData("Jobs:MaxFiles", "0")]
    public async Task Settings_that_make_no_sense_stop_the_start(string name, string value)
    {
        OptionsValidationException error =
            await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new FakeReader(), (name, value)));

        string expected = name == "Storage:Provider" ? "connection string" : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_listens_on_this_machine_only()
    {
        await using WebApplication app = await StartAsync(new FakeReader());

        Assert.Equal("127.0.0.1", AddressOf(app).Host);
        string settings = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        Assert.Contains("\"Urls\": \"http://127.0.0.1:5080\"", settings, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(FakeReader reader, params (string Name, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        // The file of settings names a fixed port; any free one will do here.
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Extractor:Storage:DataDirectory"] = DataFolder.Create();
        foreach ((string name, string value) in settings)
        {
            builder.Configuration[$"Extractor:{name}"] = value;
        }

        builder.Services.AddExtractorApi(builder.Configuration.GetSection("Extractor"));
        builder.Services.AddSingleton<IWorkerPool>(new InProcessPool(reader));
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.MapExtractions();
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
