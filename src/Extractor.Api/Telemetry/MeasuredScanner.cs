using System.Diagnostics;
using Extractor.Campaigns.Scanning;

namespace Extractor.Api.Telemetry;

/// <summary>The virus scanner as the rest of the service asks it: every scan is counted.</summary>
internal sealed class MeasuredScanner(ClamdScanner scanner, ServiceMetrics metrics) : IVirusScanner
{
    public async Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        ScanOutcome? outcome = null;
        try
        {
            ScanVerdict verdict = await scanner.ScanAsync(bytes, cancellationToken);
            outcome = verdict.Outcome;
            return verdict;
        }
        finally
        {
            metrics.CountScan(outcome, Stopwatch.GetElapsedTime(start));
        }
    }

    public Task<bool> IsThereAsync(CancellationToken cancellationToken) => scanner.IsThereAsync(cancellationToken);
}
