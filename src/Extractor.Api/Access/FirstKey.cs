using Extractor.Storage;

namespace Extractor.Api.Access;

/// <summary>Makes the first key where the service can be reached from elsewhere, and says what the way in is.</summary>
internal sealed partial class FirstKey(AccessMode mode, ApiKeyStore keys, ILogger<FirstKey> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Only now the server knows its addresses.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await mode.IsOpenAsync(cancellationToken))
        {
            LogOpen(logger);
        }
        else if (await keys.CreateFirstAsync("first key", cancellationToken) is { } text)
        {
            // To the terminal of whoever starts the service, not into its log: this is the only time it can be seen.
            await Console.Out.WriteLineAsync($"""

                Khóa quản trị đầu tiên, chỉ hiện một lần / The first admin key, shown only now:

                    {text}

                """);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "There is no key yet and only this machine can reach the service: it works without one. POST /v1/keys makes the first.")]
    private static partial void LogOpen(ILogger logger);
}
