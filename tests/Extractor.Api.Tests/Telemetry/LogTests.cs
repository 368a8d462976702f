using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extractor.Api.Tests.Telemetry;

public sealed class LogTests
{
    [Fact]
    public async Task The_log_holds_nothing_of_a_document_even_when_everything_is_logged()
    {
        var log = new ListLog();
        await using var api = new LoggedApi(log);
        HttpClient client = api.CreateClient();

        await client.PostAsync("/v1/extractions", Requests.Form("Ủy ban nhân dân phường Bí Mật\nBÁO CÁO\nNăm 2022", "ten-mat.txt"));
        await client.PostAsync("/v1/jobs", Requests.Form("Ủy ban nhân dân phường Bí Mật\nBÁO CÁO\nNăm 2023", "ten-mat.txt"));
        await client.PostAsync("/v1/extractions", Requests.Form("fake bug Bí Mật", "ten-mat.txt"));
        await Task.Delay(500);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Bí Mật", StringComparison.Ordinal) || line.Contains("ten-mat", StringComparison.Ordinal));
    }

    private sealed class LoggedApi(ListLog log) : ApiFactory
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddLogging(logging => logging.ClearProviders().AddProvider(log).AddFilter((_, _, _) => true));
        }
    }

    private sealed class ListLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
