using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Extractor.Api.Tests.Telemetry;

[Collection(nameof(OneServiceAtATime))]
public sealed class TraceTests
{
    private const int Patience = 60_000;
    private const string Secret = "Ủy ban nhân dân phường Bí Mật";
    private const string Report = $"{Secret}\nBÁO CÁO\nKết quả cải cách hành chính năm 2022\n";

    [Fact]
    public async Task A_collector_gets_the_trace_of_a_document_with_its_stages_and_nothing_of_its_text()
    {
        await using var collector = await Collector.StartAsync();
        await using (var api = new ApiWithWorkers(("Telemetry:OtlpEndpoint", collector.Address)))
        {
            (await api.CreateClient().PostAsync("/v1/extractions", Requests.Form(Report, "bi-mat.txt"))).EnsureSuccessStatusCode();
            Assert.True(api.Services.GetRequiredService<TracerProvider>().ForceFlush(Patience));
            // False as soon as one reader cannot push: the one that answers scrapes never can.
            api.Services.GetRequiredService<MeterProvider>().ForceFlush(Patience);
        }

        string traces = collector.Received("TraceService");
        string metrics = collector.Received("MetricsService");

        Assert.Contains("read document", traces, StringComparison.Ordinal);
        Assert.Contains("extractor.document.outcome", traces, StringComparison.Ordinal);
        Assert.All(new[] { "map", "values", "check", "write" }, stage => Assert.Contains(stage, traces, StringComparison.Ordinal));
        Assert.Contains("extractor.stage.duration", metrics, StringComparison.Ordinal);
        Assert.All(new[] { traces, metrics }, text =>
        {
            Assert.DoesNotContain("Bí Mật", text, StringComparison.Ordinal);
            Assert.DoesNotContain("bi-mat", text, StringComparison.Ordinal);
        });
    }

    /// <summary>A collector on loopback that takes every export and keeps its bytes.</summary>
    private sealed class Collector(WebApplication host, ConcurrentQueue<(string Path, byte[] Body)> exports) : IAsyncDisposable
    {
        public string Address => host.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var exports = new ConcurrentQueue<(string, byte[])>();
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
            WebApplication host = builder.Build();
            host.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                exports.Enqueue((context.Request.Path, body.ToArray()));
                context.Response.ContentType = "application/grpc";
                context.Response.AppendTrailer("grpc-status", "0");
                // An empty message: no compression, length 0.
                await context.Response.Body.WriteAsync(new byte[5]);
            });
            await host.StartAsync();
            return new Collector(host, exports);
        }

        public string Received(string service) =>
            string.Concat(exports.Where(e => e.Path.Contains(service, StringComparison.Ordinal)).Select(e => Encoding.UTF8.GetString(e.Body)));

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }
    }
}
