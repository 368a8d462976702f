using System.Collections.Concurrent;
using Extractor.Api.Jobs;
using Extractor.Api.Telemetry;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Extractor.Api.Tests.Telemetry;

public sealed class QueueWatchTests
{
    /// <summary>Neither the watch itself nor the host on its behalf has anything to tell: nothing went wrong.</summary>
    [Fact]
    public async Task A_host_that_is_disposed_of_without_being_stopped_logs_no_error_of_the_watch() => Assert.Empty(await LogOfAsync<QueueWatch>());

    [Fact]
    public async Task Nor_of_the_deletion_of_old_results() => Assert.Empty(await LogOfAsync<Retention>());

    private static async Task<IEnumerable<string>> LogOfAsync<TService>()
        where TService : class, IHostedService
    {
        var log = new ListLog();
        string data = DataFolder.Create();
        using (IHost host = Build<TService>(log, data))
        {
            await host.Services.GetRequiredService<StoreSetup>().PrepareAsync(default);
            await host.StartAsync();
            // Time for the first look, and for some that are cut off.
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }

        // What a service was in the middle of ends after the host is gone.
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Directory.Delete(data, recursive: true);
        return log.Problems;
    }

    private static IHost Build<TService>(ListLog log, string data)
        where TService : class, IHostedService
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log);
        builder.Services.AddExtractorStorage().AddMetrics().AddSingleton<ServiceMetrics>().AddHostedService<TService>()
            .AddSingleton<IWorkerPool>(new InProcessPool(new FakeReader()))
            .Configure<StorageOptions>(options => options.DataDirectory = data)
            .Configure<TelemetryOptions>(options => options.QueuePollSeconds = 0.1);
        return builder.Build();
    }

    private sealed class ListLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _problems = new();

        public IEnumerable<string> Problems => _problems;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _problems.Enqueue(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
