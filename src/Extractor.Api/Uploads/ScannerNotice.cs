using Extractor.Api.Access;
using Extractor.Campaigns.Scanning;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Uploads;

/// <summary>Says at the start whether files are scanned: whoever takes files of others should know.</summary>
internal sealed partial class ScannerNotice(FileScan scan, IOptions<ScannerOptions> options, AccessMode mode, ILogger<ScannerNotice> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Only now the server knows its addresses, and with them whether keys are in use.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (scan.IsOn)
        {
            LogOn(logger, options.Value.Address!);
        }
        else if (!await mode.IsOpenAsync(cancellationToken))
        {
            LogOff(logger);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Files are scanned for viruses by the clamd at {Address}.")]
    private static partial void LogOn(ILogger logger, string address);

    [LoggerMessage(LogLevel.Warning, "Files are not scanned for viruses: Extractor:Scanner:Address names no clamd.")]
    private static partial void LogOff(ILogger logger);
}
