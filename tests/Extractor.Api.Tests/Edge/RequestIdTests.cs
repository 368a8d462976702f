using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Extractor.Api.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Extractor.Api.Tests.Edge;

public sealed class RequestIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0194f6c2-8f7e-7b3a-9c1d-0123456789ab")]
    [InlineData("trace_1.span-2")]
    public async Task The_id_of_a_client_comes_back(string id)
    {
        await using var api = new ApiFactory();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/schemas/none");
        request.Headers.Add("X-Request-Id", id);

        HttpResponseMessage response = await api.CreateClient().SendAsync(request);

        Assert.Equal([id], response.Headers.GetValues("X-Request-Id"));
        Assert.Equal(id, (string?)(await response.ProblemAsync(404, "unknown-family"))["requestId"]);
    }

    [Fact]
    public async Task A_request_without_an_id_gets_one_of_its_own()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        string[] ids = [.. (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync("/health/live"))))
            .Select(response => Assert.Single(response.Headers.GetValues("X-Request-Id")))];

        Assert.Equal(5, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(32, id.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a b")]
    [InlineData("a\r\nSet-Cookie: x=1")]
    [InlineData("a\nINFO forged line")]
    [InlineData("a\u001b[31m")]
    [InlineData("\u202Eabc")]
    [InlineData("<script>")]
    [InlineData("${jndi:ldap://x}")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_id_of_another_form_is_dropped(string id) => Assert.Null(RequestIds.Read(new StringValues(id)));

    [Fact]
    public void Two_ids_are_none() => Assert.Null(RequestIds.Read(new StringValues(["a", "b"])));

    [Fact]
    public async Task A_header_cannot_be_injected_through_any_value_a_client_gives()
    {
        await using var service = await RealServer.StartAsync(new FakeReader());
        using var socket = new TcpClient("127.0.0.1", service.Address.Port);
        // A bare line feed inside of values, percent signs in the address, a name of a file that ends its header.
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(
            "GET /v1/schemas/x%0d%0aSet-Cookie:%20a=1?cursor=%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: ab%0d%0aX-Evil: 1\r\n"
            + "Accept-Language: en%0d%0aX-Evil: 1\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream(), Encoding.Latin1);

        string head = (await reader.ReadToEndAsync()).Split("\r\n\r\n")[0];

        Assert.StartsWith("HTTP/1.1 404", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Evil", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", head, StringComparison.Ordinal);
        Assert.Matches("X-Request-Id: [0-9a-f]{32}", head);
    }

    [Fact]
    public async Task The_id_is_in_the_log_of_everything_the_request_does()
    {
        using var log = new ScopeLog();
        await using var api = new LoggedApi(log);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/indicators/x/values");
        request.Headers.Add("X-Request-Id", "my-request");
        (await api.CreateClient().SendAsync(request)).EnsureSuccessStatusCode();

        Assert.Contains("my-request", log.RequestIds);
    }

    private sealed class LoggedApi(ILoggerProvider log) : ApiFactory(("Telemetry:Prometheus", "false"))
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddLogging(logging => logging.AddProvider(log).AddFilter<ScopeLog>(null, LogLevel.Trace));
        }
    }

    /// <summary>Remembers which request ids stood around what was logged.</summary>
    private sealed class ScopeLog : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentBag<string> RequestIds { get; } = [];

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _scopes?.ForEachScope(
                (scope, bag) =>
                {
                    foreach (KeyValuePair<string, object> entry in (scope as Dictionary<string, object>) ?? [])
                    {
                        bag.Add((string)entry.Value);
                    }
                }, RequestIds);

        public void Dispose()
        {
        }
    }
}
