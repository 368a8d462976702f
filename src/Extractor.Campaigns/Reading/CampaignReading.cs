using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Campaigns.Folders;
using Extractor.Campaigns.Scanning;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns;

/// <summary>Reads one file of a campaign and writes its end.</summary>
internal sealed partial class CampaignReading(
    CampaignQueue queue, ResultStore results, QuarantineStore quarantine, IOriginalStore originals, OriginalSweep sweep, IWorkerPool workers,
    FileScan scan, IOptions<CampaignOptions> options, ILogger<CampaignReading> logger)
{
    /// <exception cref="IOException">The store of originals, or the whole folder, cannot be reached; the file still waits.</exception>
    /// <exception cref="WorkersUnavailableException">No worker can be started; the file still waits.</exception>
    /// <exception cref="ScannerUnavailableException">The virus scanner is not there; the file still waits.</exception>
    /// <exception cref="OperationCanceledException">The process stops; the file still waits.</exception>
    public async Task ReadAsync(Campaign campaign, SliceFile file, CancellationToken cancellationToken)
    {
        (byte[]? bytes, FailedEnd? failure) = await BytesOfAsync(campaign, file, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            await FinishAsync(file, null, null, failure!, cancellationToken).ConfigureAwait(false);
            return;
        }

        string sha256 = file.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(bytes));
        // What was sent was scanned when it came.
        DocumentEnd end = file.Sha256 is null && await scan.CheckPatientlyAsync(bytes, cancellationToken).ConfigureAwait(false) is { } refused
            ? OutcomeTranslation.EndOf(refused)
            : await EndOfAsync(campaign, file, sha256, bytes, cancellationToken).ConfigureAwait(false);
        if (end is ReadEnd && file.Sha256 is null)
        {
            await originals.PutAsync(sha256, bytes, cancellationToken).ConfigureAwait(false);
        }

        await FinishAsync(file, sha256, bytes.Length, end, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(byte[]? Bytes, FailedEnd? Failure)> BytesOfAsync(Campaign campaign, SliceFile file, CancellationToken cancellationToken)
    {
        if (file.Sha256 is { } sha256)
        {
            try
            {
                return (await originals.ReadAsync(sha256, cancellationToken).ConfigureAwait(false), OutcomeTranslation.LostOriginal);
            }
            catch (InvalidDataException)
            {
                return (null, OutcomeTranslation.LostOriginal);
            }
        }

        // The name of a file that was sent is no path: without a folder of the operator's nothing of this machine is opened.
        if (campaign.Order.Folder is not { } folder)
        {
            return (null, OutcomeTranslation.LostOriginal);
        }

        (byte[]? bytes, FailedEnd? failure) = ReportFile.Read(folder, file.Path, options.Value.MaxFileBytes);
        // A share that has gone away takes all its files with it, and none of them is to blame.
        return bytes is not null || Directory.Exists(folder)
            ? (bytes, failure) : throw new IOException("The folder of the campaign is gone.");
    }

    private async Task<DocumentEnd> EndOfAsync(
        Campaign campaign, SliceFile file, string sha256, byte[] bytes, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(sha256, campaign.Order.Family, ModelVersion.Current, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return new DuplicateEnd(earlier);
        }

        if (await quarantine.HoldsAsync(sha256, cancellationToken).ConfigureAwait(false))
        {
            return OutcomeTranslation.Held;
        }

        var request = new WorkRequest
        {
            Extraction = new ExtractionRequest { Family = campaign.Order.Family, Language = campaign.Order.Language },
            Priority = WorkPriority.Batch,
        };
        return OutcomeTranslation.EndOf(
            await workers.ExtractAsync(new SourceFile(Path.GetFileName(file.Path), bytes), request, cancellationToken).ConfigureAwait(false));
    }

    // What was read must reach its end: the work is done, so it is told until the database takes it.
    private async Task FinishAsync(SliceFile file, string? sha256, long? bytes, DocumentEnd end, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await queue.FinishAsync(file, sha256, bytes, end, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (JsonException exception) when (end is ReadEnd)
            {
                LogBroken(logger, file.Id, exception);
                end = OutcomeTranslation.BrokenResult;
            }
            catch (QuotaExceededException) when (end is ReadEnd)
            {
                await sweep.DiscardAsync([sha256!], CancellationToken.None).ConfigureAwait(false);
                end = OutcomeTranslation.OverQuota;
            }
            catch (Exception exception) when (queue.IsTransient(exception))
            {
                LogPostponed(logger, file.Id, exception);
                await Task.Delay(TransientErrors.Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The end of file {Id} of a campaign has to wait.")]
    private static partial void LogPostponed(ILogger logger, long id, Exception exception);

    [LoggerMessage(LogLevel.Error, "The answer to file {Id} of a campaign is no result.")]
    private static partial void LogBroken(ILogger logger, long id, Exception exception);
}
